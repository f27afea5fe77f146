/** Answers to questions as messages. */
import type { Answer, ParagraphReference, ReferencedPassage } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import { writeButtonId } from './buttons.js';
import { MESSAGE_TEXT } from './limits.js';
import { escapeMarkdown } from './markdown.js';
import { renderPassages } from './passages.js';
import { frame, say, words, type Reply } from './reply.js';

export const NOT_READY = say(
  'I am still reading the articles for the first time. Please ask again in a minute.',
);

export const UNKNOWN_ARTICLE = say(
  'I have no such article. Choose one from the list that appears while you type its title.',
);

const DECLINED = 'I found nothing in the articles that answers this.';
const CONTEXT = 'The words stand in the paragraph in bold; around it is what comes before and behind.';
const NEAREST = 'This passage is the closest one; it may not answer the question.';

/** @param referTo - how a passage is remembered by a button. */
export function renderAnswer(answer: Answer, referTo: (passage: Passage) => ParagraphReference): Reply {
  switch (answer.kind) {
    case 'answered':
      return frame(renderPassages(answer.passages, MESSAGE_TEXT));
    case 'declined':
      return renderDeclined(answer, referTo);
    case 'unknown-article':
      return UNKNOWN_ARTICLE;
    case 'not-ready':
      return NOT_READY;
  }
}

function renderDeclined(
  answer: Extract<Answer, { readonly kind: 'declined' }>,
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  const text = answer.hint === undefined ? DECLINED : `${DECLINED} ${escapeMarkdown(answer.hint)}`;
  if (answer.nearest === undefined) return say(text);
  const id = writeButtonId({ kind: 'nearest', reference: referTo(answer.nearest) });
  return say(text, [{ id, label: 'Show the closest passage' }]);
}

/** The passage behind the button of an unanswered question. */
export function renderNearest(found: ReferencedPassage): Reply {
  return renderReferenced(found, NEAREST);
}

/** What stands around a quotation, behind its button. */
export function renderContext(found: ReferencedPassage): Reply {
  return renderReferenced(found, CONTEXT);
}

function renderReferenced(found: ReferencedPassage, head: string): Reply {
  switch (found.kind) {
    case 'found':
      return frame([words(head), ...renderPassages([found.passage], MESSAGE_TEXT - head.length)]);
    case 'changed':
      return say('This passage is no longer there: its article was changed or removed. Please ask again.');
    case 'not-ready':
      return NOT_READY;
  }
}
