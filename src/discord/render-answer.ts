/** Answers to questions as messages: passages, an offer of the closest ones, or a plain no. */
import type { Declined, Hint, ReferencedPassage } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import { shortenAtWord } from '../text/shorten.js';
import { answerRows, declinedRows, type AnswerButtons } from './answer-buttons.js';
import { lasting } from './lasting.js';
import { MESSAGE_TEXT } from './limits.js';
import { escapeLine } from './markdown.js';
import { fitPassages, renderPassages, type FittedPassages } from './passages.js';
import { frame, say, withRows, words, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** Of a question that is repeated above its answer, and of a name. */
const LONGEST_QUESTION = 300;
const LONGEST_NAME = 80;

export interface AnswerView extends AnswerButtons {
  /** What was asked, where it cannot be seen otherwise. */
  readonly question?: string | undefined;
  /** Name of the person who shared it. */
  readonly sharedBy?: string | undefined;
}

export interface PassagesView extends AnswerView {
  readonly passages: readonly Passage[];
  /** Whether the first passages were put in the order of their dates. */
  readonly isNewestFirst?: boolean | undefined;
}

/** @param fitted - what `fitAnswer` gave for this very view, where it is known. */
export function renderAnswer(texts: Texts, view: PassagesView, fitted = fitAnswer(texts, view)): Reply {
  const lead = lasting('lead', renderLead(texts, view));
  const foot = lasting('foot', [renderFoot(texts, view)]);
  return withRows(frame([...lead, ...fitted.parts, ...foot]), answerRows(texts, view));
}

/** How many of the passages find room beside the lines around them. */
export function fitAnswer(texts: Texts, view: PassagesView): FittedPassages {
  const around = [...renderLead(texts, view), renderFoot(texts, view)];
  const room = around.reduce((left, line) => left - line.length, MESSAGE_TEXT);
  return fitPassages(texts, view.passages, room);
}

/** No word of any article: the closest passages are behind the button, and where nothing is close there is none. */
export function renderDeclined(
  texts: Texts,
  { outcome, hint }: Pick<Declined, 'outcome' | 'hint'>,
  view: AnswerView,
): Reply {
  const { answer, reader } = texts;
  const said = [outcome === 'closest' || hint !== undefined ? answer.declined : reader.nothing];
  if (hint !== undefined) said.push(renderHint(texts, hint));
  const lines = [...renderLead(texts, view), said.join(' '), renderReceiptLine(texts, view.receiptId)];
  return withRows(say(lines.join('\n')), declinedRows(texts, view));
}

function renderHint({ answer, articles, languageName, isolate }: Texts, hint: Hint): string {
  if (hint.kind === 'no-article') return answer.noArticle;
  const [asked = '', ...known] = [hint.asked, ...hint.known].map((tag) =>
    isolate(escapeLine(languageName(tag))),
  );
  return answer.otherLanguage(asked, articles.list(known));
}

/** The passage behind the button of an unanswered question, as earlier versions put it there. */
export function renderNearest(texts: Texts, found: ReferencedPassage): Reply {
  return renderReferenced(texts, found, texts.answer.nearest);
}

/** What stands around a quotation, behind its button. */
export function renderContext(texts: Texts, found: ReferencedPassage): Reply {
  return renderReferenced(texts, found, texts.answer.context);
}

function renderReferenced(texts: Texts, found: ReferencedPassage, head: string): Reply {
  switch (found.kind) {
    case 'found':
      return frame([words(head), ...renderPassages(texts, [found.passage], MESSAGE_TEXT - head.length)]);
    case 'changed':
      return say(texts.answer.changed);
    case 'not-ready':
      return say(texts.general.notReady);
  }
}

function renderLead({ reader, isolate }: Texts, { sharedBy, question }: AnswerView): string[] {
  const lines = [
    sharedBy === undefined ? undefined : reader.sharedBy(isolate(shorten(sharedBy, LONGEST_NAME))),
    question === undefined ? undefined : reader.question(isolate(shorten(question, LONGEST_QUESTION))),
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? [] : [lines.map((line) => `-# ${line}`).join('\n')];
}

/** As it is typed by hand, in small print. */
function renderFoot(texts: Texts, { receiptId, isNewestFirst = false }: PassagesView): string {
  const receipt = renderReceiptLine(texts, receiptId);
  return isNewestFirst ? `-# ${texts.reader.newestFirst}\n${receipt}` : receipt;
}

/** The id under which `/why` tells how something was found. */
export function renderReceiptLine({ reader, isolate }: Texts, receiptId: string): string {
  return `-# ${reader.receipt(isolate(`\`${receiptId}\``))}`;
}

function shorten(text: string, limit: number): string {
  return escapeLine(shortenAtWord(text, limit));
}
