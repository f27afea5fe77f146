/**
 * `npm run eval -- DIR…`: measures the product on sets of articles with questions or quotations, through its own
 * ingestion, index and search. Figures go to standard output, messages to standard error.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { assemble } from './assemble.js';
import { parseConfig } from './config.js';
import { messageOf, UserError } from './errors.js';
import { layOutCollection } from './eval/collection.js';
import { readEvalSet, type EvalSet } from './eval/eval-set.js';
import { measureQuestions } from './eval/question-figures.js';
import { isQuestionForm, QUESTION_FORMS, reformQuestions, type QuestionForm } from './eval/question-forms.js';
import { runQuestions } from './eval/question-run.js';
import { measureQuotations } from './eval/quotation-figures.js';
import { runQuotations } from './eval/quotation-run.js';
import { parseReports, renderReport, type SetReport } from './eval/report.js';
import { createLog } from './log.js';
import { createProgressBar } from './terminal/progress.js';

const USAGE = `Usage: npm run eval -- DIR… [--runs FILE] [--json FILE] [--against FILE] [--form FORM]

Each DIR holds corpus.jsonl and queries.jsonl.
  --runs FILE     writes one line of JSON a query: what the product answered
  --json FILE     writes the figures
  --against FILE  shows the difference to figures that --json wrote earlier
  --form FORM     asks the questions in another form: ${QUESTION_FORMS.join(', ')}`;

/** A set's report, and a line a query. */
interface Outcome {
  readonly report: SetReport;
  readonly runs: readonly object[];
}

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      json: { type: 'string' },
      against: { type: 'string' },
      form: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UserError(USAGE);
  const form = parseForm(values.form);
  const earlier = values.against === undefined ? [] : parseReports(await readFile(values.against, 'utf8'));
  const outcomes: Outcome[] = [];
  for (const folder of positionals) {
    const set = await readEvalSet(folder);
    const outcome = await evaluate(form === undefined ? set : reformQuestions(set, form));
    process.stdout.write(`${renderReport(outcome.report, earlier)}\n`);
    outcomes.push(outcome);
  }
  const runs = outcomes.flatMap((outcome) => outcome.runs);
  if (values.runs !== undefined)
    await writeFile(values.runs, runs.map((run) => `${JSON.stringify(run)}\n`).join(''));
  const reports = outcomes.map(({ report }) => report);
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify(reports, null, 2));
}

/** @throws UserError when there is no such form. */
function parseForm(name: string | undefined): QuestionForm | undefined {
  if (name === undefined || isQuestionForm(name)) return name;
  throw new UserError(USAGE);
}

async function evaluate(set: EvalSet): Promise<Outcome> {
  const collection = await layOutCollection(set.name, set.articles);
  const config = { ...parseConfig(process.env), ...collection };
  const byline = await assemble(config, createLog('warn'));
  const bar = createProgressBar();
  try {
    await byline.index.loaded();
    const outcome = await byline.index.reindex({ full: false, onProgress: bar.show });
    bar.stop();
    if (outcome.kind === 'done') tellProblems(set.name, outcome.report);
    const snapshot = byline.index.snapshot();
    if (snapshot === undefined) throw new UserError(`${set.name} has no article.`);
    if (set.quotations.length > 0) {
      const results = await runQuotations(byline.answerer, snapshot, set.quotations);
      const runs = results.map(({ query, source }) => ({ id: query.id, source }));
      return { report: { set: set.name, ...measureQuotations(results) }, runs };
    }
    await byline.calibrator.settle(snapshot);
    await byline.reranker?.settled();
    const results = await runQuestions(byline, snapshot, set.questions);
    const runs = results.map(({ query, ranked, answer }) => ({ id: query.id, ranked, answer }));
    return { report: { set: set.name, ...measureQuestions(results) }, runs };
  } finally {
    bar.stop();
    await byline.close();
  }
}

/** What the product does not take for an article is a miss in the figures, and should be known. */
function tellProblems(
  name: string,
  { skipped, failed }: { readonly skipped: readonly object[]; readonly failed: readonly object[] },
): void {
  const count = skipped.length + failed.length;
  if (count > 0) process.stderr.write(`${name}: ${count} article(s) were not taken\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 3;
}
