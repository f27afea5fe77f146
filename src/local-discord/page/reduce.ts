/** The one place where the page's state changes. Pure. */
import { note } from './notes.js';
import { reduceDraft } from './reduce-draft.js';
import { reduceInteraction } from './reduce-interactions.js';
import { INITIAL, type Action, type State } from './state.js';
import type { Message } from './messages.js';

export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'placed':
      return place(state, action);
    case 'loading':
      return { ...state, isLoading: true, early: [] };
    case 'loaded':
      return load(state, action);
    case 'live':
      return { ...state, isLive: action.isLive };
    case 'message':
    case 'message-gone':
      return heard(state, action);
    case 'commands':
      return { ...state, commands: action.commands };
    case 'connection':
      return connect(state, action.isConnected);
    case 'acted':
    case 'interaction':
      return reduceInteraction(state, action);
    case 'modal':
      return { ...state, modal: action.modal };
    case 'raw':
      return { ...state, raw: action.raw };
    case 'reply':
      return { ...state, replyTo: action.message };
    case 'noted':
      return note(state, action.text);
    case 'note-dismissed':
      return { ...state, notes: state.notes.filter(({ id }) => id !== action.id) };
    default:
      return { ...state, draft: reduceDraft(state.draft, action) };
  }
}

/** Another person sees other messages: nothing of the former is kept but the draft, which is on this side of the screen. */
function place(state: State, { user, channel }: { user: string; channel: string }): State {
  const { world, draft, isLive } = state;
  return { ...INITIAL, world, draft, isLive: isLive && user === state.user, user, channel };
}

/** What arrived meanwhile is applied on top; each event may be applied twice without harm. */
function load(state: State, action: Extract<Action, { kind: 'loaded' }>): State {
  const { user, channel, snapshot } = action;
  // An answer for the place that was left a moment ago.
  if (user !== state.user || channel !== state.channel) return state;
  const loaded = { ...state, ...snapshot, isLoading: false, early: [] };
  return state.early.reduce(reduce, loaded);
}

function heard(state: State, action: Extract<Action, { kind: 'message' | 'message-gone' }>): State {
  if (state.isLoading) return { ...state, early: [...state.early, action] };
  const gone = action.kind === 'message' ? action.message.id : action.id;
  const others = state.messages.filter(({ id }) => id !== gone);
  if (action.kind === 'message-gone') return { ...state, messages: others };
  const { message } = action;
  return message.channelId === state.channel ? { ...state, messages: insert(others, message) } : state;
}

/** Ids of Discord grow with time, and with their length. */
function insert(messages: readonly Message[], message: Message): Message[] {
  const at = messages.findLastIndex(({ id }) => BigInt(id) < BigInt(message.id));
  return messages.toSpliced(at + 1, 0, message);
}

function connect(state: State, isConnected: boolean): State {
  const { world } = state;
  return world === undefined ? state : { ...state, world: { ...world, bot: { ...world.bot, isConnected } } };
}
