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
            <FieldView key={input.customId} id={`field-${at}`} {...rest} label={label} input={input} />
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
  readonly input: TextInput | SelectPart;
}

function FieldView({ id, label, description, input }: FieldViewProps) {
  return (
    <div class="modal-field">
      <label for={id}>
        {label}
        {input.isRequired && <span class="required"> (required)</span>}
      </label>
      {description !== undefined && <small id={`${id}-hint`}>{description}</small>}
      {input.kind === 'input' ? <TextField id={id} input={input} /> : <SelectField id={id} select={input} />}
    </div>
  );
}

function TextField({ id, input }: { readonly id: string; readonly input: TextInput }) {
  const { customId, isLong, value, placeholder, shortest, longest, isRequired } = input;
  const [length, setLength] = useState(value.length);
  const common = { id, name: customId, placeholder, minLength: shortest, maxLength: longest };
  const onInput = ({ currentTarget }: { currentTarget: { value: string } }): void =>
    setLength(currentTarget.value.length);
  return (
    <>
      {isLong ? (
        <textarea
          {...common}
          rows={5}
          required={isRequired}
          dir="auto"
          defaultValue={value}
          onInput={onInput}
        />
      ) : (
        <input
          {...common}
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

function SelectField({ id, select }: { readonly id: string; readonly select: SelectPart }) {
  const { customId, placeholder, isRequired, options } = select;
  return (
    <select id={id} name={customId} required={isRequired}>
      <option value="">{placeholder}</option>
      {options.map(({ label, value, isDefault }) => (
        <option key={value} value={value} selected={isDefault}>
          {label}
        </option>
      ))}
    </select>
  );
}
