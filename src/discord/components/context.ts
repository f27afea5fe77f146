/** The button below a checked quotation: shows what stands around it. */
import { defineComponent } from '../component.js';
import { referenceArgs } from '../component-id.js';
import { renderContext } from '../render-answer.js';

export const context = defineComponent({
  kind: 'context',
  version: 1,
  args: referenceArgs,
  acknowledgement: 'private reply',
  run: ({ texts, rooms }, reference) => renderContext(texts, rooms.answerer.findContext(reference)),
});
