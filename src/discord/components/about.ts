/** Asks the article of an answer once more: a form, and what is typed into it is asked with the question before in mind. */
import { z } from 'zod';
import type { Attribution } from '../../answers/passage.js';
import { UserError } from '../../errors.js';
import { answerQuestion } from '../answering.js';
import type { Asking } from '../asking.js';
import { defineComponent } from '../component.js';
import { receiptArg } from '../receipts.js';
import { QUESTION_FIELD, renderAboutForm } from '../render-forms.js';
import { say } from '../reply.js';

const args = z.tuple([receiptArg]);

export const about = defineComponent({
  kind: 'about',
  version: 1,
  args,
  acknowledgement: 'modal',
  open(asking, [receiptId]) {
    const { reader } = asking.texts;
    const article = articleOf(asking, receiptId);
    if (article === undefined) throw new UserError(reader.gone);
    return renderAboutForm(asking.texts, receiptId, article.title);
  },
});

export const aboutAsked = defineComponent({
  kind: 'about-asked',
  version: 1,
  args,
  isQuestion: true,
  // Whoever saw the answer sees what was asked next.
  acknowledgement: ({ isPrivate }) => (isPrivate ? 'private reply' : 'public reply'),
  run(asking, [receiptId], { fields }) {
    const article = articleOf(asking, receiptId);
    if (article === undefined) return say(asking.texts.reader.gone);
    const { question } = asking.rooms.store.receipts.get(receiptId) ?? {};
    return answerQuestion(asking, fields.get(QUESTION_FIELD) ?? '', {
      articleId: article.articleId,
      previous: { question },
      isQuestionShown: true,
    });
  },
});

/** The article of the first passage; undefined when the receipt or the article is gone. */
function articleOf({ rooms: { store, answerer } }: Asking, receiptId: string): Attribution | undefined {
  const [first] = store.receipts.get(receiptId)?.shown ?? [];
  const found = first === undefined ? undefined : answerer.findShown(first);
  if (found === undefined || found.kind === 'not-ready') return undefined;
  return (found.kind === 'found' ? found.passage : (found.movedTo ?? found.now))?.attribution;
}
