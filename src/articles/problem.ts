import { BylineError } from '../errors.js';
import { explainReason, type FileReason } from './file-reason.js';

/**
 * Why a file gives no article. "skipped": there is nothing in it to index. "failed": somebody meant an article, and
 * something must be mended first; an earlier version stays in the index.
 */
export class ArticleProblem extends BylineError {
  readonly code = 'article';

  constructor(
    readonly kind: 'skipped' | 'failed',
    readonly why: FileReason,
    options?: ErrorOptions,
  ) {
    super(explainReason(why), options);
  }
}
