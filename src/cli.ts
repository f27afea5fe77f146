/** The command line for administrators and scripts. Answers go to standard output, messages to standard error. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { config as loadDotenv } from 'dotenv';
import { parseFilters } from './answers/filters.js';
import { assemble, type Byline } from './assemble.js';
import { parseConfig } from './config.js';
import { ConfigError, IndexLockedError, messageOf, UserError } from './errors.js';
import type { ReindexReport } from './index/report.js';
import { createLog } from './log.js';
import { answerToJson, articleToJson, quotationToJson } from './terminal/json.js';
import { createProgressBar } from './terminal/progress.js';
import { renderAnswer, renderQuotation, renderReport, renderShelf } from './terminal/render.js';
import { openSession } from './terminal/session.js';

const USAGE = `Usage: npm run cli                 in a terminal: a session with the same commands as in Discord
       npm run cli -- COMMAND

  index [--full] [--verbose]            read the articles; --verbose lists what no passage shows
  ask "QUESTION" [--article ID] [--source NAME] [--since DATE] [--before DATE] [--json]
  source "QUOTE" [--json]
  articles [--json]

Exit status: 0 answered, 1 declined or not found, 2 wrong use, 3 failure.`;

/** Exit statuses that scripts rely on. */
const EXIT = { answered: 0, declined: 1, wrongUse: 2, failure: 3 } as const;
type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

type Options = ReturnType<typeof parseCommandLine>;

function parseCommandLine(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      article: { type: 'string' },
      source: { type: 'string' },
      since: { type: 'string' },
      before: { type: 'string' },
      full: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
    },
  });
  const [command = '', text = '', ...more] = positionals;
  if (more.length > 0)
    throw new UserError(`One text at a time, in quotation marks; there is also: ${more.join(' ')}`);
  return { ...values, command, text };
}

async function ask(
  { answerer, reranker }: Byline,
  { text, article, json, ...typed }: Options,
): Promise<ExitStatus> {
  await reranker?.settled(); // the same question gets the same answer, however cold the start
  const answer = await answerer.ask(text, { articleId: article, ...parseFilters(typed) });
  if (answer.kind === 'unknown-article' || json) printJson(answerToJson(text, answer));
  else print(renderAnswer(answer));
  return answer.kind === 'answered' ? EXIT.answered : EXIT.declined;
}

async function source({ answerer }: Byline, { text, json }: Options): Promise<ExitStatus> {
  const answer = await answerer.checkQuotation(text);
  if (answer.kind === 'no-words' || json) printJson(quotationToJson(text, answer));
  else print(renderQuotation(answer));
  return answer.kind === 'checked' && answer.verdict !== 'not-found' ? EXIT.answered : EXIT.declined;
}

async function articles({ answerer, index }: Byline, { json }: Options): Promise<ExitStatus> {
  const shelf = answerer.shelf();
  if (json || 'kind' in shelf) printJson((index.snapshot()?.articles ?? []).map(articleToJson));
  else print(renderShelf(shelf));
  return EXIT.answered;
}

/** Reads the articles; the report goes to standard error, for a person, where there is something to tell. */
async function refresh({ index }: Byline, full: boolean): Promise<ReindexReport> {
  const bar = createProgressBar();
  try {
    const outcome = await index.reindex({ full, onProgress: bar.show });
    bar.stop();
    if (outcome.kind !== 'done') throw new UserError('The articles are already being read.');
    const { report } = outcome;
    const { added, changed, removed, skipped, failed } = report;
    const isNews = [added, changed, removed, skipped, failed].some((files) => files.length > 0);
    if (isNews) tell(renderReport(report));
    return report;
  } finally {
    bar.stop();
  }
}

/** The session ends with /quit, the end of the input, or a signal. */
async function talk({ answerer, index }: Byline): Promise<ExitStatus> {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort(name));
  const { stdin: input, stdout: output } = process;
  const session = openSession({ answerer, index, input, output, signal: stop.signal });
  await Promise.race([session, once(stop.signal, 'abort')]);
  return EXIT.answered;
}

/** Beside a running bot, which owns the index, questions are answered from what it has committed. */
async function open(mayReadOnly: boolean): Promise<Byline> {
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel, [config.token ?? '']);
  try {
    return await assemble({ ...config, watchArticles: false }, log);
  } catch (error) {
    if (!mayReadOnly || !(error instanceof IndexLockedError)) throw error;
    return assemble(config, log, { readOnly: true });
  }
}

async function main(args: string[]): Promise<ExitStatus> {
  const options = parseCommandLine(args);
  const run = { index: undefined, ask, source, articles }[options.command];
  const isSession = options.command === '' && process.stdin.isTTY;
  if (options.command !== 'index' && !isSession && run === undefined) throw new UserError(USAGE);
  if ((run === ask || run === source) && options.text.trim() === '') throw new UserError(USAGE);

  loadDotenv({ quiet: true });
  const byline = await open(run !== undefined);
  try {
    if (isSession) return await talk(byline);
    await byline.index.loaded();
    const report = byline.index.isReadOnly ? undefined : await refresh(byline, options.full);
    if (run !== undefined) return await run(byline, options);
    const snapshot = byline.index.snapshot();
    if (snapshot !== undefined) await byline.calibrator.settle(snapshot);
    printJson(report ?? {});
    if (options.verbose) listLeftOut(byline);
    return EXIT.answered;
  } finally {
    await byline.close();
  }
}

function listLeftOut({ index }: Byline): void {
  for (const { file, leftOut } of index.snapshot()?.articles ?? []) {
    for (const { text, reason } of leftOut) tell(`${file}: left out (${reason}): ${text}`);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function printJson(value: object): void {
  print(JSON.stringify(value));
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function statusOf(error: unknown): ExitStatus {
  const isWrongUse =
    error instanceof UserError ||
    error instanceof ConfigError ||
    (error instanceof TypeError && 'code' in error);
  return isWrongUse ? EXIT.wrongUse : EXIT.failure;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  tell(messageOf(error));
  process.exitCode = statusOf(error);
}
