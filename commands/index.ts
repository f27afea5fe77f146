/** All commands. Registration and routing know them from here alone. */
import type { Commands } from '../src/discord/command.js';
import { articles } from './articles.js';
import { ask } from './ask.js';
import { checkQuote } from './check-quote.js';
import { cite } from './cite.js';
import { gaps } from './gaps.js';
import { follow } from './follow.js';
import { reindex } from './reindex.js';
import { settings } from './settings.js';
import { source } from './source.js';
import { timeline } from './timeline.js';
import { unfollow } from './unfollow.js';
import { why } from './why.js';

export const commands: Commands = {
  slash: [ask, source, cite, timeline, why, articles, follow, unfollow, gaps, settings, reindex],
  message: [checkQuote],
};
