/** Interactions on their way. Events and the answer that names the interaction come over two connections, in any order. */
import { note } from './notes.js';
import type { Action, State } from './state.js';

type InteractionAction = Extract<Action, { kind: 'acted' | 'interaction' }>;

const SILENT = 'The application did not respond';
const REMEMBERED = 50;

export function reduceInteraction(state: State, action: InteractionAction): State {
  const { interaction } = action;
  if (action.kind === 'acted') {
    if (state.settled.includes(interaction)) return state;
    return { ...state, pending: { ...state.pending, [interaction]: { control: action.control } } };
  }
  if (action.state === 'thinking') {
    const control = state.pending[interaction]?.control;
    return { ...state, pending: { ...state.pending, [interaction]: { control } } };
  }
  const pending = Object.fromEntries(Object.entries(state.pending).filter(([id]) => id !== interaction));
  const settled = [...state.settled.filter((id) => id !== interaction), interaction].slice(-REMEMBERED);
  const ended = { ...state, pending, settled };
  return action.state === 'done' ? ended : note(ended, action.error ?? SILENT);
}
