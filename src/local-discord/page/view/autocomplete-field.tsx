/** An option for which the bot proposes values while somebody types. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { complete } from '../api.js';
import type { Choice } from '../commands.js';
import { readOthers } from '../draft.js';
import { choiceId, Choices, moveChoice } from './choices.js';
import type { OptionFieldProps } from './option-field.js';
import { useChat } from './page-context.js';

/** Discord asks the bot when the typing pauses. */
const PAUSE_MS = 250;
const FAILED = 'Loading options failed';

export function AutocompleteField({ option, command, values, isWrong, onRun }: OptionFieldProps) {
  const { dispatch } = useChat();
  const { name, longest } = option;
  const filled = values[name] ?? { value: '', shown: '' };
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { choices, problem } = useChoices({ option, command, values, isOpen });
  const listId = `choices-${name}`;
  const isListed = isOpen && choices.length > 0;
  const fill = (value: string, shown: string): void =>
    dispatch({ kind: 'option-filled', name, filled: { value, shown } });
  const pick = (at: number): void => {
    const choice = choices[at];
    if (choice !== undefined) fill(String(choice.value), choice.name);
    setOpen(false);
  };
  const handleKey = (event: KeyboardEvent): void => {
    const moved = isListed ? moveChoice(event.key, active, choices.length) : undefined;
    if (moved !== undefined) setActive(moved);
    else if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'Enter' && !event.isComposing) {
      if (isListed) pick(active);
      else onRun();
    } else if (event.key === 'Escape' && isListed) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <span class="autocomplete">
      <input
        id={`option-${name}`}
        type="text"
        role="combobox"
        autocomplete="off"
        dir="auto"
        maxLength={longest}
        value={filled.shown}
        aria-expanded={isListed}
        aria-autocomplete="list"
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed ? choiceId(listId, active) : undefined}
        aria-describedby={`hint-${name}`}
        aria-invalid={isWrong}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={({ currentTarget: { value } }) => {
          fill(value, value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={handleKey}
      />
      {isListed && (
        <Choices id={listId} label={name} items={choices.map(toItem)} active={active} onPick={pick} />
      )}
      {isOpen && problem !== '' && <small role="status">{problem}</small>}
    </span>
  );
}

function toItem({ name, value }: Choice) {
  return { key: String(value), title: name, detail: '' };
}

type Asking = Pick<OptionFieldProps, 'option' | 'command' | 'values'> & { readonly isOpen: boolean };

/** Only the answer to the newest question counts. */
function useChoices({ option: { name }, command, values, isOpen }: Asking) {
  const { user, channel } = useChat().state;
  const [answer, setAnswer] = useState<{ choices: readonly Choice[]; problem: string }>(NOTHING);
  const asked = useRef(0);
  const value = values[name]?.shown ?? '';
  useEffect(() => {
    const number = ++asked.current;
    const answerWith = (next: typeof NOTHING): void => {
      if (number === asked.current) setAnswer(next);
    };
    if (!isOpen) return answerWith(NOTHING);
    const others = readOthers(command, values, name);
    const typing = { user, channel, name: command.name, focused: name, value, others };
    const timer = setTimeout(() => {
      complete(typing).then(
        (choices) => answerWith({ choices, problem: choices.length === 0 ? 'No options match' : '' }),
        () => answerWith({ choices: [], problem: FAILED }),
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, isOpen, user, channel]);
  return answer;
}

const NOTHING: { choices: readonly Choice[]; problem: string } = { choices: [], problem: '' };
