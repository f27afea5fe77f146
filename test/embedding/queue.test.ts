import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JobQueue, type Job } from '../../src/embedding/queue.js';

function jobOf(lane: Job['lane'], text: string): Job {
  return { role: 'query', lane, text, deaths: 0, resolve: () => undefined, reject: () => undefined };
}

function emptied(queue: JobQueue): string[] {
  const texts: string[] = [];
  for (let job = queue.next(); job !== undefined; job = queue.next()) texts.push(job.text);
  return texts;
}

test('a reader passes the background work that waits', () => {
  const queue = new JobQueue();
  for (const text of ['a', 'b', 'c']) queue.add(jobOf('background', text));
  expect(queue.next()?.text).toBe('a');
  queue.add(jobOf('reader', 'Who?'));
  queue.add(jobOf('reader', 'When?'));
  expect(emptied(queue)).toEqual(['Who?', 'When?', 'b', 'c']);
});

test('a job that was put back is the next of its lane', () => {
  const queue = new JobQueue();
  for (const text of ['a', 'b']) queue.add(jobOf('background', text));
  const first = queue.next();
  if (first !== undefined) queue.putBack(first);
  expect(emptied(queue)).toEqual(['a', 'b']);
});

test('draining gives what waits, readers first, and leaves nothing', () => {
  const queue = new JobQueue();
  queue.add(jobOf('background', 'a'));
  queue.add(jobOf('reader', 'Who?'));
  expect(queue.drain().map(({ text }) => text)).toEqual(['Who?', 'a']);
  expect(queue.next()).toBeUndefined();
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
          expect(queue.next()?.text).toBe(plain.reader.shift() ?? plain.background.shift());
        } else {
          queue.add(jobOf(kind, String(at)));
          plain[kind].push(String(at));
        }
        expect(queue.countOf('background')).toBe(plain.background.length);
      }
      expect(emptied(queue)).toEqual([...plain.reader, ...plain.background]);
    }),
  );
});
