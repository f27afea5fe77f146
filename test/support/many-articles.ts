/** A collection just large enough to find its own threshold. */
import { FEWEST_ARTICLES } from '../../src/answers/calibrate.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { makeArticle, makeSnapshot } from './snapshots.js';

export function manyArticles(count = FEWEST_ARTICLES): Promise<Snapshot> {
  const articles = Array.from({ length: count }, (_, at) =>
    makeArticle({
      articleId: `a${String(at).padStart(3, '0')}`,
      paragraphs: [
        `Harbour number ${at} was closed by storm${at}. The mayor of town${at} spoke for minutes.`,
        `Nobody in street${at} knew when the bridge would be opened again, said keeper${at}.`,
      ],
    }),
  );
  return makeSnapshot(articles);
}
