/** The order in which messages and the page's own notes stand, and which messages go on under the name above them. */
import type { Message } from './messages.js';
import type { Note } from './state.js';

export type Item =
  | { readonly kind: 'message'; readonly message: Message; readonly isContinued: boolean }
  | { readonly kind: 'note'; readonly note: Note };

/** Discord repeats the name after seven minutes. */
const NAME_LASTS_MS = 7 * 60_000;

export function buildTimeline(messages: readonly Message[], notes: readonly Note[]): Item[] {
  const known = new Set(messages.map(({ id }) => id));
  const items: Item[] = [];
  const addNotes = (isHere: (note: Note) => boolean): void => {
    for (const note of notes) if (isHere(note)) items.push({ kind: 'note', note });
  };
  addNotes(({ after }) => after === '');
  for (const message of messages) {
    items.push({ kind: 'message', message, isContinued: isContinued(items.at(-1), message) });
    addNotes(({ after }) => after === message.id);
  }
  // The message above it was deleted.
  addNotes(({ after }) => after !== '' && !known.has(after));
  return items;
}

function isContinued(above: Item | undefined, message: Message): boolean {
  if (above?.kind !== 'message') return false;
  const before = above.message;
  const gap = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return (
    before.author.id === message.author.id &&
    before.isEphemeral === message.isEphemeral &&
    message.invokedBy === undefined &&
    message.replyTo === undefined &&
    gap < NAME_LASTS_MS
  );
}
