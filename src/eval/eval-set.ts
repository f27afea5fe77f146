/** Sets to measure with: a folder with `corpus.jsonl` (articles) and `queries.jsonl` (questions, or quotations to check). */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { messageOf, UserError } from '../errors.js';

const articleSchema = z.object({
  id: z.string().regex(/^[\w.-]+$/u, 'must be usable as the name of a file'),
  title: z.string().default(''),
  source: z.string().default(''),
  date: z.string().nullish(),
  text: z.string(),
});
export type SetArticle = z.infer<typeof articleSchema>;

const quotationSchema = z.object({
  id: z.string(),
  quote: z.string(),
  kind: z.string().optional(),
  expected: z.enum(['exact', 'altered', 'absent', 'paraphrased', 'not_equivalent']),
  /** Labels that are right as well. */
  accept: z.array(z.string()).default([]),
  /** Ids of the articles that have it. */
  relevant: z.array(z.string()).default([]),
});
export type QuotationQuery = z.infer<typeof quotationSchema>;

const questionSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** Each as it stands in an article that answers. */
  answers: z.array(z.string()).default([]),
  /** Ids of the articles that answer. */
  relevant: z.array(z.string()).default([]),
  answerable: z.boolean().default(true),
  /** False for a question that nobody understands without its article: left out. */
  specific: z.boolean().default(true),
});
export type QuestionQuery = z.infer<typeof questionSchema>;

export interface EvalSet {
  readonly name: string;
  readonly articles: readonly SetArticle[];
  /** Empty when the set asks questions. */
  readonly quotations: readonly QuotationQuery[];
  /** Empty when the set checks quotations. */
  readonly questions: readonly QuestionQuery[];
}

/**
 * What a set is for is seen from the fields of its queries: those with a quotation are checked, the others asked.
 *
 * @throws UserError when a file is missing, or a line is not of the form.
 */
export async function readEvalSet(folder: string): Promise<EvalSet> {
  const articles = await readLines(path.join(folder, 'corpus.jsonl'), articleSchema);
  const file = path.join(folder, 'queries.jsonl');
  const queries = await readLines(file, z.looseObject({ quote: z.string().optional() }));
  const isChecked = queries.some(({ quote }) => quote !== undefined);
  return {
    name: path.basename(path.resolve(folder)),
    articles,
    quotations: isChecked ? await readLines(file, quotationSchema) : [],
    questions: isChecked ? [] : (await readLines(file, questionSchema)).filter(({ specific }) => specific),
  };
}

async function readLines<Line>(file: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const lines = (await readText(file)).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new UserError(`${file}, line ${at + 1}: ${messageOf(error)}`);
    }
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${messageOf(error)}`);
  }
}
