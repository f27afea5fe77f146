/** A form that the bot opened. */
import { useState } from 'preact/hooks';
import type { Field, Modal, TextInput } from '../modal.js';
import type { SelectPart } from '../components.js';
import { Dialog } from './dialog.js';
import { Markdown } from './markdown-view.js';
import { useChat } from './page-context.js';

export interface ModalDialogProps {
  readonly interaction: string;
  readonly modal: Modal;
}

export function ModalDialog({ interaction, modal }: ModalDialogProps) {
  const { state, dispatch, act } = useChat();
  const close = (): void => dispatch({ kind: 'modal', modal: undefined });
  return (
    <Dialog title={modal.title} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const values = readForm(new FormData(event.currentTarget));
          act({ path: 'modal', user: state.user, interaction, values });
          close();
        }}
      >
        {modal.fields.map(({ input, label, ...rest }, at) =>
          input === undefined ? (
            <Markdown text={label} />
          ) : (
            <FieldView
              key={input.customId}
              id={`field-${at}`}
              isFirst={at === 0}
              {...rest}
              label={label}
              input={input}
            />
          ),
        )}
        <footer>
          <button type="button" class="button secondary" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Submit
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

/** What was not chosen is not sent. */
function readForm(form: FormData): Record<string, string> {
  const entries = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return Object.fromEntries(entries);
}

interface FieldViewProps extends Omit<Field, 'input'> {
  readonly id: string;
  /** Where the keyboard starts. */
  readonly isFirst: boolean;
  readonly input: TextInput | SelectPart;
}

function FieldView({ id, isFirst, label, description, input }: FieldViewProps) {
  const describedBy = description === undefined ? undefined : `${id}-hint`;
  const common = { id, autofocus: isFirst, 'aria-describedby': describedBy };
  return (
    <div class="modal-field">
      <label for={id}>
        {label}
        {input.isRequired && <span class="required"> (required)</span>}
      </label>
      {description !== undefined && <small id={describedBy}>{description}</small>}
      {input.kind === 'input' ? (
        <TextField common={common} input={input} />
      ) : (
        <SelectField common={common} select={input} />
      )}
    </div>
  );
}

interface Common {
  readonly id: string;
  readonly autofocus: boolean;
  readonly 'aria-describedby': string | undefined;
}

function TextField({ common, input }: { readonly common: Common; readonly input: TextInput }) {
  const { customId, isLong, value, placeholder, shortest, longest, isRequired } = input;
  const [length, setLength] = useState(value.length);
  const limited = { ...common, name: customId, placeholder, minLength: shortest, maxLength: longest };
  const onInput = ({ currentTarget }: { currentTarget: { value: string } }): void =>
    setLength(currentTarget.value.length);
  return (
    <>
      {isLong ? (
        <textarea
          {...limited}
          rows={5}
          required={isRequired}
          dir="auto"
          defaultValue={value}
          onInput={onInput}
        />
      ) : (
        <input
          {...limited}
          type="text"
          required={isRequired}
          dir="auto"
          defaultValue={value}
          onInput={onInput}
        />
      )}
      <small class="count">
        {length} of {longest}
      </small>
    </>
  );
}

function SelectField({ common, select }: { readonly common: Common; readonly select: SelectPart }) {
  const { customId, placeholder, isRequired, options } = select;
  return (
    <select {...common} name={customId} required={isRequired}>
      <option value="">{placeholder}</option>
      {options.map(({ label, value, isDefault }) => (
        <option key={value} value={value} selected={isDefault}>
          {label}
        </option>
      ))}
    </select>
  );
}
