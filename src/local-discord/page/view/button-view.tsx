/** A button of a message. One that leads somewhere is a link. */
import type { ButtonPart } from '../components.js';
import { useChat } from './page-context.js';

const STYLES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

export interface ButtonViewProps {
  readonly button: ButtonPart;
  readonly messageId: string;
}

export function ButtonView({ button, messageId }: ButtonViewProps) {
  const { state, act } = useChat();
  const { style, label, customId, url, isDisabled } = button;
  if (url !== undefined) return <LinkButton label={label} url={url} />;
  if (customId === undefined) return null;
  const control = `${messageId} ${customId}`;
  const isBusy = Object.values(state.pending).some((pending) => pending.control === control);
  return (
    <button
      type="button"
      class={`button ${STYLES[style] ?? 'secondary'}`}
      disabled={isDisabled}
      aria-busy={isBusy}
      onClick={() => {
        // Not disabled meanwhile: the keyboard would lose its place.
        if (!isBusy) act({ path: 'click', user: state.user, messageId, customId }, control);
      }}
    >
      {label}
    </button>
  );
}

function LinkButton({ label, url }: { readonly label: string; readonly url: string }) {
  if (!/^https?:/iu.test(url)) return <span class="button secondary">{label}</span>;
  return (
    <a class="button secondary" href={url} title={url} target="_blank" rel="noreferrer noopener">
      {label}
      <span aria-hidden="true">↗</span>
    </a>
  );
}
