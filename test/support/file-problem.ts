/** A file of a report that gave no article. */
import { explainReason, type FileReason } from '../../src/articles/file-reason.js';
import type { FileProblem } from '../../src/index/report.js';

export function problem(file: string, why: FileReason): FileProblem {
  return { file, reason: explainReason(why), why };
}
