import { describe, expect, test } from 'vitest';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { shortId } from '../../src/answers/references.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

const MORNING = 'In the morning the minister denied every report of a visit.';
const EVENING = 'In the evening the minister confirmed every report of a visit.';

/** An embedder whose vectors are those of the snapshots here. `before` runs ahead of each question. */
function embedderOf(before: () => unknown = () => undefined): Embedder {
  const embed = async (text: string): Promise<Float32Array> => {
    await before();
    return wordVector(text);
  };
  return {
    ready: () => Promise.resolve({ name: 'words', fingerprint: 'words', dimensions: 64 }),
    embedQuestion: embed,
    embedPassage: embed,
    close: () => Promise.resolve(),
  };
}

function snapshotOf(text: string, articleId = 'visit'): Promise<Snapshot> {
  return makeSnapshot([
    makeArticle({ articleId, title: 'The Visit', source: 'Gazette', paragraphs: [text] }),
  ]);
}

function answererOf(snapshot: Snapshot | undefined, embedder = embedderOf()) {
  return createAnswerer({ snapshot: () => snapshot }, embedder);
}

describe('before the first index', () => {
  test('nothing is ready, and nothing is embedded', async () => {
    const embedder = embedderOf(() => {
      throw new Error('There is nothing to embed for.');
    });
    const answerer = answererOf(undefined, embedder);
    const notReady = { kind: 'not-ready' };
    expect(await answerer.ask('Who visited?')).toEqual(notReady);
    expect(await answerer.ask('Who visited?', { articleId: 'visit' })).toEqual(notReady);
    expect(await answerer.checkQuotation('every report of a visit')).toEqual(notReady);
    expect(answerer.shelf()).toEqual(notReady);
    expect(answerer.card('visit')).toEqual(notReady);
    expect(answerer.findParagraph({ article: 'a', paragraph: 1, hash: 'b' })).toEqual(notReady);
    expect(answerer.findContext({ article: 'a', paragraph: 1, hash: 'b' })).toEqual(notReady);
    const reference = { article: 'a', paragraph: 1, hash: 'b', last: 1, highlights: [], score: 1 };
    expect(answerer.findShown(reference)).toEqual(notReady);
    expect(answerer.cite('visit', 1)).toEqual(notReady);
    expect(answerer.followPermalink('visit ¶1 · 1a2b3c4d')).toEqual(notReady);
    expect(await answerer.timeline('visit')).toEqual(notReady);
    expect(await answerer.newOn('visit', {})).toEqual(notReady);
    expect(answerer.correct([{ ...reference, text: 'Text.' }])).toEqual([]);
    expect(answerer.suggest('visit', 25)).toEqual([]);
    expect(answerer.identify('visit')).toBeUndefined();
  });
});

describe('a question', () => {
  test('is answered, from one article if asked so', async () => {
    const both = [MORNING, EVENING].map((text, at) =>
      makeArticle({ articleId: `a${at}`, paragraphs: [text] }),
    );
    const answerer = answererOf(await makeSnapshot(both));
    const texts = async (articleId?: string) => {
      const answer = await answerer.ask('the minister of every report of a visit', { articleId });
      return answer.kind === 'answered' ? answer.passages.map(({ text }) => text) : answer.kind;
    };
    expect(await texts()).toEqual([MORNING, EVENING]);
    expect(await texts('a1')).toEqual([EVENING]);
    expect(await texts('a2')).toBe('unknown-article');
  });

  test('comes with all that a receipt needs', async () => {
    const answer = await answererOf(await snapshotOf(MORNING)).ask('the minister of every report of a visit');
    expect(answer).toMatchObject({
      kind: 'answered',
      details: { generation: 1, model: 'words', evidence: { chunks: 1 } },
    });
    const { threshold = 0, sum } = 'details' in answer ? (answer.details ?? {}) : {};
    expect(sum).toBeGreaterThan(threshold);
  });

  test('is asked of allowed sources only, also when an article is named', async () => {
    const answerer = answererOf(await snapshotOf(MORNING));
    const question = 'the minister of every report of a visit';
    expect(await answerer.ask(question, { sources: ['gazette', 'Times'] })).toMatchObject({
      kind: 'answered',
    });
    const declined = { kind: 'declined', outcome: 'nothing', hint: { kind: 'no-article' } };
    expect(await answerer.ask(question, { sources: ['Times'] })).toMatchObject(declined);
    expect(await answerer.ask(question, { sources: ['Times'], articleId: 'visit' })).toMatchObject(declined);
  });

  test.each(['', '   ', '?!', '🎈🎈'])('"%s" has no word to look for', async (question) => {
    expect(await answererOf(await snapshotOf(MORNING)).ask(question)).toEqual({
      kind: 'declined',
      outcome: 'nothing',
      confidence: 0,
      nearest: undefined,
    });
  });

  test('is answered from the snapshot that it began with, and the next one from the new', async () => {
    let current = await snapshotOf(MORNING);
    const evening = await snapshotOf(EVENING);
    // The new generation comes while the first question is being embedded.
    const answerer = createAnswerer(
      { snapshot: () => current },
      embedderOf(() => (current = evening)),
    );
    const question = 'the minister of every report of a visit';
    const first = await answerer.ask(question);
    const second = await answerer.ask(question);
    expect(first).toMatchObject({ kind: 'answered', passages: [{ text: MORNING }] });
    expect(second).toMatchObject({ kind: 'answered', passages: [{ text: EVENING }] });
  });

  test('what the embedder fails with is passed on, not turned into "nothing found"', async () => {
    const embedder = embedderOf(() => {
      throw new Error('The process is gone.');
    });
    await expect(answererOf(await snapshotOf(MORNING), embedder).ask('visit?')).rejects.toThrow(
      'process is gone',
    );
  });
});

