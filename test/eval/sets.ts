/** Public sets of articles and questions, read through the product's own ingestion. They are not part of the project. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src/articles/article.js';
import { readArticles } from '../../src/articles/read-articles.js';

const SETS_DIRECTORY = path.resolve(import.meta.dirname, '../../../shared/eval');

const storedArticle = z.object({ id: z.string(), title: z.string(), source: z.string(), text: z.string() });
const storedQuestion = z.object({
  question: z.string(),
  /** Each as it stands in an article that answers. */
  answers: z.array(z.string()).default([]),
  /** Ids of the articles that answer. */
  relevant: z.array(z.string()),
  answerable: z.boolean().default(true),
  /** newsqa: false for "What did he say?", which nobody understands without the article. */
  specific: z.boolean().default(true),
  /** squad2: the article about the subject of a question that it does not answer. */
  related: z.array(z.string()).default([]),
});
export type SetQuestion = z.infer<typeof storedQuestion>;

export interface QuestionSet {
  readonly name: string;
  /** Sorted by id, as in a snapshot. */
  readonly articles: readonly Article[];
  readonly questions: readonly SetQuestion[];
}

/** Whether a set is on this machine. */
export function hasSet(name: string): boolean {
  return existsSync(path.join(SETS_DIRECTORY, name, 'corpus.jsonl'));
}

/** Reads one set; its articles go through files, as everybody's do. Questions that need their article are left out. */
export async function readSet(name: string): Promise<QuestionSet> {
  const folder = path.join(SETS_DIRECTORY, name);
  const stored = await readLines(path.join(folder, 'corpus.jsonl'), storedArticle);
  const questions = await readLines(path.join(folder, 'queries.jsonl'), storedQuestion);
  const directory = await mkdtemp(path.join(tmpdir(), 'byline-set-'));
  try {
    for (const article of stored) await writeFile(path.join(directory, `${article.id}.txt`), toFile(article));
    return { name, articles: await readAll(directory), questions: questions.filter((one) => one.specific) };
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function readLines<Line>(file: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function toFile({ title, source, text }: z.infer<typeof storedArticle>): string {
  const titled = title.trim() === '' ? '' : `title: ${JSON.stringify(title.slice(0, 500))}\n`;
  return `---\n${titled}source: ${JSON.stringify(source)}\n---\n\n${text}`;
}

async function readAll(directory: string): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const reading of readArticles(directory)) {
    // What the product does not take for an article (a line of links) is a miss here as well.
    if (reading.kind === 'article') articles.push(reading.article);
    if (reading.kind === 'failed') throw new Error(`${reading.file}: ${reading.why.code}`);
  }
  return articles.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
}
