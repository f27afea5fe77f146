/** One option of a command as a field. */
import type { Command, Option } from '../commands.js';
import type { Filled } from '../draft.js';
import { AutocompleteField } from './autocomplete-field.js';
import { useChat } from './page-context.js';

export interface OptionFieldProps {
  readonly option: Option;
  readonly command: Command;
  readonly values: Readonly<Record<string, Filled>>;
  readonly isWrong: boolean;
  readonly onRun: () => void;
}

export function OptionField(props: OptionFieldProps) {
  const { dispatch } = useChat();
  const { name, description, isRequired } = props.option;
  return (
    <div class="option">
      <label for={`option-${name}`}>{name}</label>
      <Control {...props} />
      {!isRequired && (
        <button
          type="button"
          class="plain"
          onClick={() => dispatch({ kind: 'option-closed', name })}
          aria-label={`Remove option ${name}`}
        >
          ✕
        </button>
      )}
      <small id={`hint-${name}`}>{description}</small>
    </div>
  );
}

function Control(props: OptionFieldProps) {
  const { option, values, isWrong, onRun } = props;
  const { dispatch } = useChat();
  const { name, kind, choices, hasAutocomplete, longest } = option;
  const filled = values[name]?.value ?? '';
  const common = {
    id: `option-${name}`,
    value: filled,
    'aria-describedby': `hint-${name}`,
    'aria-invalid': isWrong,
  };
  const fill = (value: string): void =>
    dispatch({ kind: 'option-filled', name, filled: { value, shown: value } });
  const onChange = ({ currentTarget }: { currentTarget: { value: string } }): void =>
    fill(currentTarget.value);
  if (hasAutocomplete) return <AutocompleteField {...props} />;
  const listed = kind === 'yes-no' ? YES_NO : choices;
  if (listed.length > 0) {
    return (
      <select {...common} onChange={onChange}>
        <option value="" />
        {listed.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'other') return <span class="subtext">This kind of option cannot be filled in here.</span>;
  if (kind !== 'text') return <input {...common} type="number" step="any" onInput={onChange} />;
  return (
    <textarea
      {...common}
      rows={1}
      dir="auto"
      maxLength={longest}
      onInput={onChange}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        onRun();
      }}
    />
  );
}

const YES_NO = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
];
