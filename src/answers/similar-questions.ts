/** Questions that ask for the same thing in other words, put together: so an editor sees gaps, not a list of questions. */
import type { Embedder } from '../embedding/embedder.js';
import { dotAt } from '../search/cosine.js';

export interface QuestionGroup {
  /** The question that is closest to all others of the group. */
  readonly representative: string;
  /** How many questions are in it. */
  readonly count: number;
  /** Positions of its questions in what was asked for, ascending. */
  readonly members: readonly number[];
}

/**
 * Cosine of two questions from which on they ask for the same. Measured on 2026-11-24 on pairs of newsqa questions about one
 * article: see docs/answers.md.
 */
const IS_SAME = 0.9;

/** The same questions in the same order make the same groups: largest first, of equals the one that was asked first. */
export async function groupSimilar(
  embedder: Pick<Embedder, 'embedQuestion'>,
  questions: readonly string[],
): Promise<QuestionGroup[]> {
  const vectors: Float32Array[] = [];
  // One after the other: a reader's question waits for one of them at most.
  for (const question of questions) vectors.push(await embedder.embedQuestion(question.trim()));
  return groupVectors(vectors, IS_SAME).map((members) => ({
    representative: questions[findMedoid(vectors, members)] ?? '',
    count: members.length,
    members,
  }));
}

/** Each vector goes to the first one of the group that it is closest to, if that is close enough; else it begins a group. */
function groupVectors(vectors: readonly Float32Array[], least: number): number[][] {
  const groups: number[][] = [];
  for (const [at, vector] of vectors.entries()) {
    let best: number[] | undefined;
    let highest = least;
    for (const group of groups) {
      const cosine = dotAt(vectors[group[0] ?? at] ?? vector, 0, vector);
      if (cosine > highest || (best === undefined && cosine === highest)) [best, highest] = [group, cosine];
    }
    if (best === undefined) groups.push([at]);
    else best.push(at);
  }
  return groups.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** The member with the highest sum of cosines; of equals the first. */
function findMedoid(vectors: readonly Float32Array[], members: readonly number[]): number {
  const sumOf = (at: number): number => {
    const own = vectors[at] ?? new Float32Array(0);
    return members.reduce((sum, other) => sum + dotAt(vectors[other] ?? own, 0, own), 0);
  };
  const sums = members.map(sumOf);
  return members[sums.indexOf(Math.max(...sums))] ?? 0;
}
