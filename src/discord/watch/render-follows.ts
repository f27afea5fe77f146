/** What a channel follows, and what is new on it, as messages. */
import type { Passage } from '../../answers/passage.js';
import type { Follow, FollowOutcome } from '../../state/follows.js';
import { lasting } from '../lasting.js';
import { renderList } from '../lists.js';
import { MESSAGE_TEXT } from '../limits.js';
import { escapeLine } from '../markdown.js';
import { renderPassages } from '../passages.js';
import { frame, say, type Reply } from '../reply.js';
import type { Texts } from '../texts/english.js';

/** A new passage, posted in a channel. @param rest - how many more there are that are not posted. */
export function renderNews(texts: Texts, topic: string, passage: Passage, rest: number): Reply {
  const head = `-# ${texts.follows.newOn(nameOf(texts, topic))}`;
  const end = rest === 0 ? '' : `-# ${texts.follows.moreToday(rest)}`;
  const shown = renderPassages(texts, [passage], MESSAGE_TEXT - head.length - end.length);
  return frame([...lasting('lead', [head]), ...shown, ...lasting('foot', end === '' ? [] : [end])]);
}

/** @param known - how many passages on the topic are there already. */
export function renderFollowed(texts: Texts, outcome: FollowOutcome, known: number): Reply {
  const { follows } = texts;
  if (outcome.kind === 'full') return say(follows.full(outcome.limit));
  const topic = nameOf(texts, outcome.follow.topic);
  if (outcome.kind === 'already') return say(follows.already(topic));
  return say([follows.followed(topic), ...(known > 0 ? [`-# ${follows.known(known)}`] : [])].join('\n'));
}

export function renderFollows(texts: Texts, follows: readonly Follow[]): Reply {
  if (follows.length === 0) return say(texts.follows.nothing);
  const lines = follows.map(({ topic }) => `- ${nameOf(texts, topic)}`);
  return say(renderList(texts, texts.follows.list, lines, MESSAGE_TEXT));
}

/** @param follow - undefined when the channel did not follow it. */
export function renderUnfollowed(texts: Texts, follow: Follow | undefined): Reply {
  const { unfollowed, unknown } = texts.follows;
  return say(follow === undefined ? unknown : unfollowed(nameOf(texts, follow.topic)));
}

function nameOf(texts: Texts, topic: string): string {
  return texts.isolate(texts.quoted(escapeLine(topic)));
}
