import { focusMessageBox } from './focus.js';

/** The line under everything that only one person sees. */
export function OnlyYou({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <p class="only-you">
      Only you can see this{' '}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          onDismiss();
          focusMessageBox();
        }}
      >
        Dismiss message
      </button>
    </p>
  );
}
