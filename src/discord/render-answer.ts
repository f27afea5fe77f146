/** Answers to questions as messages. */
import type { Answer, ParagraphReference, ReferencedPassage } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import { writeComponentId, writeReference } from './component-id.js';
import { MESSAGE_TEXT } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import { renderPassages } from './passages.js';
import { frame, say, words, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** @param referTo - how a passage is remembered by a button. */
export function renderAnswer(
  texts: Texts,
  answer: Answer,
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  switch (answer.kind) {
    case 'answered':
      return frame(renderPassages(texts, answer.passages, MESSAGE_TEXT));
    case 'declined':
      return renderDeclined(texts, answer, referTo);
    case 'unknown-article':
      return say(texts.general.unknownArticle);
    case 'not-ready':
      return say(texts.general.notReady);
  }
}

function renderDeclined(
  { answer: told, isolate }: Texts,
  { hint, nearest }: Extract<Answer, { readonly kind: 'declined' }>,
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  const text = hint === undefined ? told.declined : `${told.declined} ${isolate(escapeMarkdown(hint))}`;
  if (nearest === undefined) return say(text);
  const id = writeComponentId({ kind: 'nearest', version: 1, args: writeReference(referTo(nearest)) });
  return say(text, [{ id, label: told.showNearest }]);
}

/** The passage behind the button of an unanswered question. */
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
