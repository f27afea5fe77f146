/** Names, times, places and numbers of chunks, read when a chunk is first looked at from near. */
import { tokenize } from '../text/terms.js';
import { wordsOfType, type AnswerType } from './answer-type.js';
import { rememberByChunk } from './chunk-memo.js';

/** About ten megabytes, when there are so many chunks of each type. */
const MEMO_SIZE = 10_000;

/** The folded words of a chunk's text that are of a type; none where there is no chunk. */
export const typeWordsAt = {
  number: remember('number'),
  time: remember('time'),
  person: remember('person'),
  place: remember('place'),
} as const;

function remember(type: AnswerType) {
  return rememberByChunk((text) => wordsOfType(type, text, tokenize(text)), MEMO_SIZE);
}