describe('a question that goes on from another one', () => {
  const articles = [MORNING, EVENING].map((text, at) =>
    makeArticle({ articleId: `a${at}`, paragraphs: [text] }),
  );
  const question = 'the minister of every report of a visit';

  test('is asked of the article that answered, and then of all', async () => {
    const answerer = answererOf(await makeSnapshot(articles));
    const idsOf = async (asked: string, articleId: string) => {
      const answer = await answerer.ask(asked, { previous: { articleId } });
      return answer.kind === 'answered'
        ? answer.passages.map(({ attribution }) => attribution.articleId)
        : [];
    };
    expect(await idsOf(question, 'a1')).toEqual(['a1']);
    expect(await idsOf('in the morning the minister denied every report', 'a1')).toContain('a0');
    expect(await idsOf(question, 'gone')).toEqual(['a0', 'a1']);
  });

  test('has the words of both, as one question', async () => {
    const asked: string[] = [];
    const embedder = {
      ...embedderOf(),
      embedQuestion: (text: string) => Promise.resolve((asked.push(text), wordVector(text))),
    };
    const answerer = answererOf(await makeSnapshot(articles), embedder);
    await answerer.ask('And when did the minister?', {
      previous: { question: 'Who denied the report of a visit?' },
    });
    expect(asked).toEqual(['And when did the minister? Who denied the report of a visit?']);
  });
});

describe('a quotation', () => {
  test('is found with its place, and the span points at its words', async () => {
    const answer = await answererOf(await snapshotOf(MORNING)).checkQuotation(
      'denied every report of a visit',
    );
    expect(answer).toMatchObject({ kind: 'checked', verdict: 'exact' });
    const [place] = answer.kind === 'checked' ? answer.places : [];
    expect(place?.passage.text).toBe(MORNING);
    expect(place?.passage.text.slice(place.span.start, place.span.end)).toBe(
      'denied every report of a visit',
    );
  });

  test.each(['', '…', '"?!"'])('"%s" has no words', async (quote) => {
    expect(await answererOf(await snapshotOf(MORNING)).checkQuotation(quote)).toEqual({ kind: 'no-words' });
  });
});

describe('the shelf', () => {
  test('is that of the current snapshot', async () => {
    const answerer = answererOf(await snapshotOf(MORNING));
    expect(answerer.shelf()).toMatchObject({ articles: 1, sources: [{ source: 'Gazette', articles: 1 }] });
    expect(answerer.card('visit')).toMatchObject({ attribution: { title: 'The Visit' }, paragraphs: 1 });
    expect(answerer.card('other')).toEqual({ kind: 'unknown-article' });
    expect(answerer.suggest('visit', 25)).toMatchObject([{ articleId: 'visit' }]);
    expect(answerer.identify(`#${shortId('visit')}`)).toBe('visit');
    expect(answerer.identify('the visit')).toBe('visit');
  });
});

test('a reference survives a new generation, unless its words have changed', async () => {
  let current = await snapshotOf(MORNING);
  const answerer = createAnswerer({ snapshot: () => current }, embedderOf());
  const answer = await answerer.ask('the minister denied every report of a visit');
  const passage = answer.kind === 'answered' ? answer.passages[0] : undefined;
  if (passage === undefined) throw new Error('The question was not answered.');
  const reference = answerer.referTo(passage);
  current = await snapshotOf(MORNING);
  expect(answerer.findParagraph(reference)).toMatchObject({ kind: 'found', passage: { text: MORNING } });
  current = await snapshotOf(EVENING);
  expect(answerer.findParagraph(reference)).toEqual({ kind: 'changed' });
});
