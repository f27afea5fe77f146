import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.js';
import { EmbeddingError } from '../../src/errors.js';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import { compareMeaning } from '../../src/quotes/meaning.js';
import { fakeEmbedder } from '../support/embedder.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const STRIKE = 'The union called off its strike on Monday after the bank had offered higher wages.';
const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [STRIKE] })]);
/** For it, all texts are alike. */
const alike = { ...fakeEmbedder(), embedQuestion: () => Promise.resolve(Float32Array.of(1)) };

function broken(failure: Error): Embedder {
  return { ...fakeEmbedder(), embedQuestion: () => Promise.reject(failure) };
}

describe('what one side alone has', () => {
  test('is named, the longest run first, small words inside it included', () => {
    const quoted =
      'On Monday the union called off its strike, to the relief of all commuters, and Berg resigned.';
    expect(compareMeaning(quoted, STRIKE, 0.93)).toMatchObject({
      leavesOutOrAdds: true,
      onlyQuoted: ['relief of all commuters, and Berg resigned'],
      onlyOriginal: ['after the bank had offered higher wages'],
    });
  });

  test('small words and forms of the same word are nothing', () => {
    const quoted = 'The union had called off the strikes on Monday, after the bank offered higher wages.';
    const meaning = compareMeaning(quoted, STRIKE, 0.98);
    expect(meaning).toMatchObject({ leavesOutOrAdds: false, onlyQuoted: [], onlyOriginal: [] });
  });

  test('is the same from either side', () => {
    const word = fc.constantFrom('the', 'bank', 'strike', 'Monday', '5', '17', 'of', 'wages', 'not', 'union');
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [there, back] = [compareMeaning(one, other, 0.9), compareMeaning(other, one, 0.9)];
        expect(there.onlyQuoted).toEqual(back.onlyOriginal);
        expect(there.evidence).toHaveLength(back.evidence.length);
        for (const text of there.onlyQuoted) expect(one).toContain(text);
      }),
    );
  });

  test('weighs more the more of it there is', () => {
    const more = [', the mayor said', ' in Lima, the new mayor said', ' in Lima, where 300 people had met, the mayor said'];
    const shares = more.map((words) => compareMeaning(STRIKE.replace('.', `${words}.`), STRIKE, 0.95).evidence[0] ?? 0);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBe(more.length);
  }); // prettier-ignore
});

describe('a checked quotation', () => {
  test('is compared with whole sentences where it ends like one, and with its own words where it does not', async () => {
    const part = 'The union called off their strike on Monday';
    const fragment = await checkQuotation(snapshot, part, alike);
    expect(fragment).toMatchObject({ verdict: 'altered', meaning: { onlyOriginal: [] } });
    const sentence = await checkQuotation(snapshot, `${part}.`, alike);
    const left = ['after the bank had offered higher wages'];
    expect(sentence).toMatchObject({
      verdict: 'altered',
      meaning: { leavesOutOrAdds: true, onlyOriginal: left },
    });
  });

  test('with a negation put in is never whole', async () => {
    const negated = STRIKE.replace('called', 'never called');
    const check = await checkQuotation(snapshot, negated, alike);
    expect(check).toMatchObject({ verdict: 'altered', meaning: { leavesOutOrAdds: true } });
  });

  test('that is exact, or says itself that words are left out, is not compared', async () => {
    const exact = await checkQuotation(snapshot, STRIKE, alike);
    expect(exact).not.toHaveProperty('meaning');
    const elided = await checkQuotation(snapshot, 'The union called off … after the bank had offered higher wages.', alike);
    expect(elided).toMatchObject({ verdict: 'altered', meaning: undefined });
  }); // prettier-ignore

  test('keeps its verdict when the embedder cannot answer; what else goes wrong is told', async () => {
    const quoted = STRIKE.replace('higher', 'lower');
    const check = await checkQuotation(snapshot, quoted, broken(new EmbeddingError('gone')));
    expect(check).toMatchObject({ verdict: 'altered', meaning: undefined });
    await expect(checkQuotation(snapshot, quoted, broken(new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});
