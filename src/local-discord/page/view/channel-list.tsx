/** The server's channels and the direct one. On a phone it lies behind a button. */
import { useEffect, useRef } from 'preact/hooks';
import { LIST_BUTTON_ID } from './header.js';
import { useChat } from './page-context.js';

export interface ChannelListProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ChannelList({ isOpen, onClose }: ChannelListProps) {
  const { state, moveTo } = useChat();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (isOpen) list.current?.querySelector('button')?.focus();
  }, [isOpen]);
  const close = (): void => {
    if (isOpen) document.getElementById(LIST_BUTTON_ID)?.focus();
    onClose();
  };
  const { world, channel } = state;
  return (
    <nav
      id="channels"
      class={isOpen ? 'channels open' : 'channels'}
      aria-label="Channels"
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <h2 class="guild" dir="auto">
        {world?.guild.name ?? 'Local Discord'}
      </h2>
      <ul ref={list}>
        {(world?.channels ?? []).map(({ id, name, isDirect }) => (
          <li key={id}>
            <button
              type="button"
              class="channel"
              aria-current={id === channel ? 'page' : undefined}
              onClick={() => {
                moveTo({ channel: id });
                close();
              }}
            >
              <span class="sign" aria-hidden="true">
                {isDirect ? '@' : '#'}
              </span>
              <span dir="auto">{name}</span>
              {isDirect && <span class="hidden">, direct message</span>}
            </button>
          </li>
        ))}
      </ul>
      <p class="about">Everything here stays on this machine.</p>
    </nav>
  );
}
