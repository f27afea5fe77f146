/** All commands. Registration and routing know them from here alone. */
import type { Commands } from '../src/discord/command.js';
import { articles } from './articles.js';
import { ask } from './ask.js';
import { checkQuote } from './check-quote.js';
import { reindex } from './reindex.js';
import { source } from './source.js';
import { why } from './why.js';

export const commands: Commands = { slash: [ask, source, why, articles, reindex], message: [checkQuote] };
