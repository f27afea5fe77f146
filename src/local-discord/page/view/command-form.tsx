/** A chosen command with its options as fields. Enter runs it, Escape goes back to text. */
import { useEffect, useState } from 'preact/hooks';
import type { Option } from '../commands.js';
import { EMPTY_DRAFT, readValues, type Draft } from '../draft.js';
import { focusMessageBox } from './focus.js';
import { OptionField } from './option-field.js';
import { useChat } from './page-context.js';

type CommandDraft = Extract<Draft, { kind: 'command' }>;

export function CommandForm({ command, open, values }: CommandDraft) {
  const { state, dispatch, act } = useChat();
  const [problem, setProblem] = useState<{ problem: string; option: string }>();
  const leave = (): void => {
    dispatch({ kind: 'drafted', draft: EMPTY_DRAFT });
    focusMessageBox();
  };
  const run = (): void => {
    const read = readValues(command, values);
    if ('problem' in read) {
      setProblem(read);
      document.getElementById(`option-${read.option}`)?.focus();
      return;
    }
    const { user, channel } = state;
    act({ path: 'slash', user, channel, name: command.name, options: read.values });
    leave();
  };
  const fields = open.flatMap((name) => command.options.find((option) => option.name === name) ?? []);
  return (
    <form
      class="command"
      aria-label={`/${command.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <p class="command-head">
        <b>/{command.name}</b> <span>{command.description}</span>
      </p>
      {fields.map((option) => (
        <OptionField
          key={option.name}
          option={option}
          command={command}
          values={values}
          isWrong={problem?.option === option.name}
          onRun={run}
        />
      ))}
      <OptionalOptions options={command.options.filter(({ name }) => !open.includes(name))} />
      <p class="problem" role="alert">
        {problem?.problem}
      </p>
      <p class="command-end">
        <button type="button" class="button secondary" onClick={leave}>
          Cancel
        </button>
        <RunButton hasFields={fields.length > 0} />
      </p>
    </form>
  );
}

/** Without options it is what Enter must find. */
function RunButton({ hasFields }: { readonly hasFields: boolean }) {
  useEffect(() => {
    if (!hasFields) requestAnimationFrame(() => document.getElementById('run-command')?.focus());
  }, []);
  return (
    <button type="submit" id="run-command" class="button primary">
      Run
    </button>
  );
}

function OptionalOptions({ options }: { readonly options: readonly Option[] }) {
  const { dispatch } = useChat();
  if (options.length === 0) return null;
  return (
    <p class="optional">
      {options.map(({ name, description }) => (
        <button
          key={name}
          type="button"
          class="chip"
          title={description}
          aria-label={`Add option ${name}`}
          onClick={() => {
            dispatch({ kind: 'option-opened', name });
            requestAnimationFrame(() => document.getElementById(`option-${name}`)?.focus());
          }}
        >
          + {name}
        </button>
      ))}
    </p>
  );
}
