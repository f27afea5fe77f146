/** Where one is, who is speaking, and how it looks. */
import { useState } from 'preact/hooks';
import { currentTheme, keepTheme } from '../theme.js';
import { useChat } from './page-context.js';

export const LIST_BUTTON_ID = 'list-button';

export interface HeaderProps {
  readonly isListOpen: boolean;
  readonly onToggleList: () => void;
}

export function Header({ isListOpen, onToggleList }: HeaderProps) {
  const { state } = useChat();
  const channel = state.world?.channels.find(({ id }) => id === state.channel);
  return (
    <header class="header">
      <button
        type="button"
        id={LIST_BUTTON_ID}
        class="plain list-button"
        aria-controls="channels"
        aria-expanded={isListOpen}
        onClick={onToggleList}
      >
        <span aria-hidden="true">☰</span>
        <span class="hidden">Channels</span>
      </button>
      <h1 dir="auto">
        <span class="sign" aria-hidden="true">
          {channel?.isDirect ? '@' : '#'}
        </span>
        {channel?.name ?? 'Local Discord'}
      </h1>
      <MemberSelect />
      <LanguageSelect />
      <ThemeButton />
    </header>
  );
}

function MemberSelect() {
  const { state, moveTo } = useChat();
  return (
    <span class="choice">
      <label for="member">Member</label>
      <select
        id="member"
        value={state.user}
        onChange={({ currentTarget }) => moveTo({ user: currentTarget.value })}
      >
        {(state.world?.members ?? []).map(({ id, name, isAdministrator }) => (
          <option key={id} value={id}>
            {describe(name, isAdministrator)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** In which the person has Discord; the bot is told. */
function LanguageSelect() {
  const { state, speak } = useChat();
  return (
    <span class="choice">
      <label for="language">Language</label>
      <select
        id="language"
        value={state.world?.language}
        onChange={({ currentTarget }) => speak(currentTarget.value)}
      >
        {(state.world?.languages ?? []).map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What a name says already is not said again. */
function describe(name: string, isAdministrator: boolean): string {
  const role = isAdministrator ? 'administrator' : 'member';
  return name.toLowerCase() === role ? name : `${name} (${role})`;
}

function ThemeButton() {
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const change = (): void => {
    keepTheme(other);
    setTheme(other);
  };
  return (
    <button type="button" class="plain" title={`Switch to ${other}`} onClick={change}>
      <span aria-hidden="true">{theme === 'dark' ? '☀' : '☾'}</span>
      <span class="hidden">Switch to {other}</span>
    </button>
  );
}
