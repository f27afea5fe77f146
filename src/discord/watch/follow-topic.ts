/** Begins to follow a topic. What the articles have on it by then counts as seen. */
import { hashOfWords } from '../../answers/references.js';
import type { NewFollow } from '../../state/follows.js';
import { hasWord } from '../../text/paragraphs.js';
import { say, type Reply } from '../reply.js';
import type { Rooms } from '../rooms.js';
import type { Texts } from '../texts/english.js';
import { renderFollowed } from './render-follows.js';

export async function followTopic(
  texts: Texts,
  { answerer, store: { follows, settings } }: Rooms,
  asked: NewFollow,
): Promise<Reply> {
  const { topic, guildId } = asked;
  if (!hasWord(topic)) return say(texts.quotation.noWords);
  const { sources } = settings.get(guildId);
  const found = await answerer.newOn(topic, {}, { sources });
  if (found.kind === 'not-ready') return say(texts.general.notReady);
  const outcome = follows.add(asked);
  if (outcome.kind === 'added') {
    // The best ones last: should there be more than are kept, those are kept.
    const seen = found.passages.toSorted((a, b) => a.score - b.score).map(({ text }) => hashOfWords(text));
    follows.note(outcome.follow.id, { seen, day: '', posted: 0, upTo: found.committedAt });
  }
  return renderFollowed(texts, outcome, found.passages.length);
}
