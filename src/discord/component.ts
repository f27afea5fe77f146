/**
 * What a button, a select or a form does. Files in `components/` make one each. All that a component remembers stands in
 * its id (see `component-id.ts`); what that says is parsed here, before a handler sees it.
 */
import type { z } from 'zod';
import type { Asking } from './asking.js';
import type { Form } from './form.js';
import type { Outcome, Stage } from './stage.js';

/** How Discord is told that an answer will come; who sees it is fixed from then on. "update" changes the message itself. */
export type Acknowledgement = 'private reply' | 'public reply' | 'update';

/** How a component was used. */
export interface Use {
  /** The message it belongs to; undefined for a form that a command opened. */
  readonly messageId: string | undefined;
  /** Who asked for that message; undefined when Discord does not tell. */
  readonly askerId: string | undefined;
  /** Whether only one person sees that message. */
  readonly isPrivate: boolean;
  /** What was chosen from a select. */
  readonly values: readonly string[];
  /** What was typed into a form, by the ids of its fields. */
  readonly fields: ReadonlyMap<string, string>;
}

interface Described<Args> {
  /** Of small letters and hyphens. */
  readonly kind: string;
  /** Raised when the arguments change their meaning; handlers of earlier versions may stay beside the new one. */
  readonly version: number;
  /** Reads the arguments of the id, a tuple of strings; what it refuses belongs to another version. */
  readonly args: z.ZodType<Args>;
  /** Whether it takes one of the asker's questions: see `Cooldown`. */
  readonly isQuestion?: boolean;
}

/** Answers with a form, which must be the first response: nothing may be looked up before. */
interface Opening<Args> extends Described<Args> {
  readonly acknowledgement: 'modal';
  readonly open: (asking: Asking, args: Args, use: Use) => Form;
}

interface Answering<Args> extends Described<Args> {
  readonly acknowledgement: Acknowledgement | ((use: Use) => Acknowledgement);
  /** Called once Discord has its acknowledgement. @throws UserError whose text the user sees, privately. */
  readonly run: (asking: Asking, args: Args, use: Use, stage: Stage) => Promise<Outcome> | Outcome;
}

/** A component whose arguments were read. */
export type BoundComponent =
  | { readonly acknowledgement: 'modal'; readonly isQuestion: boolean; readonly open: (asking: Asking, use: Use) => Form }
  | {
      readonly acknowledgement: (use: Use) => Acknowledgement;
      readonly isQuestion: boolean;
      readonly run: (asking: Asking, use: Use, stage: Stage) => Promise<Outcome> | Outcome;
    }; // prettier-ignore

export interface Component {
  readonly kind: string;
  readonly version: number;
  /** Undefined when this version would not have written these arguments. */
  readonly bind: (args: readonly string[]) => BoundComponent | undefined;
}

export function defineComponent<Args>(description: Opening<Args> | Answering<Args>): Component {
  const { kind, version, args: schema } = description;
  return {
    kind,
    version,
    bind(typed) {
      const { success, data } = schema.safeParse(typed);
      return success ? bind(description, data) : undefined;
    },
  };
}

function bind<Args>(description: Opening<Args> | Answering<Args>, args: Args): BoundComponent {
  const { isQuestion = false } = description;
  if (description.acknowledgement === 'modal') {
    const { acknowledgement, open } = description;
    return { acknowledgement, isQuestion, open: (asking, use) => open(asking, args, use) };
  }
  const { acknowledgement, run } = description;
  return {
    acknowledgement: (use) =>
      withMessage(typeof acknowledgement === 'function' ? acknowledgement(use) : acknowledgement, use),
    isQuestion,
    run: (asking, use, stage) => run(asking, args, use, stage),
  };
}

/** Where there is no message, there is none to update. */
function withMessage(acknowledgement: Acknowledgement, { messageId }: Use): Acknowledgement {
  return acknowledgement === 'update' && messageId === undefined ? 'private reply' : acknowledgement;
}
