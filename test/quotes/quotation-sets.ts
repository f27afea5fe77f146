/** Quotation sets in the form of a corpus and queries, and how well a checker does on them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Article } from '../../src/articles/article.js';
import type { QuotationCheck } from '../../src/quotes/verdict.js';
import { splitParagraphs } from '../../src/text/paragraphs.js';
import { makeArticle } from '../support/snapshots.js';

export const SETS = fileURLToPath(new URL('../../../shared/eval', import.meta.url));

const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  date: z.string().nullish(),
});
const querySchema = z.object({
  id: z.string(),
  quote: z.string(),
  kind: z.string(),
  expected: z.enum(['exact', 'altered', 'absent']),
  accept: z.array(z.string()).optional(),
  relevant: z.array(z.string()),
});
export type Query = z.infer<typeof querySchema>;

export function isThere(set: string): boolean {
  return existsSync(path.join(SETS, set));
}

export function readArticles(set: string): Article[] {
  return readLines(set, 'corpus.jsonl').map((line) => {
    const { id, title, text, date } = articleSchema.parse(line);
    const paragraphs = splitParagraphs(text).map((span, at) => ({ ...span, number: at + 1 }));
    const dated = date === undefined || date === null ? {} : { date };
    return { ...makeArticle({ articleId: id, title, paragraphs: [], ...dated }), text, paragraphs };
  });
}

export function readQueries(set: string): Query[] {
  return readLines(set, 'queries.jsonl').map((line) => querySchema.parse(line));
}

function readLines(set: string, file: string): unknown[] {
  return readFileSync(path.join(SETS, set, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** The sets know three labels; a possible paraphrase is not found. */
function labelOf({ verdict }: QuotationCheck): Query['expected'] {
  if (verdict === 'exact' || verdict === 'punctuation') return 'exact';
  return verdict === 'altered' ? 'altered' : 'absent';
}

export interface Figures {
  readonly accepted: number;
  readonly strict: number;
  /** Called exact, of those that are not and may not be. */
  readonly falseExact: number;
  /** Called exact or altered, of the absent ones. */
  readonly absentFound: number;
  /** A relevant article is the first match, of those found that have one. */
  readonly rightArticle: number;
}

export function measure(
  results: readonly { readonly query: Query; readonly check: QuotationCheck }[],
): Figures {
  const share = (of: typeof results, isSo: (one: (typeof results)[number]) => boolean) =>
    of.length === 0 ? 0 : of.filter(isSo).length / of.length;
  const isAccepted = (query: Query, label: string) =>
    label === query.expected || (query.accept ?? []).includes(label);
  const notExact = results.filter(({ query }) => !isAccepted(query, 'exact'));
  const absent = results.filter(({ query }) => query.expected === 'absent');
  const found = results.filter(({ query, check }) => query.relevant.length > 0 && check.matches.length > 0);
  return {
    accepted: share(results, ({ query, check }) => isAccepted(query, labelOf(check))),
    strict: share(results, ({ query, check }) => query.expected === labelOf(check)),
    falseExact: share(notExact, ({ check }) => labelOf(check) === 'exact'),
    absentFound: share(absent, ({ check }) => labelOf(check) !== 'absent'),
    rightArticle: share(found, ({ query, check }) =>
      query.relevant.includes(check.matches[0]?.article.articleId ?? ''),
    ),
  };
}
