/** Events become state. */
import { describe, expect, test } from 'vitest';
import { startCommand } from '../../../src/local-discord/page/draft.js';
import { INITIAL, type Action, type State } from '../../../src/local-discord/page/state.js';
import { after, CHANNEL, loaded, message, messageJson, opened, snapshot, USER } from './sample.js';

const ids = (state: State): string[] => state.messages.map(({ id }) => id);
const heard = (id: string, more: object = {}): Action => ({ kind: 'message', message: message(id, more) });

const acted: Action = { kind: 'acted', interaction: '7', control: '1 more' };
const told = (state: 'thinking' | 'done' | 'failed', error?: string): Action => ({
  kind: 'interaction',
  interaction: '7',
  state,
  error,
});

describe('messages', () => {
  test('stand in the order of their ids, also where one id is longer', () => {
    const state = after(opened(messageJson('99')), heard('101'), heard('100'), heard('98'));
    expect(ids(state)).toEqual(['98', '99', '100', '101']);
  });

  test('are replaced, not doubled, by a newer version', () => {
    const state = after(opened(messageJson('1')), heard('2'), heard('1', { content: 'new' }));
    expect(state.messages.map(({ content }) => content)).toEqual(['new', 'message 2']);
  });

  test('go when they are deleted or dismissed', () => {
    const state = after(opened(messageJson('1'), messageJson('2')), { kind: 'message-gone', id: '1' });
    expect(ids(state)).toEqual(['2']);
  });

  test('of other channels are not shown', () => {
    expect(ids(after(opened(), heard('1', { channel_id: '31' })))).toEqual([]);
  });

  test('that arrive while the state is on its way are kept, and may be in it already', () => {
    const state = after(
      opened(messageJson('1')),
      { kind: 'loading' },
      heard('3', { content: 'newer' }),
      { kind: 'message-gone', id: '2' },
      loaded([messageJson('1'), messageJson('2'), messageJson('3')]),
    );
    expect(state.messages.map(({ content }) => content)).toEqual(['message 1', 'newer']);
    expect(state.early).toEqual([]);
  });
});

describe('moving', () => {
  test('to another person leaves everything behind but the draft', () => {
    const state = after(
      opened(messageJson('1')),
      { kind: 'noted', text: 'a note' },
      { kind: 'reply', message: message('1') },
      { kind: 'drafted', draft: { kind: 'text', text: 'half a ques' } },
      { kind: 'placed', user: '21', channel: CHANNEL },
    );
    expect(state).toMatchObject({ user: '21', messages: [], notes: [], replyTo: undefined, isLoading: true });
    expect(state.draft).toEqual({ kind: 'text', text: 'half a ques' });
    expect(state.world?.bot.name).toBe('byline');
  });

  test('makes an answer for the former place worthless', () => {
    const moved = after(opened(), { kind: 'placed', user: '21', channel: CHANNEL });
    expect(after(moved, loaded([messageJson('1')]))).toBe(moved);
  });
});

describe('interactions', () => {
  test('are pending from the click to the end', () => {
    const state = after(opened(), acted, told('thinking'));
    expect(state.pending).toEqual({ 7: { control: '1 more' } });
    expect(after(state, told('done')).pending).toEqual({});
  });

  test('are pending too when the event is faster than the answer', () => {
    expect(after(opened(), told('thinking'), acted).pending).toEqual({ 7: { control: '1 more' } });
  });

  test('that ended before their answer came are not pending', () => {
    expect(after(opened(), told('done'), acted).pending).toEqual({});
  });

  test.each([
    ['The reason.', 'The reason.'],
    [undefined, 'The application did not respond'],
  ])('that failed for %j leave a note', (error, text) => {
    const state = after(opened(messageJson('1')), acted, told('failed', error));
    expect(state.pending).toEqual({});
    expect(state.notes).toEqual([{ id: 1, text, after: '1' }]);
  });
});

describe('the rest', () => {
  test('the connection of the bot and its commands are followed', () => {
    const state = after(
      opened(),
      { kind: 'connection', isConnected: false },
      { kind: 'commands', commands: [] },
      { kind: 'live', isLive: true },
    );
    expect(state.world?.bot.isConnected).toBe(false);
    expect(state).toMatchObject({ commands: [], isLive: true });
  });

  test('news of the bot before the world is known changes nothing', () => {
    expect(after(INITIAL, { kind: 'connection', isConnected: true })).toEqual(INITIAL);
  });

  test('notes can be dismissed, and each has its own number', () => {
    const state = after(
      opened(),
      { kind: 'noted', text: 'a' },
      { kind: 'noted', text: 'b' },
      { kind: 'note-dismissed', id: 1 },
      { kind: 'noted', text: 'c' },
    );
    expect(state.notes.map(({ id, text }) => `${id} ${text}`)).toEqual(['2 b', '3 c']);
  });

  test('what is shown on top is opened and closed', () => {
    const modal = { interaction: '7', modal: { title: 'Form', fields: [] } };
    const raw = { json: '{}', limits: [] };
    const state = after(opened(), { kind: 'modal', modal }, { kind: 'raw', raw });
    expect(state).toMatchObject({ modal, raw });
    const closed = after(state, { kind: 'modal', modal: undefined }, { kind: 'raw', raw: undefined });
    expect(closed).toMatchObject({ modal: undefined, raw: undefined });
  });

  test('options of a command are opened, filled in and taken away', () => {
    const [ask] = snapshot().commands;
    if (ask === undefined) throw new Error('There is no command.');
    const filled = { value: 'id', shown: 'Title' };
    const state = after(
      opened(),
      { kind: 'drafted', draft: startCommand(ask) },
      { kind: 'option-opened', name: 'article' },
      { kind: 'option-filled', name: 'article', filled },
    );
    expect(state.draft).toMatchObject({ open: ['question', 'article'], values: { article: filled } });
    const closed = after(state, { kind: 'option-closed', name: 'article' });
    expect(closed.draft).toMatchObject({ open: ['question'], values: {} });
  });

  test('an option means nothing to a text', () => {
    const state = opened();
    expect(after(state, { kind: 'option-opened', name: 'article' }).draft).toBe(state.draft);
    expect(state.user).toBe(USER);
  });
});
