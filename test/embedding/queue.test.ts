import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JobQueue, type EmbedJob, type PairJob } from '../../src/embedding/queue.js';

const ignore = (): void => undefined;

function jobOf(lane: EmbedJob['lane'], text: string): EmbedJob {
  return { role: 'query', lane, text, deaths: 0, resolve: ignore, reject: ignore };
}

function pairOf(text: string): PairJob {
  return { role: 'pair', question: 'Who?', text, deaths: 0, resolve: ignore, reject: ignore };
}

function emptied(queue: JobQueue): string[] {
  const texts: string[] = [];
  for (let job = queue.next(true); job !== undefined; job = queue.next(true)) texts.push(job.text);
  return texts;
}

test('a reader passes the background work that waits', () => {
  const queue = new JobQueue();
  for (const text of ['a', 'b', 'c']) queue.add(jobOf('background', text));
  expect(queue.next(true)?.text).toBe('a');
  queue.add(jobOf('reader', 'Who?'));
  queue.add(jobOf('reader', 'When?'));
  expect(emptied(queue)).toEqual(['Who?', 'When?', 'b', 'c']);
});

test('a job that was put back is the next of its lane', () => {
  const queue = new JobQueue();
  for (const text of ['a', 'b']) queue.add(jobOf('background', text));
  const first = queue.next(true);
  if (first !== undefined) queue.putBack(first);
  expect(emptied(queue)).toEqual(['a', 'b']);
});

test('pairs wait behind questions and before passages', () => {
  const queue = new JobQueue();
  queue.add(jobOf('background', 'a'));
  for (const text of ['x', 'y']) queue.add(pairOf(text));
  expect(queue.next(true)?.text).toBe('x');
  queue.add(jobOf('reader', 'Who?'));
  expect(emptied(queue)).toEqual(['Who?', 'y', 'a']);
});

test('a process without the reranker is given no pairs', () => {
  const queue = new JobQueue();
  queue.add(pairOf('x'));
  expect(queue.next(false)).toBeUndefined();
  queue.add(jobOf('background', 'a'));
  expect(queue.next(false)?.text).toBe('a');
  expect(queue.next(true)?.text).toBe('x');
});

test('pairs that nobody waits for are taken out, and only they', () => {
  const queue = new JobQueue();
  const pairs = ['x', 'y', 'z'].map(pairOf);
  for (const pair of pairs) queue.add(pair);
  queue.add(jobOf('background', 'a'));
  queue.withdraw(new Set(pairs.filter(({ text }) => text !== 'y')));
  expect(emptied(queue)).toEqual(['y', 'a']);
});

test('draining gives what waits, readers first, and leaves nothing', () => {
  const queue = new JobQueue();
  queue.add(jobOf('background', 'a'));
  queue.add(jobOf('reader', 'Who?'));
  expect(queue.drain().map(({ text }) => text)).toEqual(['Who?', 'a']);
  expect(queue.next(true)).toBeUndefined();
});

test('gives what two plain lists give', () => {
  const step = fc.oneof(
    fc.constant('take' as const),
    fc.constantFrom('reader' as const, 'background' as const),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new JobQueue();
      const plain = { reader: [] as string[], background: [] as string[] };
      for (const [at, kind] of steps.entries()) {
        if (kind === 'take') {
          expect(queue.next(true)?.text).toBe(plain.reader.shift() ?? plain.background.shift());
        } else {
          queue.add(jobOf(kind, String(at)));
          plain[kind].push(String(at));
        }
        expect(queue.background).toBe(plain.background.length);
      }
      expect(emptied(queue)).toEqual([...plain.reader, ...plain.background]);
    }),
  );
});
