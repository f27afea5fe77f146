/**
 * Names, times, places and numbers of chunks, read when a chunk is first looked at from near. Reading them takes longer than
 * all else that a question is asked of a hundred chunks, and questions come back to the same ones.
 */
import type { Snapshot } from '../index/snapshot.js';
import { tokenize } from '../text/terms.js';
import { wordsOfType, type AnswerType } from './answer-type.js';

/** The folded words of a text that are of each type. */
export type TypeWords = Readonly<Record<AnswerType, readonly string[]>>;

/** About ten megabytes; beyond this the memo starts again rather than grow. */
const MEMO_SIZE = 20_000;
const memos = new WeakMap<Snapshot, Map<number, TypeWords>>();

/** Those of the chunk in a row; none where there is no chunk. */
export function typeWordsAt(snapshot: Snapshot, row: number): TypeWords {
  let memo = memos.get(snapshot);
  if (memo === undefined) memos.set(snapshot, (memo = new Map<number, TypeWords>()));
  let words = memo.get(row);
  if (words === undefined) {
    words = readTypeWords(textOf(snapshot, row));
    if (memo.size >= MEMO_SIZE) memo.clear();
    memo.set(row, words);
  }
  return words;
}

function readTypeWords(text: string): TypeWords {
  const tokens = tokenize(text);
  const of = (type: AnswerType): string[] => wordsOfType(type, text, tokens);
  return { number: of('number'), time: of('time'), person: of('person'), place: of('place') };
}

function textOf(snapshot: Snapshot, row: number): string {
  const { article = -1, start = 0, end = 0 } = snapshot.chunkAt(row) ?? {};
  return (snapshot.articles[article]?.text ?? '').slice(start, end);
}
