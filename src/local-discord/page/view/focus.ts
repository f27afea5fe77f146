/** Brings the keyboard back to where one writes. */

export const MESSAGE_BOX_ID = 'message-box';

/** After the next rendering, because the box may still hold something else. */
export function focusMessageBox(): void {
  requestAnimationFrame(() => {
    const box = document.getElementById(MESSAGE_BOX_ID);
    const field = box?.querySelector<HTMLElement>('textarea, input, select') ?? box;
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
  });
}
