/** What the server reports while the page is open, as actions. */
import { parseCommands } from './commands.js';
import { Fields, parseText, ShapeError } from './fields.js';
import { parseMessage } from './messages.js';
import { parseModal } from './modal.js';
import type { Action, InteractionState } from './state.js';

const READERS: Readonly<Record<string, (value: unknown, where: string) => Action>> = {
  message: readMessage,
  commands: (value, where) => ({ kind: 'commands', commands: parseCommands(value, where) }),
  connection: (value, where) => ({
    kind: 'connection',
    isConnected: new Fields(value, where).flag('isConnected'),
  }),
  interaction: readInteraction,
  modal: readModal,
};

/** @returns what ends the stream. A stream that breaks is opened again by the browser. */
export function listen(user: string, dispatch: (action: Action) => void, onOpen: () => void): () => void {
  const source = new EventSource(`/page/events?${new URLSearchParams({ user }).toString()}`);
  source.addEventListener('open', () => {
    dispatch({ kind: 'live', isLive: true });
    onOpen();
  });
  source.addEventListener('error', () => {
    dispatch({ kind: 'live', isLive: false });
    // Closed for good: the server was started anew and knows nobody of before. The page enters once more.
    if (source.readyState === EventSource.CLOSED) dispatch({ kind: 'placed', user: '', channel: '' });
  });
  for (const name of Object.keys(READERS)) {
    source.addEventListener(name, ({ data }) => dispatch(readEvent(name, parseText(data, name))));
  }
  return () => source.close();
}

/** @throws ShapeError for anything but what was agreed. */
export function readEvent(name: string, data: string): Action {
  const value: unknown = JSON.parse(data);
  const read = READERS[name];
  if (read === undefined) throw new ShapeError(name, 'known event');
  return read(value, name);
}

function readMessage(value: unknown, where: string): Action {
  const from = new Fields(value, where);
  // Of a message that is gone only the id is sent.
  return from.text('type') === 'delete'
    ? { kind: 'message-gone', id: from.child('message', parseId) }
    : { kind: 'message', message: from.child('message', parseMessage) };
}

function readInteraction(value: unknown, where: string): Action {
  const from = new Fields(value, where);
  return {
    kind: 'interaction',
    interaction: from.text('id'),
    state: from.child('state', parseInteractionState),
    error: from.maybe('error', parseText),
  };
}

function readModal(value: unknown, where: string): Action {
  const from = new Fields(value, where);
  return {
    kind: 'modal',
    modal: { interaction: from.text('interaction'), modal: from.child('modal', parseModal) },
  };
}

function parseId(value: unknown, where: string): string {
  return new Fields(value, where).text('id');
}

function parseInteractionState(value: unknown, where: string): InteractionState {
  if (value === 'thinking' || value === 'done' || value === 'failed') return value;
  throw new ShapeError(where, 'thinking, done or failed');
}
