/** Questions without a right answer, put together by what they ask, for the editors. */
import type { Answerer } from '../answers/answer.js';
import type { Gap, GapReason } from '../state/gaps.js';

export interface GapGroup {
  /** The question that stands for the others. */
  readonly question: string;
  /** Newest first. */
  readonly gaps: readonly Gap[];
}

export interface GroupedGaps {
  /** The group with the newest question first. */
  readonly groups: readonly GapGroup[];
  /** Older than those that are put together. */
  readonly older: readonly Gap[];
}

/** Each takes a run of the model, and is compared with all groups: some seconds the first time. */
export const MOST_GROUPED = 500;

/** @param gaps - newest first. */
export async function groupGaps(
  gaps: readonly Gap[],
  { groupSimilar }: Pick<Answerer, 'groupSimilar'>,
): Promise<GroupedGaps> {
  const newest = gaps.slice(0, MOST_GROUPED);
  const similar = await groupSimilar(newest.map(({ question }) => question));
  const groups = similar
    .toSorted((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0))
    .map(({ representative, members }) => ({
      question: representative,
      gaps: members.flatMap((at) => newest[at] ?? []),
    }));
  return { groups, older: gaps.slice(MOST_GROUPED) };
}

export function countReason({ gaps }: GapGroup, reason: GapReason): number {
  return gaps.filter((gap) => gap.reason === reason).length;
}
