/**
 * Questions about the shipped article that go on from another one, and some that do not, looked up in several ways. Looked at
 * while the way was chosen: `test/answers/answerer-on-shipped-article.test.ts` has others. Prints, judges nothing.
 */
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.js';
import { joinQuestions } from '../../src/answers/follow-up.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import { startEmbedder } from '../support/embedder.js';
import { silentLog } from '../support/silent-log.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

/** The question before, the one that is asked now, and the paragraphs that answer; none is to be declined. */
type FollowUp = readonly [before: string, now: string, paragraphs: readonly number[]];

const FOLLOWING: readonly FollowUp[] = [
  ['Which Pentagon official has arrived in Taiwan?', 'And when?', [1]],
  ['Which Pentagon official has arrived in Taiwan?', 'Who reported it first?', [2]],
  ['Which Pentagon official has arrived in Taiwan?', 'What did the Pentagon say about it?', [2, 3]],
  ['Who is Michael Chase?', 'Is he the most senior one to come since 2019?', [8]],
  ['Who is the defense minister of Taiwan?', 'What did he say about the visit?', [5, 7]],
  ['Who is the defense minister of Taiwan?', 'Where did he say that?', [6]],
  ['Where was the spy balloon shot down?', 'And what was it for?', [9]],
  ['Where was the spy balloon shot down?', 'When?', [9]],
  ['Who is Wang Wenbin?', 'What does he think of military ties?', [10]],
  ['Why did China hold war games near Taiwan?', 'When were they?', [11]],
  ['Why did China hold war games near Taiwan?', 'who made it angry', [11]],
  ['Does the United States have diplomatic ties with Taiwan?', 'What does it supply?', [12]],
  ['Which admiral visited Taiwan in 2020?', 'Was that secret?', [13]],
  ['Which lawmakers travel to Taiwan?', 'What are they going to do there?', [14]],
  ['Which lawmakers travel to Taiwan?', 'Who announced it?', [14]],
  ['Which state is Tony Gonzales from?', 'and Jonathan Jackson?', [15]],
  ['Who invented coercive diplomacy?', 'By which means?', [20]],
  [
    'How many people were killed in US military operations since 2001?',
    'How many of them were civilians?',
    [21],
  ],
  ['How many people were killed in US military operations since 2001?', 'And displaced?', [21]],
  ['Why did North Korea launch missiles?', 'With whom does the US hold those drills?', [19]],
];
const OTHERS: readonly FollowUp[] = [
  ['Which Pentagon official has arrived in Taiwan?', 'What is coercive diplomacy?', [20]],
  ['Where was the spy balloon shot down?', 'Who is Wang Wenbin?', [10]],
  ['Who is Wang Wenbin?', 'How many people were displaced by US wars?', [21]],
  ['Who is Michael Chase?', 'What is the capital of France?', []],
  ['Who is Michael Chase?', 'Who won the football World Cup in 2022?', []],
  ['Who is Michael Chase?', 'And what is the capital of France?', []],
  ['Where was the spy balloon shot down?', 'Who wrote it down first in a novel?', []],
  ['Who is Wang Wenbin?', 'What is his favourite football club?', []],
  ['Who is Wang Wenbin?', 'How do they bake sourdough bread?', []],
];

interface Read {
  readonly text: string;
  readonly vector: Float32Array;
}

const embedder = startEmbedder();
afterAll(() => embedder.close());
const folder = sharedTemporaryFolder();

async function readAs(text: string): Promise<Read> {
  return { text, vector: await embedder.embedQuestion(text) };
}

/** Cosines are linear, so the mean need not have length 1 for the order; for the threshold it must. */
async function readMean(before: string, now: string, weight: number): Promise<Read> {
  const [one, other] = [await embedder.embedQuestion(before), await embedder.embedQuestion(now)];
  const sum = one.map((value, at) => (1 - weight) * value + weight * (other[at] ?? 0));
  const length = Math.hypot(...sum);
  return { text: `${now} ${before}`, vector: sum.map((value) => value / length) };
}

const WAYS: Readonly<Record<string, (before: string, now: string) => Promise<Read>>> = {
  'the question alone': (_, now) => readAs(now),
  'both, the earlier one first': (before, now) => readAs(`${before} ${now}`),
  'both, the later one first': (before, now) => readAs(`${now} ${before}`),
  'the mean of both vectors': (before, now) => readMean(before, now, 0.5),
  'the mean, .7 of the later one': (before, now) => readMean(before, now, 0.7),
  'the product': (before, now) => readAs(joinQuestions(now, { question: before }) ?? now),
};

test('follow-ups', async () => {
  const articlesDirectory = path.resolve(import.meta.dirname, '../../data/articles');
  const directory = path.join(folder, 'index');
  const index = await PassageIndex.open({ directory, articlesDirectory, embedder, log: silentLog() });
  await index.reindex();
  const snapshot = index.snapshot();
  if (snapshot === undefined) throw new Error('There is no index.');
  const isRight = (read: Read, paragraphs: readonly number[]): boolean => {
    const answer = answerQuestion(snapshot, read);
    if (answer.kind === 'declined') return paragraphs.length === 0;
    return answer.passages.some((one) => paragraphs.some((at) => one.paragraph <= at && at <= one.last));
  };
  for (const [way, read] of Object.entries(WAYS)) {
    for (const [kind, list] of Object.entries({ FOLLOWING, OTHERS })) {
      let right = 0;
      for (const [before, now, paragraphs] of list)
        right += Number(isRight(await read(before, now), paragraphs));
      console.log(kind, way, `${right} of ${list.length}`);
    }
  }
  await index.close();
  expect(Object.keys(WAYS)).toContain('the product');
});
