/** Right or wrong: one vote a person and answer, the last one counts. Who voted is not kept, see `pseudonymOf`. */
import { z } from 'zod';
import type { StateContext } from './context.js';
import { pseudonymOf } from './pseudonym.js';
import { normalizeId } from './readable-id.js';
import { Table } from './table.js';

const VOTES = ['right', 'wrong'] as const;
export type Vote = (typeof VOTES)[number];

const rowSchema = z.object({ vote: z.enum(VOTES) }).transform(({ vote }) => vote);

/** "same": this person had said so before. "unknown": there is no such receipt, or no longer. */
export type VoteOutcome = 'counted' | 'changed' | 'same' | 'unknown';

export class Feedback {
  readonly #context: StateContext;
  readonly #table: Table<Vote>;

  constructor(context: StateContext) {
    this.#context = context;
    this.#table = new Table({ ...context, name: 'votes', row: rowSchema });
  }

  /** @throws StateError when it cannot be written: the voter must know. */
  vote(receiptId: string, voterId: string, vote: Vote): VoteOutcome {
    const { database } = this.#context;
    const receipt = normalizeId(receiptId);
    return database.transaction(() => {
      if (database.all('select 1 from receipts where id = ?', receipt).length === 0) return 'unknown';
      const voter = pseudonymOf(database, 'voter', receipt, voterId);
      const before = this.#table.first('where receipt = ? and voter = ?', receipt, voter);
      if (before === vote) return 'same';
      this.#table.put({ receipt, voter, vote });
      return before === undefined ? 'counted' : 'changed';
    });
  }

  counts(receiptId: string): Readonly<Record<Vote, number>> {
    const votes = this.#table.find('where receipt = ?', normalizeId(receiptId));
    const right = votes.filter((vote) => vote === 'right').length;
    return { right, wrong: votes.length - right };
  }
}
