/**
 * When a quotation counts as found, as data: `test/quotes/eval.test.ts` measures what they give and prints the figures.
 *
 * Sets: development halves of quotes-polnear (1,145 cases) and quotes-natural (307): no absent quotation of 217 is found. For
 * the paraphrases mrpc-paraphrase beside them: 61 of 95 reworded sentences that are not merely altered, and none of the 217.
 */
export const THRESHOLDS = {
  checked: '2026-11-24',
  /** Shorter quotations are found exactly or not at all: too many of them differ by a word from something. */
  fewestWords: 6,
  altered: {
    /** Evidence needed in a collection of up to `collection` words; grows with the logarithm of its size. */
    evidence: 7,
    collection: 700_000,
    /** Added for quotations of fewer than `shortWords` words. */
    short: 0.5,
    shortWords: 8,
    /** Weight of the rarity of the equal words, beside the alignment's score with weight 1. */
    rarity: 0.2,
    /** Share of the quotation's words that must be equal. */
    share: 0.6,
    /** The same below `largeWords` words in a collection of more than `largeCollection` words. */
    largeShare: 0.7,
    largeWords: 15,
    largeCollection: 2_000_000,
  },
  /** A quotation put together from two places. */
  splice: {
    /** What the second place must add to the score, and what it costs. */
    gain: 4,
    /** Each part has a run of so many equal words and such a share of them. */
    run: 5,
    share: 0.75,
  },
  /** For the model e5-small-v2. */
  paraphrase: {
    cosine: 0.91,
    /** Share of the rarity of words on one side that the other has, the smaller of both ways. */
    coverage: 0.35,
    /** Sentences that are embedded, at most. */
    sentences: 4,
  },
} as const;
