/** A message whose article was corrected: that it was, what it has shown, what stands there now, and all else that it said. */
import { writePermalink } from '../../answers/permalink.js';
import { renderHeading } from '../attribution.js';
import { lasting, type LastingTexts } from '../lasting.js';
import { MESSAGE_TEXT } from '../limits.js';
import { inFile, withFile } from '../render-citation.js';
import { renderDayHeading } from '../render-timeline.js';
import { frame, words, type Reply, type ReplyFile } from '../reply.js';
import type { Texts } from '../texts/english.js';
import { renderAmended, type RecalledPassage } from './render-amended.js';

export interface AmendmentView {
  /** In the order in which they were shown. */
  readonly passages: readonly RecalledPassage[];
  /** Whether they are sentences under the heading of their day. */
  readonly isOfSentences?: boolean | undefined;
  /** What the message says beside them. */
  readonly lasting: LastingTexts;
  /** Whether it has all of their words in a file. */
  readonly hasFile?: boolean | undefined;
}

/** Characters for what stands below: the passages come first. */
const FOOT_ROOM = 1200;

export function renderAmendment(texts: Texts, view: AmendmentView): Reply {
  const { passages, lasting: texted, isOfSentences = false, hasFile = false } = view;
  const foot = fitFoot(texted.foot);
  const head = renderHead(texts, view);
  const around = [head, ...texted.lead, ...texted.verdict, ...foot, ...(hasFile ? [inFile(texts)] : [])];
  const room = around.reduce((left, { length }) => left - length, MESSAGE_TEXT);
  const parts = [
    words(head),
    ...lasting('lead', texted.lead),
    ...lasting('verdict', texted.verdict),
    ...renderAmended(texts, passages, room, isOfSentences ? renderDayHeading : renderHeading),
    ...lasting('foot', foot),
  ];
  return hasFile ? withFile(texts, parts, fileOf(passages)) : frame(parts);
}

/** Each wording below its permanent id, earlier ones first. */
function fileOf(passages: readonly RecalledPassage[]): ReplyFile {
  const wordings = passages.flatMap(({ shown, amended }) =>
    amended?.kind === 'changed' ? [shown, amended.now] : [shown],
  );
  const content = wordings.map((passage) => `${writePermalink(passage)}\n\n${passage.text}\n`).join('\n\n');
  return { name: `paragraph-${wordings.at(-1)?.paragraph ?? 0}.txt`, content };
}

/** A verdict was true of the words that were there: it is told so as long as they have changed. */
function renderHead({ watch }: Texts, { passages, lasting: { verdict } }: AmendmentView): string {
  const isAmended = passages.some(({ amended }) => amended !== undefined);
  const head = `**${isAmended ? watch.amended : watch.restored}**`;
  return isAmended && verdict.length > 0 ? `${head}\n-# ${watch.checkedBefore}` : head;
}

/** As many texts as find room, in one: there may not be components enough for each. */
function fitFoot(texts: readonly string[]): string[] {
  let left = FOOT_ROOM;
  const shown = texts.filter(({ length }) => {
    if (length >= left) return false;
    left -= length + 1;
    return true;
  });
  return shown.length === 0 ? [] : [shown.join('\n')];
}
