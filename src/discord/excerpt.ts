/**
 * A passage within a limit. Whole sentences are shown, those that answer first, then their neighbours as far as there is
 * room, and "[…]" where something is left out. A sentence is never cut.
 */
import type { Passage } from '../answers/passage.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { BOLD, emphasise } from './markdown.js';

export const OMISSION = '[…]';

/**
 * Renders a passage, escaped and with its highlights in bold, in at most `limit` characters.
 *
 * @param mark - what stands around highlights instead.
 * @returns undefined when not even the sentences that matter fit: the caller has to make room, or say so.
 */
export function renderExcerpt(passage: Passage, limit: number, mark = BOLD): string | undefined {
  const whole = emphasise(passage.text, passage.highlights, mark);
  if (whole.length <= limit) return whole;
  const sentences = splitSentences(passage.text, passage.language);
  const render = (range: Range): string => renderRange(passage, sentences, range, mark);
  const range = chooseRange(
    coreOf(passage, sentences),
    sentences.length,
    (one) => render(one).length <= limit,
  );
  return range === undefined ? undefined : render(range);
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Starts with the highlighted sentences (else the first one) and grows, forwards before backwards. */
function chooseRange(core: Range, count: number, fits: (range: Range) => boolean): Range | undefined {
  let range = core;
  if (!fits(range)) return undefined;
  for (;;) {
    const wider = [
      { first: range.first, last: range.last + 1 },
      { first: range.first - 1, last: range.last },
    ].find(({ first, last }) => first >= 0 && last < count && fits({ first, last }));
    if (wider === undefined) return range;
    range = wider;
  }
}

/** From the first sentence that is touched by a highlight to the last one. */
function coreOf({ highlights }: Passage, sentences: readonly Span[]): Range {
  const touched = [...sentences.entries()]
    .filter(([, sentence]) =>
      highlights.some(({ start, end }) => start < sentence.end && end > sentence.start),
    )
    .map(([at]) => at);
  return { first: touched[0] ?? 0, last: touched.at(-1) ?? 0 };
}

function renderRange(
  { text, highlights }: Passage,
  sentences: readonly Span[],
  { first, last }: Range,
  mark: string,
): string {
  const start = first === 0 ? 0 : (sentences[first]?.start ?? 0);
  const end = last === sentences.length - 1 ? text.length : (sentences[last]?.end ?? text.length);
  const inside = highlights
    .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }))
    .filter((span) => span.end > span.start);
  const before = first === 0 ? '' : `${OMISSION} `;
  const after = last === sentences.length - 1 ? '' : ` ${OMISSION}`;
  return before + emphasise(text.slice(start, end), inside, mark) + after;
}
