/** What can be done with a message. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../messages.js';
import { focusMessageBox } from './focus.js';
import { useChat } from './page-context.js';

export interface MenuItemsProps {
  readonly message: Message;
  readonly isUpwards: boolean;
  readonly onClose: () => void;
}

export function MenuItems({ message, isUpwards, onClose }: MenuItemsProps) {
  const { dispatch, dismiss, showRaw } = useChat();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => itemsIn(list.current)[0]?.focus(), []);
  const item = (label: string, run: () => void) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        onClose();
        run();
      }}
    >
      {label}
    </button>
  );
  const reply = (): void => {
    dispatch({ kind: 'reply', message });
    focusMessageBox();
  };
  return (
    <div
      class={isUpwards ? 'menu upwards' : 'menu'}
      role="menu"
      aria-label="Message"
      ref={list}
      onKeyDown={(event) => moveInMenu(event, list.current, onClose)}
    >
      {!message.isEphemeral && item('Reply', reply)}
      <Apps message={message} item={item} />
      {item('Raw JSON and limits', () => showRaw(message.id))}
      {message.isEphemeral &&
        item('Dismiss message', () => {
          dismiss(message.id);
          focusMessageBox();
        })}
    </div>
  );
}

interface AppsProps {
  readonly message: Message;
  readonly item: (label: string, run: () => void) => unknown;
}

/** Commands of the bot for messages, one level down as in Discord. */
function Apps({ message, item }: AppsProps) {
  const { state, act } = useChat();
  const [isOpen, setOpen] = useState(false);
  const commands = state.commands.filter(({ kind }) => kind === 'message');
  const { user, channel } = state;
  return (
    <>
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') setOpen(true);
          if (key === 'ArrowLeft') setOpen(false);
        }}
      >
        Apps <span aria-hidden="true">▸</span>
      </button>
      {isOpen && (
        <div class="submenu" role="menu" aria-label="Apps">
          {commands.length === 0 && <p class="empty">No apps for messages here.</p>}
          {commands.map(({ name }) =>
            item(name, () => act({ path: 'message-command', user, channel, name, messageId: message.id })),
          )}
        </div>
      )}
    </>
  );
}

function moveInMenu(event: KeyboardEvent, list: HTMLElement | null, close: () => void): void {
  const items = itemsIn(list);
  const at = items.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
    event.key
  ];
  if (next !== undefined) items[next % items.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function itemsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
}
