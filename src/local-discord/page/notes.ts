/** Words of the page itself, under the message that is the last one now. */
import type { Note, State } from './state.js';

export function note(state: State, text: string): State {
  const id = 1 + state.notes.reduce((highest, { id }) => Math.max(highest, id), 0);
  const added: Note = { id, text, after: state.messages.at(-1)?.id ?? '' };
  return { ...state, notes: [...state.notes, added] };
}
