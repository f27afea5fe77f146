/** A list to choose from while typing. The keyboard stays in the field, which names the active line. */
export interface ChoiceItem {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
}

export interface ChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly ChoiceItem[];
  /** Position of the active line. */
  readonly active: number;
  readonly onPick: (at: number) => void;
}

export function Choices({ id, label, items, active, onPick }: ChoicesProps) {
  return (
    <ul class="choices" id={id} role="listbox" aria-label={label}>
      {items.map(({ key, title, detail }, at) => (
        <li
          key={key}
          id={choiceId(id, at)}
          role="option"
          aria-selected={at === active}
          ref={(line) => {
            if (at === active) line?.scrollIntoView({ block: 'nearest' });
          }}
          // The field must not lose the keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(at)}
        >
          <b dir="auto">{title}</b> <span dir="auto">{detail}</span>
        </li>
      ))}
    </ul>
  );
}

export function choiceId(list: string, at: number): string {
  return `${list}-${at}`;
}

/** Where an arrow leads; undefined for any other key. */
export function moveChoice(key: string, active: number, length: number): number | undefined {
  if (key === 'ArrowDown') return (active + 1) % length;
  if (key === 'ArrowUp') return (active + length - 1) % length;
  return undefined;
}
