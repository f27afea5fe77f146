/** What comes from the server is checked before it is shown. */
import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../src/local-discord/page/events.js';
import { ShapeError } from '../../../src/local-discord/page/fields.js';
import { parseSnapshot } from '../../../src/local-discord/page/world.js';
import { message, messageJson, snapshotJson } from './sample.js';

const read = (name: string, data: unknown) => readEvent(name, JSON.stringify(data));

describe('events', () => {
  test('messages that are new, changed and gone', () => {
    for (const type of ['create', 'update']) {
      const action = read('message', { type, channelId: '30', message: messageJson('1') });
      expect(action).toMatchObject({ kind: 'message', message: { id: '1', author: { name: 'byline' } } });
    }
    const gone = read('message', { type: 'delete', channelId: '30', message: { id: '1', channel_id: '30' } });
    expect(gone).toEqual({ kind: 'message-gone', id: '1' });
  });

  test('the bot and its interactions', () => {
    expect(read('connection', { isConnected: true })).toEqual({ kind: 'connection', isConnected: true });
    expect(read('commands', [])).toEqual({ kind: 'commands', commands: [] });
    expect(read('interaction', { id: '7', state: 'failed', error: 'Why.' })).toEqual({
      kind: 'interaction',
      interaction: '7',
      state: 'failed',
      error: 'Why.',
    });
  });

  test('forms, in the old and the new layout', () => {
    const input = { type: 4, custom_id: 'a', style: 2, max_length: 10, required: false };
    const modal = {
      title: 'Form',
      custom_id: 'form',
      components: [
        { type: 1, components: [{ ...input, label: 'Old' }] },
        { type: 18, label: 'New', description: 'Hint', component: { ...input, custom_id: 'b' } },
        { type: 10, content: 'Words' },
      ],
    };
    expect(read('modal', { interaction: '7', modal })).toMatchObject({
      kind: 'modal',
      modal: {
        interaction: '7',
        modal: {
          title: 'Form',
          fields: [
            { label: 'Old', input: { customId: 'a', isLong: true, longest: 10, isRequired: false } },
            { label: 'New', description: 'Hint', input: { customId: 'b' } },
            { label: 'Words', input: undefined },
          ],
        },
      },
    });
  });

  test.each([
    ['message', { type: 'create', channelId: '30', message: { id: 5 } }],
    ['message', 'text'],
    ['message', null],
    ['interaction', { id: '7', state: 'odd' }],
    ['commands', {}],
    ['unknown', {}],
  ])('%s %j is refused', (name, data) => {
    expect(() => read(name, data)).toThrow(ShapeError);
  });
});

describe('messages', () => {
  test('name a slash command with its slash, another by its name', () => {
    const invokedBy = { userName: 'member', commandName: 'ask' };
    expect(message('1', { type: 20, invokedBy }).invokedBy?.commandName).toBe('/ask');
    expect(message('1', { type: 23, invokedBy }).invokedBy?.commandName).toBe('ask');
  });

  test('carry components of every kind, and those of tomorrow', () => {
    const button = { type: 2, style: 1, label: 'More', custom_id: 'more' };
    const select = { type: 3, custom_id: 'pick', options: [{ label: 'One', value: '1', default: true }] };
    const channels = {
      type: 8,
      custom_id: 'where',
      max_values: 9,
      default_values: [{ id: '5', type: 'channel' }],
    };
    const components = [
      { type: 10, content: 'text' },
      { type: 9, components: [{ type: 10, content: 'a' }], accessory: button },
      { type: 14, divider: false, spacing: 2 },
      { type: 12, items: [{ media: { url: 'http://127.0.0.1/a.png' }, description: 'A' }] },
      { type: 13, file: { url: 'http://127.0.0.1/a.txt' }, name: 'a.txt' },
      { type: 17, accent_color: 255, components: [{ type: 1, components: [button] }] },
      { type: 1, components: [select] },
      { type: 1, components: [channels] },
      { type: 99 },
    ];
    expect(message('1', { components }).parts).toMatchObject([
      { kind: 'text', content: 'text' },
      { kind: 'section', accessory: { kind: 'button', label: 'More', customId: 'more' } },
      { kind: 'separator', hasLine: false, isLarge: true },
      { kind: 'media', items: [{ description: 'A' }] },
      { kind: 'media', items: [{ description: 'a.txt' }] },
      { kind: 'container', accent: 255, parts: [{ kind: 'row', parts: [{ kind: 'button' }] }] },
      { kind: 'row', parts: [{ kind: 'select', fewest: 1, most: 1, options: [{ isDefault: true }] }] },
      { kind: 'row', parts: [{ kind: 'select', most: 9, options: [], channels: ['5'] }] },
      { kind: 'unknown', type: 99 },
    ]);
  });

  test('a snapshot without a world is refused by the name of what is missing', () => {
    expect(() => parseSnapshot({ ...snapshotJson(), guild: 5 }, 'state')).toThrow('"state.guild"');
  });
});
