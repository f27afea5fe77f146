/** A native dialog: the browser keeps the keyboard inside it, and gives it back when it closes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog" aria-labelledby="dialog-title" ref={dialog} onClose={onClose}>
      <header>
        <h2 id="dialog-title" dir="auto">
          {title}
        </h2>
        <button type="button" class="plain" onClick={() => dialog.current?.close()}>
          <span aria-hidden="true">✕</span>
          <span class="hidden">Close</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
