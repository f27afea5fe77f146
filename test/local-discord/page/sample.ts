/** What the server sends, and state as it is after the page has opened. */
import { parseMessage, type Message } from '../../../src/local-discord/page/messages.js';
import { reduce } from '../../../src/local-discord/page/reduce.js';
import { INITIAL, type Action, type State } from '../../../src/local-discord/page/state.js';
import { parseSnapshot } from '../../../src/local-discord/page/world.js';

export const USER = '20';
export const CHANNEL = '30';
const BOT = { id: '10', username: 'byline', global_name: null, bot: true };

/** Discord's JSON of a message of the bot, with what the server adds. */
export function messageJson(id: string, more: object = {}): object {
  return {
    id,
    type: 0,
    channel_id: CHANNEL,
    author: BOT,
    timestamp: '2026-08-01T12:00:00.000Z',
    edited_timestamp: null,
    content: `message ${id}`,
    components: [],
    embeds: [],
    attachments: [],
    mentions: [],
    isEphemeral: false,
    isLoading: false,
    ...more,
  };
}

export function message(id: string, more: object = {}): Message {
  return parseMessage(messageJson(id, more), 'message');
}

export const ASK_JSON = {
  id: '40',
  type: 1,
  name: 'ask',
  description: 'Ask the articles',
  options: [
    { type: 3, name: 'question', description: 'What to know', required: true, max_length: 20 },
    { type: 3, name: 'article', description: 'Where to look', autocomplete: true },
    { type: 5, name: 'private', description: 'Who sees it' },
    { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 3 },
  ],
};

export function snapshotJson(messages: readonly object[] = []): object {
  return {
    bot: { id: '10', name: 'byline', isConnected: true },
    guild: { id: '1', name: 'Guild' },
    members: [
      { id: USER, name: 'member', isAdministrator: false },
      { id: '21', name: 'administrator', isAdministrator: true },
    ],
    channels: [
      { id: CHANNEL, name: 'general', isDirect: false },
      { id: '31', name: 'byline', isDirect: true },
    ],
    language: 'en-US',
    languages: [
      { tag: 'en-US', name: 'English' },
      { tag: 'de', name: 'Deutsch' },
    ],
    commands: [ASK_JSON, { id: '41', type: 3, name: 'Check quote', description: '' }],
    messages,
  };
}

export function snapshot(messages: readonly object[] = []) {
  return parseSnapshot(snapshotJson(messages), 'state');
}

export function loaded(messages: readonly object[] = []): Action {
  return { kind: 'loaded', user: USER, channel: CHANNEL, snapshot: snapshot(messages) };
}

/** The page once it knows everything. */
export function opened(...messages: readonly object[]): State {
  return after(INITIAL, { kind: 'placed', user: USER, channel: CHANNEL }, loaded(messages));
}

export function after(state: State, ...actions: readonly Action[]): State {
  return actions.reduce(reduce, state);
}
