/** When a quotation counts as found, as data. What it does is in `docs/quotations.md`, so that an editor can judge it. */
interface LengthThreshold {
  readonly words: number;
  /** In a collection of each of the sizes of `collections`. */
  readonly needed: readonly number[];
}

export const THRESHOLDS = {
  checked: '2026-11-25',
  /** Shorter quotations are found exactly or not at all: too many of them differ by a word from something. */
  fewestWords: 6,
  /** A quotation of which words are changed: `test/eval/fit-quotations.eval.ts` fits it (`npm run fit-quotations`). */
  altered: {
    /** Of the numbers that `featuresOf` in `evidence.ts` lists. */
    weights: [0.443, 0.208, -0.604, -1.83, 0.337, -0.723, -1.854, -2.901] as readonly number[],
    /** What their sum must reach, from so many words on, in collections of so many words ... */
    collections: [653_000, 3_282_000, 9_846_000] as readonly number[],
    lengths: [
      { words: 6, needed: [-1.656, -0.679, -0.526] },
      { words: 8, needed: [-3.596, -2.955, -2.955] },
      { words: 10, needed: [-6.715, -4.391, -4.391] },
      { words: 15, needed: [-18.23, -9.717, -9.42] },
      { words: 25, needed: [-23.171, -23.171, -23.171] },
    ] as readonly LengthThreshold[],
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
  /** Exact fragments with ellipses between them. */
  fragments: {
    /** How much more surprising they must be than that they are found somewhere; `test/eval/fragments.eval.ts` measures it. */
    surprise: 4,
  },
  /** For the model e5-small-v2; `test/eval/paraphrases.eval.ts` measures them. */
  paraphrase: {
    cosine: 0.887,
    /** Share of the rarity of words on one side that the other has: the smaller of both ways, and the larger. */
    smaller: 0.35,
    larger: 0.45,
    /** A longer quotation is more than a sentence, and looking for its words takes long. */
    mostWords: 100,
    /** Sentences that are embedded, at most. */
    sentences: 4,
  },
  /** Whether one side leaves out what the other says: `test/eval/fit-meaning.eval.ts` fits it (`npm run fit-meaning`). */
  meaning: {
    /** Of the numbers that `featuresOfMeaning` in `meaning.ts` lists; above 0 nothing is left out. */
    weights: [-3.378, -3.096, -0.06, -0.178, -0.63, 16.521] as readonly number[],
    intercept: -12.902,
  },
} as const;
