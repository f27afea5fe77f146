/** A user who is bound by the rights of files, as the one that runs the tests may not be. */

/** Number of "nobody" nearly everywhere; it needs no name. */
const NOBODY = 65_534;

/** Does something without the rights of the administrator; others do it as they are. */
export async function asOrdinaryUser<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
