/** The message box as one knows it: Enter sends, `/` lists commands, `@` lists names. */
import { useRef, useState } from 'preact/hooks';
import { EMPTY_DRAFT, isWholeCommand, looksLikeCommand, writeMentions } from '../draft.js';
import type { Page } from '../use-page.js';
import { choiceId, Choices, moveChoice } from './choices.js';
import { focusMessageBox } from './focus.js';
import { useChat } from './page-context.js';
import { suggest } from './suggestions.js';

const LIST_ID = 'suggestions';

/** The list under the keyboard. Nothing is active again once the text has changed. */
interface Cursor {
  readonly text: string;
  readonly active: number;
  readonly hasMoved: boolean;
  readonly isClosed: boolean;
}

export function TextBox({ text }: { readonly text: string }) {
  const page = useChat();
  const { state, dispatch } = page;
  const lastSent = useRef('');
  const start = { text, active: 0, hasMoved: false, isClosed: false };
  const [kept, setCursor] = useState<Cursor>(start);
  const cursor = kept.text === text ? kept : start;
  const { label, items } = suggest(text, state);
  const isOpen = items.length > 0 && !cursor.isClosed;
  const pick = (at: number): void => {
    const draft = items[at]?.draft;
    if (draft === undefined) return;
    dispatch({ kind: 'drafted', draft });
    focusMessageBox();
  };
  const write = (next: string): void => dispatch({ kind: 'drafted', draft: { kind: 'text', text: next } });

  /** @returns whether the key was meant for the list. */
  const steer = (key: string): boolean => {
    const moved = moveChoice(key, cursor.active, items.length);
    const runsAsIs = key === 'Enter' && !cursor.hasMoved && isWholeCommand(text, state.commands);
    if (moved !== undefined) setCursor({ ...cursor, active: moved, hasMoved: true });
    else if (key === 'Escape') setCursor({ ...cursor, isClosed: true });
    else if (key === 'Tab' || (key === 'Enter' && !runsAsIs)) pick(cursor.active);
    else return false;
    return true;
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.shiftKey) return;
    if (isOpen && steer(event.key)) event.preventDefault();
    else if (event.key === 'Enter') {
      event.preventDefault();
      lastSent.current = text.trim() === '' ? lastSent.current : text;
      submit(text, page);
    } else if (event.key === 'ArrowUp' && text === '') write(lastSent.current);
  };
  return (
    <div class="box">
      {isOpen && <Choices id={LIST_ID} label={label} items={items} active={cursor.active} onPick={pick} />}
      <textarea
        aria-label="Message"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? LIST_ID : undefined}
        aria-activedescendant={isOpen ? choiceId(LIST_ID, cursor.active) : undefined}
        placeholder={`Message ${nameOfChannel(page)}`}
        rows={1}
        dir="auto"
        value={text}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={handleKey}
      />
      <button type="button" class="button primary send" onClick={() => submit(text, page)}>
        Send
      </button>
    </div>
  );
}

function submit(text: string, { state, dispatch, act, send }: Page): void {
  const { user, channel, world, replyTo } = state;
  const written = text.trim();
  if (written === '' || world === undefined) return;
  dispatch({ kind: 'drafted', draft: EMPTY_DRAFT });
  if (looksLikeCommand(written)) act({ path: 'command-text', user, channel, text: written });
  else {
    send(writeMentions(written, [world.bot, ...world.members]), replyTo?.id);
    dispatch({ kind: 'reply', message: undefined });
  }
}

function nameOfChannel({ state: { world, channel } }: Page): string {
  const found = world?.channels.find(({ id }) => id === channel);
  return found === undefined ? '' : `${found.isDirect ? '@' : '#'}${found.name}`;
}
