import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buttonRows, selectRow } from '../../src/discord/controls.js';
import { toModal } from '../../src/discord/form.js';
import { say, withRows } from '../../src/discord/reply.js';
import { modal } from '../../src/local-discord/validate-callbacks.js';
import { messageCreate } from '../../src/local-discord/validate-messages.js';
import { hostileText } from '../support/hostile-text.js';

const label = fc.oneof(hostileText, fc.constant('x'.repeat(200))).filter((text) => text.trim() !== '');
const V2 = 1 << 15;

test('buttons stand five in a row', () => {
  const buttons = Array.from({ length: 12 }, (_, at) => ({ id: `b:1:${at}`, label: `${at}` }));
  expect(buttonRows(buttons).map(({ components }) => components.length)).toEqual([5, 5, 2]);
  expect(buttonRows([])).toEqual([]);
});

describe('whatever the labels, Discord would take it', () => {
  test('a message with buttons and a select', () => {
    const options = fc.array(label, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 10 }), options, (labels, names) => {
        const buttons = labels.map((text, at) => ({
          id: `b:1:${at}`,
          label: text,
          isDisabled: at % 2 === 0,
        }));
        const select = selectRow({
          id: 's:1',
          placeholder: names[0],
          most: 30,
          options: names.map((name, at) => ({ label: name, value: String(at), description: name })),
        });
        const { components } = withRows(say('Words', buttons), [select]);
        expect(messageCreate.safeParse({ components, flags: V2 }).error).toBeUndefined();
      }),
    );
  });

  test('a form', () => {
    fc.assert(
      fc.property(label, fc.array(label, { minLength: 1, maxLength: 5 }), (title, labels) => {
        const fields = labels.map((text, at) => ({
          id: String(at),
          label: text,
          description: text,
          placeholder: text,
          value: text,
        }));
        expect(modal.safeParse(toModal({ id: 'f:1', title, fields })).error).toBeUndefined();
      }),
    );
  });
});
