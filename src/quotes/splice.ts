/** A quotation put together from two places: the best beginning from one and the best rest from another. */
import { align, type NearTest, type Pair, type Stretch } from './align.js';
import type { Quotation } from './quotation.js';
import { mayGain, type Candidate, type Source } from './source.js';
import { THRESHOLDS } from './thresholds.js';

/**
 * @param candidates - best first.
 * @returns the two parts and what both score together, or undefined when one place explains the quotation about as well.
 */
export function findSplice(
  { ids }: Quotation,
  candidates: readonly Candidate[],
  isNear: NearTest,
): { readonly score: number; readonly parts: Source[] } | undefined {
  const best = candidates[0]?.alignment.score ?? 0;
  const ranked = candidates.filter(({ run }) => run >= THRESHOLDS.splice.run);
  if (!mayGain(ids, best)) return undefined;
  const endings = ranked.map(({ stretch }) => endingsOf(ids, stretch, isNear));
  let cut = { score: best + THRESHOLDS.splice.gain, at: 0, first: 0, second: 0 };
  for (let at = THRESHOLDS.splice.run; at <= ids.length - THRESHOLDS.splice.run; at++) {
    const first = largest(ranked.map(({ alignment }) => alignment.beginnings[at] ?? 0));
    const second = largest(endings.map((scores) => scores[at] ?? 0));
    const score = first.value + second.value;
    if (score > cut.score) cut = { score, at, first: first.at, second: second.at };
  }
  const parts = cut.at === 0 ? [] : cutParts(ids, ranked, cut, isNear);
  return parts.length === 2 ? { score: cut.score - THRESHOLDS.splice.gain, parts } : undefined;
}

/** For each position the best score of the words from there on: the same alignment, read backwards. */
function endingsOf(ids: Uint32Array, { ids: text, low, high }: Stretch, isNear: NearTest): Float64Array {
  const shift = text.length - ids.length;
  const backwards = { ids: text.toReversed(), low: shift - high, high: shift - low };
  const last = ids.length - 1;
  return align(ids.toReversed(), backwards, (at, number) =>
    isNear(last - at, number),
  ).beginnings.toReversed();
}

function largest(values: readonly number[]): { readonly at: number; readonly value: number } {
  let [at, value] = [0, Number.NEGATIVE_INFINITY];
  values.forEach((other, position) => {
    if (other > value) [at, value] = [position, other];
  });
  return { at, value };
}

/** Both parts aligned for themselves; nothing when one of them is too weak to name a source. */
function cutParts(
  ids: Uint32Array,
  ranked: readonly Candidate[],
  cut: { readonly at: number; readonly first: number; readonly second: number },
  isNear: NearTest,
): Source[] {
  return [
    { candidate: ranked[cut.first], start: 0, end: cut.at },
    { candidate: ranked[cut.second], start: cut.at, end: ids.length },
  ].flatMap(({ candidate, start, end }) => {
    if (candidate === undefined) return [];
    const { stretch, from } = candidate;
    const band = { ids: stretch.ids, low: stretch.low + start, high: stretch.high + start };
    const alignment = align(ids.subarray(start, end), band, (at, number) => isNear(at + start, number));
    const pairs = alignment.pairs.map(({ at, place, isEqual }) => ({
      at: at + start,
      place: place + from,
      isEqual,
    }));
    return isPart(pairs, end - start) ? [{ score: alignment.score, pairs, isPart: true }] : [];
  });
}

function isPart(pairs: readonly Pair[], length: number): boolean {
  const equal = pairs.filter(({ isEqual }) => isEqual);
  let [run, longest] = [0, 0];
  equal.forEach(({ at, place }, n) => {
    const before = equal[n - 1];
    run = before !== undefined && before.at === at - 1 && before.place === place - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest >= THRESHOLDS.splice.run && equal.length >= THRESHOLDS.splice.share * length;
}
