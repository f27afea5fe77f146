/** A select menu of a message. Where several may be chosen, a button sends them. */
import { useState } from 'preact/hooks';
import type { Choosable, SelectPart } from '../components.js';
import type { World } from '../world.js';
import { useChat } from './page-context.js';

export interface SelectViewProps {
  readonly select: SelectPart;
  readonly messageId: string;
}

export function SelectView({ select: given, messageId }: SelectViewProps) {
  const { state, act } = useChat();
  const { channels } = given;
  const select = channels === undefined ? given : { ...given, options: toOptions(channels, state.world) };
  const send = (values: readonly string[]): void =>
    act(
      { path: 'select', user: state.user, messageId, customId: select.customId, values },
      `${messageId} ${select.customId}`,
    );
  return select.most > 1 ? <Several select={select} send={send} /> : <One select={select} send={send} />;
}

/** Channels are offered by the client itself; direct ones cannot be chosen. */
function toOptions(chosen: readonly string[], world: World | undefined): Choosable[] {
  const channels = (world?.channels ?? []).filter(({ isDirect }) => !isDirect);
  return channels.map(({ id, name }) => ({
    label: `#${name}`,
    value: id,
    description: undefined,
    isDefault: chosen.includes(id),
  }));
}

interface Choosing {
  readonly select: SelectPart;
  readonly send: (values: readonly string[]) => void;
}

function One({ select, send }: Choosing) {
  const { options, placeholder, isDisabled, fewest } = select;
  return (
    <select
      class="select"
      aria-label={placeholder}
      disabled={isDisabled}
      value={options.find(({ isDefault }) => isDefault)?.value ?? ''}
      onKeyDown={openWithArrows}
      onChange={({ currentTarget: { value } }) => send(value === '' ? [] : [value])}
    >
      <option value="" disabled={fewest > 0}>
        {placeholder}
      </option>
      {options.map(showOption)}
    </select>
  );
}

/** A closed list would choose, and so send, with each press of an arrow. */
function openWithArrows(event: KeyboardEvent & { readonly currentTarget: HTMLSelectElement }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  event.currentTarget.showPicker();
}

function Several({ select, send }: Choosing) {
  const { options, placeholder, isDisabled, fewest, most } = select;
  const [values, setValues] = useState(() =>
    options.filter(({ isDefault }) => isDefault).map(({ value }) => value),
  );
  const isUnfit = values.length < fewest || values.length > most;
  return (
    <>
      <select
        class="select"
        multiple
        aria-label={placeholder}
        disabled={isDisabled}
        onChange={({ currentTarget }) =>
          setValues([...currentTarget.selectedOptions].map(({ value }) => value))
        }
      >
        {options.map(showOption)}
      </select>
      <button
        type="button"
        class="button secondary"
        disabled={isDisabled || isUnfit}
        onClick={() => send(values)}
      >
        Choose
      </button>
    </>
  );
}

function showOption({ label, value, description, isDefault }: SelectPart['options'][number]) {
  return (
    <option key={value} value={value} selected={isDefault}>
      {description === undefined ? label : `${label} – ${description}`}
    </option>
  );
}
