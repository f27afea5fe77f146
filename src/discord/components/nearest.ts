/** The button below a declined question: shows the passage that came nearest. */
import { defineComponent } from '../component.js';
import { referenceArgs } from '../component-id.js';
import { renderNearest } from '../render-answer.js';

export const nearest = defineComponent({
  kind: 'nearest',
  version: 1,
  args: referenceArgs,
  acknowledgement: 'private reply',
  run: ({ texts, rooms }, reference) => renderNearest(texts, rooms.answerer.findParagraph(reference)),
});
