/**
 * Quotations whose ellipses leave out whatever lies between exact fragments: however far these are apart, and however short
 * the whole is. All stand in one article, in order; whether that is no chance is weighed by how rare their words are.
 */
import type { Pair } from './align.js';
import { ELLIPSIS } from './differences.js';
import { weigh } from './evidence.js';
import type { IsSearched, Quotation } from './quotation.js';
import type { Source } from './source.js';
import { THRESHOLDS } from './thresholds.js';
import { articleAt, BORDER, countOf, type WordIndex } from './word-index.js';

/** One word stands everywhere. */
const FEWEST_WORDS = 2;
/** Places of words that are compared with a fragment. */
const MOST_STEPS = 1_000_000;
/** With more words between them, fragments are places of their own. */
const LONGEST_LEFT_OUT = 100;

/** Positions of a fragment's first word and of the one behind its last. */
interface Fragment {
  readonly from: number;
  readonly to: number;
}

/** The first place of each fragment. */
type Places = readonly number[];

/** @returns the fragments' places, joined where they are near each other; empty when they are nowhere, or may be chance. */
export function findFragments(index: WordIndex, quotation: Quotation, isSearched?: IsSearched): Source[] {
  const fragments = splitFragments(quotation);
  const isWhole = fragments.every(({ from, to }) => to - from >= FEWEST_WORDS);
  if (fragments.length < 2 || !isWhole || quotation.ids.includes(BORDER)) return [];
  const places = findPlaces(index, quotation, fragments, isSearched);
  if (places === undefined) return [];
  const pairs = fragments.map(({ from, to }, n) =>
    Array.from({ length: to - from }, (_, k): Pair => ({ at: from + k, place: (places[n] ?? 0) + k, isEqual: true })),
  );
  return isChance(index, quotation, pairs) ? [] : joinNear(pairs);
} // prettier-ignore

function splitFragments({ text, words }: Quotation): Fragment[] {
  const fragments: Fragment[] = [];
  let from = 0;
  for (let to = 1; to <= words.length; to++) {
    const isCut = to === words.length || ELLIPSIS.test(text.slice(words[to - 1]?.end, words[to]?.start));
    if (!isCut) continue;
    fragments.push({ from, to });
    from = to;
  }
  return fragments;
}

/** Where all are closest together, around the fragment with the rarest word. */
function findPlaces(
  index: WordIndex,
  { ids }: Quotation,
  fragments: readonly Fragment[],
  isSearched?: IsSearched,
): Places | undefined {
  const rarest = ids.reduce((best, id, at) => (countOf(index, id) < countOf(index, ids[best] ?? BORDER) ? at : best), 0);
  const middle = fragments.findIndex(({ to }) => to > rarest);
  const number = ids[rarest] ?? BORDER;
  const shift = rarest - (fragments[middle]?.from ?? 0);
  const budget = { left: MOST_STEPS };
  let best: Places | undefined;
  for (let n = index.offsets[number] ?? 0; n < (index.offsets[number + 1] ?? 0) && budget.left > 0; n++) {
    budget.left--;
    const start = (index.places[n] ?? 0) - shift;
    const article = articleAt(index, start);
    if (!standsAt(index, ids, fragments[middle], start) || isSearched?.(article) === false) continue;
    const places = spread(index, ids, fragments, { middle, start, article, budget });
    if (places !== undefined && (best === undefined || widthOf(places) < widthOf(best))) best = places;
  }
  return best;
} // prettier-ignore

interface Centre {
  readonly middle: number;
  readonly start: number;
  readonly article: number;
  readonly budget: { left: number };
}

/** The nearest places of the fragments before and behind the one in the middle, in its article. */
function spread(
  index: WordIndex,
  ids: Uint32Array,
  fragments: readonly Fragment[],
  { middle, start, article, budget }: Centre,
): Places | undefined {
  const places = [start];
  const first = index.firstPlaces[article] ?? 0;
  const end = index.firstPlaces[article + 1] ?? index.ids.length;
  for (const fragment of fragments.slice(0, middle).toReversed()) {
    const before = (places[0] ?? 0) - (fragment.to - fragment.from);
    const place = seek(index, ids, fragment, { from: before, steps: before - first + 1, step: -1, budget });
    if (place === undefined) return undefined;
    places.unshift(place);
  }
  for (const [n, fragment] of fragments.slice(middle + 1).entries()) {
    const { from = 0, to = 0 } = fragments[middle + n] ?? {};
    const behind = (places.at(-1) ?? 0) + to - from;
    const place = seek(index, ids, fragment, { from: behind, steps: end - behind, step: 1, budget });
    if (place === undefined) return undefined;
    places.push(place);
  }
  return places;
}

interface Search {
  readonly from: number;
  readonly steps: number;
  readonly step: 1 | -1;
  readonly budget: { left: number };
}

/** The first place from one on where a fragment stands. */
function seek(
  index: WordIndex,
  ids: Uint32Array,
  fragment: Fragment,
  { from, steps, step, budget }: Search,
): number | undefined {
  const most = Math.min(steps, budget.left);
  for (let n = 0; n < most; n++) {
    if (!standsAt(index, ids, fragment, from + n * step)) continue;
    budget.left -= n + 1;
    return from + n * step;
  }
  budget.left -= Math.max(0, most);
  return undefined;
}

function standsAt({ ids: text }: WordIndex, ids: Uint32Array, fragment: Fragment | undefined, start: number): boolean {
  if (fragment === undefined || start < 0) return false;
  for (let at = fragment.from; at < fragment.to; at++) {
    if (text[start + at - fragment.from] !== ids[at]) return false;
  }
  return true;
} // prettier-ignore

function widthOf(places: Places): number {
  return (places.at(-1) ?? 0) - (places[0] ?? 0);
}

/** The first fragment may stand anywhere in the collection, each other one anywhere within the width. */
function isChance(index: WordIndex, quotation: Quotation, fragments: readonly (readonly Pair[])[]): boolean {
  const { surprise, collection, words } = weigh(index, quotation, 0, fragments);
  const { altered, fewestWords } = THRESHOLDS;
  // In a handful of articles no word is surprising.
  if (collection < altered.whole.collection && words >= fewestWords) return false;
  const [first, last] = [fragments[0]?.[0], fragments.at(-1)?.at(-1)];
  const width = 1 + (last?.place ?? 0) - (first?.place ?? 0);
  const expected = Math.log(collection) + (fragments.length - 1) * Math.log(width);
  return surprise - expected < THRESHOLDS.fragments.surprise;
}

function joinNear(fragments: readonly (readonly Pair[])[]): Source[] {
  const groups: Pair[][] = [];
  for (const pairs of fragments) {
    const group = groups.at(-1);
    const gap = (pairs[0]?.place ?? 0) - (group?.at(-1)?.place ?? 0);
    if (group === undefined || gap > LONGEST_LEFT_OUT) groups.push([...pairs]);
    else group.push(...pairs);
  }
  const isPart = groups.length > 1;
  return groups.map((pairs) => ({ score: 0, pairs, ...(isPart ? { isPart, isFragment: true } : {}) }));
}
