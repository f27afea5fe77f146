import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.js';
import type { Passage } from '../../src/answers/passage.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { chunksOf, makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

const BALLOON = 'The balloon was shot down off the coast on Saturday.';
/** Paragraphs with enough words of their own not to be copies of each other, nor short enough to be joined. */
const NEWS = ['cattle', 'silver', 'winter', 'engine', 'orchard', 'velvet'].map((word) =>
  Array.from({ length: 40 }, (_, at) => `${word}${at}`).join(' '),
);
const OTHER = 'Stock markets closed higher in quiet trade that day.';

/** Asks with a vector of its own, or with that of the words. */
function ask(snapshot: Snapshot, text: string, vector = wordVector(text)) {
  return answerQuestion(snapshot, { text, vector });
}

/** Passages of an answer; fails when it was declined. */
function passagesOf(snapshot: Snapshot, text: string, vector?: Float32Array): readonly Passage[] {
  const answer = ask(snapshot, text, vector);
  if (answer.kind !== 'answered') throw new Error(`It was not answered: ${JSON.stringify(answer)}`);
  return answer.passages;
}

describe('an answer', () => {
  test('is the paragraph, word for word, with the sentence that answers pointed out', async () => {
    const text = `It was a quiet week. ${BALLOON} Nobody was hurt.`;
    const snapshot = await makeSnapshot([
      makeArticle({ articleId: 'a', source: 'Gazette', paragraphs: [OTHER, text] }),
      makeArticle({ articleId: 'b', paragraphs: [OTHER] }),
    ]);
    const [best] = passagesOf(snapshot, 'Where was the balloon shot down?', wordVector(text));
    expect(best).toMatchObject({
      paragraph: 2,
      last: 2,
      text,
      attribution: { articleId: 'a', source: 'Gazette' },
    });
    expect(best?.highlights.map(({ start, end }) => text.slice(start, end))).toEqual([BALLOON]);
  });

  test('has at most three passages, best first', async () => {
    const paragraphs = Array.from(
      { length: 6 },
      (_, at) => `The balloon flew over town number ${at}, ${NEWS[at]} at noon.`,
    );
    const snapshot = await makeSnapshot(
      [...paragraphs, OTHER, OTHER, OTHER].map((text, at) =>
        makeArticle({ articleId: `a${at}`, paragraphs: [text] }),
      ),
    );
    const passages = passagesOf(snapshot, paragraphs.join(' '), wordVector(paragraphs.join(' ')));
    expect(passages).toHaveLength(3);
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('leaves out what is worth much less than the best passage', async () => {
    // Cosines with the question; above their mean (.39) the share of the way to the best one is 1, .75 and .18.
    const cosines = [1, 0.85, 0.5, 0, 0, 0];
    const texts = cosines.map(
      (_, at) => `${'xyzuvw'[at]} is the letter of this paragraph, and the only one of it.`,
    );
    const snapshot = await makeSnapshot(
      texts.map((text, at) => makeArticle({ articleId: `a${at}`, title: 'News', paragraphs: [text] })),
      (text) => {
        const cosine = cosines[texts.indexOf(text)] ?? 0;
        return Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2));
      },
    );
    const passages = passagesOf(snapshot, 'unknown words', Float32Array.of(1, 0));
    expect(passages.map(({ text }) => text)).toEqual(texts.slice(0, 2));
  });

  test('makes one passage of the windows of a long paragraph', async () => {
    const long = Array.from(
      { length: 60 },
      (_, at) => `In town ${at} the balloon was seen by many people.`,
    ).join(' ');
    const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [OTHER, long] })]);
    expect(chunksOf(snapshot).filter(({ first }) => first === 2).length).toBeGreaterThan(2);
    const passages = passagesOf(snapshot, 'In which town was the balloon seen by many people?');
    expect(passages.filter(({ paragraph }) => paragraph === 2).map(({ text }) => text)).toEqual([long]);
  });

  test('shows joined paragraphs together', async () => {
    const snapshot = await makeSnapshot([
      makeArticle({ articleId: 'a', paragraphs: ['Balloon:', BALLOON, OTHER] }),
    ]);
    const [best] = passagesOf(snapshot, BALLOON);
    expect(best).toMatchObject({ paragraph: 1, last: 2, text: `Balloon:\n\n${BALLOON}` });
  });
});

describe('declining', () => {
  test('comes with the nearest passage', async () => {
    const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [BALLOON, OTHER] })]);
    const answer = ask(snapshot, 'Which zoo keeps the oldest balloon fish of all?', new Float32Array(64));
    expect(answer).toMatchObject({ kind: 'declined', nearest: { text: BALLOON } });
    expect(answer).toHaveProperty('confidence', expect.any(Number));
  });

  test('with nothing indexed there is no nearest one', async () => {
    expect(ask(await makeSnapshot([]), 'balloon')).toMatchObject({
      kind: 'declined',
      outcome: 'nothing',
      confidence: 0,
      nearest: undefined,
      details: { evidence: { chunks: 0 } },
    });
  });

  test('a question of stop words alone is declined', async () => {
    const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [BALLOON] })]);
    expect(ask(snapshot, 'Who is it?', wordVector(BALLOON))).toMatchObject({
      kind: 'declined',
      confidence: 0,
    });
  });
});

test('the same question gives the same answer, and the same ones after it', async () => {
  const snapshot = await makeSnapshot([
    makeArticle({ articleId: 'a', paragraphs: [BALLOON, OTHER, ...NEWS] }),
  ]);
  const [one, other] = [ask(snapshot, 'balloon coast'), ask(snapshot, 'balloon coast')].map(
    ({ details, ...rest }) => ({
      ...rest,
      details: { ...details, further: details?.further() },
    }),
  );
  expect(one).toEqual(other);
  expect(one?.details.further?.length).toBeGreaterThan(0);
});
