/** A reranker that is always late is not waited for again and again. */
import { beforeEach, describe, expect, test } from 'vitest';
import { ProcessReranker } from '../../src/embedding/process-reranker.js';
import type { PairJob } from '../../src/embedding/queue.js';
import { silentLog } from '../support/silent-log.js';

const RESTS =
  'The reranker is too slow and rests; if this comes again, choose a smaller RERANKER_MODEL or none';
const MINUTE = 60_000;

let now = 0;
let isFast = false;
let asked: PairJob[] = [];
let log = silentLog();
let reranker: ProcessReranker;

beforeEach(() => {
  [now, isFast, asked, log] = [0, false, [], silentLog()];
  const add = (job: PairJob): void => {
    asked.push(job);
    if (isFast) job.resolve(1);
  };
  reranker = new ProcessReranker({
    model: 'slow',
    log,
    longestMs: 5,
    now: () => now,
    add,
    withdraw: () => undefined,
  });
  reranker.loaded();
});

async function beLate(times: number): Promise<void> {
  for (let time = 0; time < times; time++) expect(await reranker.score('Who?', ['text'])).toBeUndefined();
}

const rests = () => log.lines.filter(({ message }) => message === RESTS).map(({ fields }) => fields);

test('after three questions in vain it is left alone for a minute, which is told', async () => {
  await beLate(3);
  expect(rests()).toEqual([{ minutes: 1 }]);
  await beLate(5);
  expect(asked).toHaveLength(3);
  now += MINUTE;
  isFast = true;
  expect(await reranker.score('Who?', ['text'])).toEqual([1]);
});

test('each time in a row it rests for longer', async () => {
  await beLate(3);
  now += MINUTE;
  await beLate(3);
  expect(rests()).toEqual([{ minutes: 1 }, { minutes: 2 }]);
  now += MINUTE;
  await beLate(1);
  expect(asked).toHaveLength(6);
});

test('questions that were late at once count as one time', async () => {
  await Promise.all(Array.from({ length: 10 }, () => reranker.score('Who?', ['text'])));
  expect(rests()).toEqual([{ minutes: 1 }]);
});

describe('in time once', () => {
  test('it is forgiven what was before', async () => {
    await beLate(2);
    isFast = true;
    expect(await reranker.score('Who?', ['text'])).toEqual([1]);
    isFast = false;
    await beLate(2);
    expect(rests()).toEqual([]);
  });
});
