/** The menu of a message: its button, and the list that it opens. Arrows move, Escape and Tab close. */
import type { RefObject } from 'preact';
import { useEffect, useImperativeHandle, useRef, useState } from 'preact/hooks';
import type { Message } from '../messages.js';
import { MenuItems } from './menu-items.js';

export interface MenuHandle {
  readonly open: () => void;
}

export interface MessageMenuProps {
  readonly message: Message;
  readonly handle: RefObject<MenuHandle | null>;
}

export function MessageMenu({ message, handle }: MessageMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(handle, () => ({ open: () => setOpen(true) }), []);
  useCloseOutside(root, isOpen, () => setOpen(false));
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class={isOpen ? 'menu-root open' : 'menu-root'} ref={root}>
      <button
        type="button"
        class="plain more"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        ref={button}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true">⋯</span>
        <span class="hidden">More</span>
      </button>
      {isOpen && <MenuItems message={message} onClose={close} isUpwards={isLow(button.current)} />}
    </div>
  );
}

/** Near the lower edge the list opens upwards. */
function isLow(button: HTMLElement | null): boolean {
  return (button?.getBoundingClientRect().bottom ?? 0) > innerHeight * 0.55;
}

function useCloseOutside(root: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const look = ({ target }: Event): void => {
      if (!(target instanceof Node) || root.current?.contains(target) !== true) close();
    };
    document.addEventListener('pointerdown', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('pointerdown', look);
      document.removeEventListener('focusin', look);
    };
  }, [isOpen]);
}
