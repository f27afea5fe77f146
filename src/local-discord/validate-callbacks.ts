/** Bodies of the first response to an interaction. */
import { z } from 'zod';
import { list, repeated, report, text, whole } from './fields.js';
import * as limits from './limits.js';
import { MessageFlag } from './message.js';
import type { Problem } from './problems.js';
import { ComponentType, customId, entitySelect, stringSelect, textDisplay } from './validate-components.js';

export const CallbackType = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;
export type CallbackType = (typeof CallbackType)[keyof typeof CallbackType];

/** The outer shape alone; `data` is read when it is known whether the interaction may be answered so. */
export const callback = z.object({
  type: z.literal(Object.values(CallbackType)),
  data: z.unknown().optional(),
});

/** A deferral decides one thing only: who will see the reply. */
export const deferral = z
  .object({
    flags: z
      .int()
      .refine((flags) => (flags & ~MessageFlag.ephemeral) === 0, {
        error: 'Only the EPHEMERAL flag can be set when deferring.',
        params: { code: 'MESSAGE_FLAGS_INVALID' },
      })
      .nullish(),
  })
  .nullish();

const choiceText = text(1, limits.CHOICE_TEXT);

/** Choices of an option that takes strings or numbers. */
export function choicesOf(isNumeric: boolean): z.ZodType<{ choices: Choice[] }> {
  const choice = z.object({ name: choiceText, value: isNumeric ? z.number() : choiceText });
  return z.object({ choices: list(choice, 0, limits.CHOICES) });
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

const textInput = z
  .object({
    id: whole(0, 2 ** 31 - 1).nullish(),
    type: z.literal(ComponentType.textInput),
    custom_id: customId,
    style: z.literal([1, 2]),
    label: text(1, limits.MODAL_LABEL).nullish(),
    min_length: whole(0, limits.TEXT_INPUT).nullish(),
    max_length: whole(1, limits.TEXT_INPUT).nullish(),
    required: z.boolean().nullish(),
    value: text(0, limits.TEXT_INPUT).nullish(),
    placeholder: text(0, limits.TEXT_INPUT_PLACEHOLDER).nullish(),
  })
  .superRefine(({ min_length, max_length }, context) => {
    if ((min_length ?? 0) <= (max_length ?? limits.TEXT_INPUT)) return;
    const message = 'Is greater than max_length.';
    report(context, [{ path: ['min_length'], code: 'BASE_TYPE_INVALID', message }]);
  });

const label = z.object({
  type: z.literal(ComponentType.label),
  id: whole(0, 2 ** 31 - 1).nullish(),
  label: text(1, limits.MODAL_LABEL),
  description: text(0, limits.COMMAND_DESCRIPTION).nullish(),
  component: z.discriminatedUnion('type', [textInput, stringSelect, entitySelect]),
});

const modalRow = z
  .object({ type: z.literal(ComponentType.row), id: z.int().nullish(), components: list(textInput, 1, 1) })
  .superRefine(({ components }, context) => {
    const problems: Problem[] = components.flatMap((input, at) =>
      (input.label ?? undefined) === undefined
        ? [
            {
              path: ['components', at, 'label'],
              code: 'BASE_TYPE_REQUIRED',
              message: 'This field is required',
            },
          ]
        : [],
    );
    report(context, problems);
  });

/** A form. Each field stands in a label, or in an action row of its own. */
export const modal = z
  .object({
    custom_id: customId,
    title: text(1, limits.MODAL_TITLE),
    components: list(
      z.discriminatedUnion('type', [modalRow, label, textDisplay]),
      1,
      limits.MODAL_COMPONENTS,
    ),
  })
  .superRefine((value, context) => {
    const fields = fieldsOf(value);
    const code = 'COMPONENT_CUSTOM_ID_DUPLICATED';
    const message = 'Component custom id cannot be duplicated';
    const problems = repeated(fields, ({ custom_id }) => custom_id).map(() => ({
      path: ['components'],
      code,
      message,
    }));
    report(context, problems);
  });
export type Modal = z.infer<typeof modal>;
export type ModalField = z.infer<typeof label>['component'];

/** The fields that a person fills in, in order. */
export function fieldsOf({ components }: Pick<Modal, 'components'>): ModalField[] {
  return components.flatMap((component): ModalField[] => {
    if (component.type === ComponentType.row) return component.components;
    return component.type === ComponentType.label ? [component.component] : [];
  });
}
