import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JobQueue, type EmbedJob, type PairJob } from '../../src/embedding/queue.js';

function jobOf(role: EmbedJob['role'], text: string): EmbedJob {
  return { role, text, deaths: 0, resolve: () => undefined, reject: () => undefined };
}

const ignore = (): void => undefined;

function pairOf(text: string): PairJob {
  return { role: 'pair', question: 'Who?', text, deaths: 0, resolve: ignore, reject: ignore };
}

function emptied(queue: JobQueue): string[] {
  const texts: string[] = [];
  for (let job = queue.next(); job !== undefined; job = queue.next()) texts.push(job.text);
  return texts;
}

test('a question passes the passages that wait', () => {
  const queue = new JobQueue();
  for (const text of ['a', 'b', 'c']) queue.add(jobOf('passage', text));
  expect(queue.next()?.text).toBe('a');
  queue.add(jobOf('query', 'Who?'));
  queue.add(jobOf('query', 'When?'));
  expect(emptied(queue)).toEqual(['Who?', 'When?', 'b', 'c']);
});

test('a job that was put back is the next of its kind', () => {
  const queue = new JobQueue();
  for (const text of ['a', 'b']) queue.add(jobOf('passage', text));
  const first = queue.next();
  if (first !== undefined) queue.putBack(first);
  expect(emptied(queue)).toEqual(['a', 'b']);
});

test('pairs wait behind questions and before passages', () => {
  const queue = new JobQueue();
  queue.add(jobOf('passage', 'a'));
  for (const text of ['x', 'y']) queue.add(pairOf(text));
  expect(queue.next()?.text).toBe('x');
  queue.add(jobOf('query', 'Who?'));
  expect(emptied(queue)).toEqual(['Who?', 'y', 'a']);
});

test('pairs that nobody waits for are taken out, and only they', () => {
  const queue = new JobQueue();
  const pairs = ['x', 'y', 'z'].map(pairOf);
  for (const pair of pairs) queue.add(pair);
  queue.add(jobOf('passage', 'a'));
  queue.withdraw(new Set(pairs.filter(({ text }) => text !== 'y')));
  expect(emptied(queue)).toEqual(['y', 'a']);
});

test('draining gives what waits, questions first, and leaves nothing', () => {
  const queue = new JobQueue();
  queue.add(jobOf('passage', 'a'));
  queue.add(jobOf('query', 'Who?'));
  expect(queue.drain().map(({ text }) => text)).toEqual(['Who?', 'a']);
  expect(queue.next()).toBeUndefined();
});

test('gives what two plain lists give', () => {
  const step = fc.oneof(fc.constant('take' as const), fc.constantFrom('query' as const, 'passage' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = new JobQueue();
      const plain = { query: [] as string[], passage: [] as string[] };
      for (const [at, kind] of steps.entries()) {
        if (kind === 'take') {
          expect(queue.next()?.text).toBe(plain.query.shift() ?? plain.passage.shift());
        } else {
          queue.add(jobOf(kind, String(at)));
          plain[kind].push(String(at));
        }
      }
      expect(emptied(queue)).toEqual([...plain.query, ...plain.passage]);
    }),
  );
});
