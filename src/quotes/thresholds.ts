/** When a quotation counts as found, as data. What it does is in `docs/quotations.md`, so that an editor can judge it. */
interface LengthThreshold {
  readonly words: number;
  readonly needed: number;
  /** ... and how much more for each time that the collection is e times as large. */
  readonly perLog: number;
}

export const THRESHOLDS = {
  checked: '2026-11-24',
  /** Shorter quotations are found exactly or not at all: too many of them differ by a word from something. */
  fewestWords: 6,
  /** A quotation of which words are changed: `test/eval/fit-quotations.eval.ts` fits it (`npm run fit-quotations`). */
  altered: {
    /** Of the numbers that `featuresOf` in `evidence.ts` lists: score, surprise, equal, other words, runs. */
    weights: [2.647, 0.247, -3.771, -0.861, 1.679] as readonly number[],
    /** What their sum must reach, from so many words on, in a collection of up to `collection` words ... */
    lengths: [
      { words: 6, needed: 2.114, perLog: 0.614 },
      { words: 8, needed: 0.393, perLog: 0.826 },
      { words: 10, needed: -1.296, perLog: 1.087 },
      { words: 15, needed: -9.476, perLog: 3.409 },
      { words: 25, needed: -12.386, perLog: 0 },
    ] as readonly LengthThreshold[],
    collection: 700_000,
    /** ... and how much less for each time that it is e times as small: 1, 20 and 200 articles, 1 % of absent ones found. */
    perLogBelow: 0.65,
    /** Share of the quotation's words that must be equal, whatever else speaks for a source. */
    share: 0.5,
    /** In a handful of articles no word is surprising: there this share of equal words is enough. */
    whole: { collection: 100_000, share: 0.85 },
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
    cosine: 0.885,
    /** Share of the rarity of words on one side that the other has, the smaller of both ways. */
    coverage: 0.35,
    /** Sentences that are embedded, at most. */
    sentences: 4,
  },
} as const;
