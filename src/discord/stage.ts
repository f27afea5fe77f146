/** What a command or a component can do with its answer, beside giving it back. */
import type { Reply } from './reply.js';

/**
 * What becomes of the answer: a reply is shown, as the answer or, after an update, in place of the message that the
 * component belongs to. "remove" deletes that message (or the waiting answer), "keep" leaves it as it is.
 */
export type Outcome = Reply | 'remove' | 'keep';

export const REMOVE: Outcome = 'remove';
export const KEEP: Outcome = 'keep';

/**
 * While a reply is waited for, Discord would put the first further message in its place: there, further messages follow the
 * answer, and their failures are logged. After an update they are sent at once.
 */
export interface Stage {
  /** Shows how far a command is. Only the last of several calls in quick succession may be seen. */
  readonly showProgress: (reply: Reply) => void;
  /** A further message that only the person sees. What Discord refuses is logged. */
  readonly tell: (reply: Reply) => Promise<void>;
  /** A further message that everybody sees. @throws after an update, what discord.js throws when Discord refuses. */
  readonly post: (reply: Reply) => Promise<void>;
}
