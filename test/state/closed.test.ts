/** A state that was closed: what is still asked is refused. libsql would end the process. */
import { expect, test } from 'vitest';
import { StateError } from '../../src/errors.js';
import { temporaryStore } from '../support/temporary-store.js';

test('reading and writing are refused with an error, and what an answer leaves behind is logged', async () => {
  const state = await temporaryStore();
  const store = state.open();
  store.close();
  store.close();
  expect(() => store.settings.get('1')).toThrow(StateError);
  expect(() => store.settings.change('1', { isPrivateByDefault: true })).toThrow(StateError);
  expect(() => store.feedback.vote('K7F3Q9AB', '1', 'right')).toThrow(/it was closed/u);
  const before = state.log.lines.length;
  store.gaps.add({ guildId: undefined, question: 'Who?', reason: 'declined', receiptId: 'K7F3Q9AB' });
  store.tidy();
  expect(state.log.lines.length).toBeGreaterThan(before);
});
