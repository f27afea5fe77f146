/**
 * A process that writes to a state as fast as it can and tells each thing that was written, until it is killed. The lines
 * are written at once, not some time later: what was told was written before.
 *
 *     node state-process.mjs STATE_FOLDER
 */
import { writeSync } from 'node:fs';
import { openStore } from '../../dist/src/state/store.js';

const [directory] = process.argv.slice(2);
const fail = (message) => {
  throw new Error(message);
};
const log = { debug: () => undefined, info: () => undefined, warn: fail, error: fail };
const store = openStore({ directory, log });
const figures = { generation: 1, model: 'm', evidence: 1, threshold: 0, confidence: 1 };

for (let number = 0; ; number++) {
  const question = `${number} ${'word '.repeat(200)}`;
  const id = store.receipts.add({
    ...figures,
    guildId: 'g',
    question,
    outcome: 'answer',
    shown: [],
    further: [],
  });
  store.feedback.vote(id, 'voter', 'right');
  const paragraph = { article: '0123456789ab', paragraph: number + 1, hash: 'deadbeef', text: question };
  store.shownParagraphs.add([{ ...paragraph, attribution: { articleId: 'a', title: 'A' } }]);
  store.settings.change('g', { channels: [id] });
  writeSync(1, `${JSON.stringify({ id, question, paragraph: number + 1 })}\n`);
}
