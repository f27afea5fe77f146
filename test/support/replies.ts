/** Looks into replies: their texts, and what Discord counts against its limits. */
import { expect } from 'vitest';
import { BUTTON_LABEL, CUSTOM_ID, MESSAGE_COMPONENTS, MESSAGE_TEXT } from '../../src/discord/limits.js';
import type { Reply } from '../../src/discord/reply.js';

/** A component as far as tests care, whatever its kind. */
interface AnyComponent {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly components?: readonly AnyComponent[];
}

/** All components of a message, nested ones too, in reading order. */
export function allComponents(components: readonly object[]): AnyComponent[] {
  return (components as readonly AnyComponent[]).flatMap((one) => [
    one,
    ...allComponents(one.components ?? []),
  ]);
}

/** The texts of a reply, or of a message that was sent, in reading order. */
export function textsOf({ components }: { readonly components: readonly object[] }): string[] {
  return allComponents(components).flatMap(({ content }) => (content === undefined ? [] : [content]));
}

export function buttonsOf(reply: Reply): { id: string; label: string }[] {
  return allComponents(reply.components).flatMap(({ custom_id: id, label = '' }) =>
    id === undefined ? [] : [{ id, label }],
  );
}

/** Labels of the buttons of a message that was sent. */
export function labelsOf({ components }: { readonly components: readonly object[] }): string[] {
  return allComponents(components).flatMap(({ label }) => (label === undefined ? [] : [label]));
}

/** Fails when Discord would refuse the reply. */
export function expectWithinLimits(reply: Reply): void {
  const components = allComponents(reply.components);
  const texts = textsOf(reply);
  expect(components.length).toBeLessThanOrEqual(MESSAGE_COMPONENTS);
  expect(texts.join('').length).toBeLessThanOrEqual(MESSAGE_TEXT);
  for (const text of texts) expect(text.trim()).not.toBe('');
  const ids = buttonsOf(reply);
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  for (const { id, label } of ids) {
    expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
    expect(label.length).toBeLessThanOrEqual(BUTTON_LABEL);
  }
}
