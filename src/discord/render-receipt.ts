/** How an answer came about, in words that a reader understands, with the numbers behind them. */
import type { PassageReference, ShownPassage } from '../answers/shown-passages.js';
import { shortenAtWord } from '../text/shorten.js';
import type { Receipt } from '../state/receipts.js';
import { renderDetails, renderPlace, renderTitle } from './attribution.js';
import { renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { frame, words, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** Passages are an answer from this confidence on. */
const IS_ANSWER = 0.5;
const DIGITS = 1000;
const LONGEST_QUESTION = 300;
const LONGEST_TITLE = 80;
/** Characters for what was shown, and for what came next. */
const SHOWN_ROOM = 1000;
const FURTHER_ROOM = 1800;

interface Listed {
  readonly reference: PassageReference;
  readonly found: ShownPassage;
}

export interface Explained {
  readonly receipt: Receipt;
  readonly votes: { readonly right: number; readonly wrong: number };
  readonly shown: readonly Listed[];
  readonly further: readonly Listed[];
}

export function renderReceipt(texts: Texts, { receipt, votes, shown, further }: Explained): Reply {
  const { why } = texts;
  const parts = [
    renderHead(texts, receipt),
    renderReasons(texts, receipt),
    renderList(
      texts,
      `**${why.shown}**`,
      shown.map((one) => renderPassage(texts, one)),
      SHOWN_ROOM,
    ),
    renderList(
      texts,
      `**${isDeclined(receipt) ? why.nearest : why.cameNext}**`,
      further.map((one) => renderPassage(texts, one)),
      FURTHER_ROOM,
    ),
    renderFoot(texts, receipt, votes),
  ];
  return frame(parts.filter((part) => part !== '').map((part) => words(part)));
}

function renderHead({ why, reader, isolate }: Texts, { id, at, question }: Receipt): string {
  const asked = why.asked(`<t:${Math.floor(at / 1000)}:f>`);
  const lines = [`### ${why.title(isolate(`\`${id}\``))}`, `-# ${asked}`];
  if (question !== undefined)
    lines.push(reader.question(isolate(escapeLine(shortenAtWord(question, LONGEST_QUESTION)))));
  return lines.join('\n');
}

/** A timeline takes what has the words of its topic, and weighs nothing. */
function renderReasons(texts: Texts, { outcome, confidence, evidence, threshold }: Receipt): string {
  const { why } = texts;
  if (outcome === 'timeline') return why.timeline;
  if (evidence === null || threshold === null) return why.noEvidence;
  return [
    sayOutcome(texts, outcome),
    why.evidence(show(texts, evidence), show(texts, threshold)),
    why.confidence(show(texts, confidence), show(texts, IS_ANSWER)),
  ].join('\n');
}

function sayOutcome({ why }: Texts, outcome: string): string {
  if (outcome === 'answer') return why.answered;
  return outcome === 'closest' ? why.closest : why.nothing;
}

function isDeclined({ outcome }: Receipt): boolean {
  return outcome === 'closest' || outcome === 'nothing';
}

/** Where it stands and how it scored; its words are in the answer, or behind its buttons. */
function renderPassage(texts: Texts, { reference, found }: Listed): string {
  const { why, isolate } = texts;
  const place = renderPlace(reference);
  const score = why.score(show(texts, reference.score));
  if (found.kind !== 'found') return `- ${why.changed} (${isolate(place)}, ${score})`;
  const { attribution } = found.passage;
  const title = renderTitle({ ...attribution, title: shortenAtWord(attribution.title, LONGEST_TITLE) });
  const details = renderDetails(texts, { ...attribution, author: undefined, url: undefined }, [place]);
  return `- ${isolate(title)} (${details}, ${score})`;
}

function renderFoot(texts: Texts, { generation, model }: Receipt, votes: Explained['votes']): string {
  const { why, number, isolate } = texts;
  const lines = [why.scores];
  if (model !== '') lines.push(why.madeFrom(number(generation), isolate(escapeLine(model))));
  if (votes.right + votes.wrong > 0) lines.push(why.votes(number(votes.right), number(votes.wrong)));
  return lines.map((line) => `-# ${line}`).join('\n');
}

/** Three digits are enough to compare. */
function show({ number, isolate }: Texts, value: number): string {
  return isolate(number(Math.round(value * DIGITS) / DIGITS));
}
