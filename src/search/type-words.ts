/** Names, times, places and numbers of chunks, read when a chunk is first looked at from near. */
import { tokenize } from '../text/terms.js';
import { wordsOfType, type AnswerType } from './answer-type.js';
import { rememberByChunk } from './chunk-memo.js';

/** The folded words of a text that are of each type. */
export type TypeWords = Readonly<Record<AnswerType, readonly string[]>>;

/** About ten megabytes. */
const MEMO_SIZE = 20_000;

/** Those of the chunk in a row; none where there is no chunk. */
export const typeWordsAt = rememberByChunk(readTypeWords, MEMO_SIZE);

function readTypeWords(text: string): TypeWords {
  const tokens = tokenize(text);
  const of = (type: AnswerType): string[] => wordsOfType(type, text, tokens);
  return { number: of('number'), time: of('time'), person: of('person'), place: of('place') };
}
