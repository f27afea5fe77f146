/** Finds where an altered quotation comes from: the best alignment, or the best two for a quotation put together from two places. */
import { align, type NearTest, type Stretch } from './align.js';
import { BIN, findBins } from './candidates.js';
import { isEnough, weigh, type Evidence } from './evidence.js';
import { createNearTest } from './near-words.js';
import type { IsSearched, Quotation } from './quotation.js';
import { highestScore, mayGain, type Candidate, type Source } from './source.js';
import { findSplice } from './splice.js';
import { THRESHOLDS } from './thresholds.js';
import { articleAt, BORDER, type WordIndex } from './word-index.js';

/** Cells of all alignments of a quotation together: long quotations have fewer candidates. */
const MOST_CELLS = 250_000;
/** Words left out of the text, and added by the quotation, that an alignment can bridge. */
const LONGEST_LEFT_OUT = 100;
const LONGEST_ADDED = 60;
/** Alignments that score almost as well as the best are other copies of the same words. */
const SAME_SCORE = 0.3;

/** Sources, best first, copies of the same words side by side, and what speaks for them. */
export interface Finding {
  readonly sources: readonly Source[];
  readonly evidence: Evidence;
}

/** @returns sources; empty when the evidence is too weak. */
export function findAltered(
  index: WordIndex,
  quotation: Quotation,
  isSearched?: IsSearched,
): readonly Source[] {
  const findings = findSources(index, quotation, isSearched);
  return findings.find(({ evidence }) => isEnough(evidence))?.sources ?? [];
}

/** What may be the source, whether it is enough or not: two places first, if they explain more than one. */
export function findSources(index: WordIndex, quotation: Quotation, isSearched?: IsSearched): Finding[] {
  const isNear = createNearTest(index, quotation);
  const ranked = listCandidates(index, quotation, isNear, isSearched);
  const best = ranked[0]?.alignment.score ?? 0;
  if (best <= 0) return [];
  const isLong = quotation.ids.length * bandOf(quotation.ids.length) > MOST_CELLS;
  const splice = isLong ? undefined : findSplice(quotation, ranked, isNear);
  const sources = withoutRepeats(
    ranked.filter(({ alignment }) => alignment.score >= best - SAME_SCORE).map(toSource),
  );
  const findings = [{ sources, score: best, parts: sources.slice(0, 1) }];
  if (splice !== undefined) findings.unshift({ ...splice, sources: splice.parts });
  return findings.map(({ sources, score, parts }) => ({
    sources,
    evidence: weigh(
      index,
      quotation,
      score,
      parts.map(({ pairs }) => pairs),
    ),
  }));
}

/** Aligns what may be a source, in the order of the votes, and puts the best first. */
function listCandidates(
  index: WordIndex,
  quotation: Quotation,
  isNear: NearTest,
  isSearched?: IsSearched,
): Candidate[] {
  const { ids } = quotation;
  const candidates: Candidate[] = [];
  const wanted = new Set([...ids, ...[...quotation.misspelt.values()].flat()]);
  let best = 0;
  for (const bin of listBins(index, quotation)) {
    const { stretch: whole, from } = stretchAt(index, ids.length, bin);
    const stretch = isSearched === undefined ? whole : hideOthers(index, whole, from, isSearched);
    const overlap = overlapOf(quotation, wanted, stretch.ids);
    if (overlap.share < THRESHOLDS.altered.share && overlap.run < THRESHOLDS.splice.run) continue;
    if (!mayGain(ids, best) && highestScore(ids.length, overlap.share) < best - SAME_SCORE) continue;
    const alignment = align(ids, stretch, isNear);
    candidates.push({ stretch, from, alignment, run: overlap.run });
    best = Math.max(best, alignment.score);
  }
  return candidates.toSorted((a, b) => b.alignment.score - a.alignment.score);
}

/** Neighbouring bins see the same text, so only the better of them is kept. */
function listBins(index: WordIndex, quotation: Quotation): number[] {
  const { length } = quotation.ids;
  const affordable = Math.max(1, Math.floor(MOST_CELLS / (length * bandOf(length))));
  const kept = new Set<number>();
  for (const bin of findBins(index, quotation)) {
    if (kept.size < affordable && !kept.has(bin - 1) && !kept.has(bin + 1)) kept.add(bin);
  }
  return [...kept];
}

/** The share of the quotation's words that a stretch has at all, and its longest run of such words. */
function overlapOf(
  { ids, misspelt }: Quotation,
  wanted: ReadonlySet<number>,
  text: Uint32Array,
): { readonly share: number; readonly run: number } {
  const found = new Set<number>();
  let [run, longest] = [0, 0];
  for (const number of text) {
    run = number !== BORDER && wanted.has(number) ? run + 1 : 0;
    if (run > 0) found.add(number);
    longest = Math.max(longest, run);
  }
  let count = 0;
  ids.forEach((number, at) => {
    if (found.has(number) || misspelt.get(at)?.some((near) => found.has(near)) === true) count++;
  });
  return { share: count / ids.length, run: longest };
}

function bandOf(length: number): number {
  return Math.min(length, LONGEST_ADDED) + 2 * BIN + Math.min(length + 40, LONGEST_LEFT_OUT);
}

function stretchAt(index: WordIndex, length: number, bin: number): { stretch: Stretch; from: number } {
  const diagonal = bin * BIN - Math.min(length, LONGEST_ADDED);
  const width = bandOf(length);
  const from = Math.max(0, diagonal);
  const to = Math.min(index.ids.length, diagonal + width + length);
  const low = diagonal - from;
  return { stretch: { ids: index.ids.subarray(from, to), low, high: low + width - 1 }, from };
}

/** Puts borders in place of the words of articles that are not searched: a stretch may reach into several. */
function hideOthers(index: WordIndex, stretch: Stretch, from: number, isSearched: IsSearched): Stretch {
  const ids = stretch.ids.slice();
  for (let at = 0; at < ids.length;) {
    const article = articleAt(index, from + at);
    const end = (index.firstPlaces[article + 1] ?? Infinity) - from;
    if (!isSearched(article)) ids.fill(BORDER, at, Math.min(end, ids.length));
    at = end;
  }
  return { ...stretch, ids };
}

function toSource({ alignment, from }: Candidate): Source {
  const pairs = alignment.pairs.map((pair) => ({ ...pair, place: pair.place + from }));
  return { score: alignment.score, pairs };
}

/** Two candidates may have found the same place. */
function withoutRepeats(sources: readonly Source[]): Source[] {
  const seen = new Set<number>();
  return sources.filter(({ pairs }) => {
    const place = pairs[0]?.place ?? -1;
    return !seen.has(place) && seen.add(place);
  });
}
