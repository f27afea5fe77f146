/** The server's channels and the direct one. On a phone it lies behind a button. */
import { useChat } from './page-context.js';

export interface ChannelListProps {
  readonly isOpen: boolean;
  readonly onChosen: () => void;
}

export function ChannelList({ isOpen, onChosen }: ChannelListProps) {
  const { state, moveTo } = useChat();
  const { world, channel } = state;
  return (
    <nav
      id="channels"
      class={isOpen ? 'channels open' : 'channels'}
      aria-label="Channels"
      onKeyDown={({ key }) => key === 'Escape' && onChosen()}
    >
      <h2 class="guild" dir="auto">
        {world?.guild.name ?? 'Local Discord'}
      </h2>
      <ul>
        {(world?.channels ?? []).map(({ id, name, isDirect }) => (
          <li key={id}>
            <button
              type="button"
              class="channel"
              aria-current={id === channel ? 'page' : undefined}
              onClick={() => {
                moveTo({ channel: id });
                onChosen();
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
