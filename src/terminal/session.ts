/**
 * A session in the terminal: the commands of Discord without Discord, so that anybody can try the bot without an account.
 * A line without a slash is a question.
 */
import { createInterface } from 'node:readline/promises';
import type { Answerer } from '../answers/answer.js';
import { messageOf } from '../errors.js';
import type { Reindexer } from '../index/report.js';
import { createProgressBar } from './progress.js';
import { renderAnswer, renderCard, renderQuotation, renderReport, renderShelf, NOT_READY } from './render.js';

const HELP = `Type a question, or:
  /source QUOTE      where a quotation comes from, and whether it is exact
  /articles [ID]     what is indexed, or one article's card
  /reindex [full]    read the articles again
  /help, /quit`;

export interface SessionOptions {
  readonly answerer: Answerer;
  readonly reindexer: Pick<Reindexer, 'reindex'>;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Ends the session from outside. */
  readonly signal: AbortSignal;
}

/** What reads the articles, and says when the last run's index is there. */
type LoadingReindexer = Pick<Reindexer, 'reindex'> & { loaded(): Promise<unknown> };

/** Brings the index up to date, tells what was read, and begins the session. */
export async function openSession({
  index,
  ...options
}: Omit<SessionOptions, 'reindexer'> & { readonly index: LoadingReindexer }): Promise<void> {
  const bar = createProgressBar();
  try {
    await index.loaded();
    const outcome = await index.reindex({ onProgress: bar.show });
    bar.stop();
    if (outcome.kind === 'done') options.output.write(`${renderReport(outcome.report)}\n\n`);
  } finally {
    bar.stop();
  }
  await runSession({ ...options, reindexer: index });
}

/** Reads lines until /quit, the end of the input, or the signal. A failing command is told and does not end it. */
async function runSession(options: SessionOptions): Promise<void> {
  const { input, output, signal } = options;
  const print = (text: string): void => void output.write(`${text}\n`);
  const lines = createInterface({ input, output, prompt: '\n> ' });
  signal.addEventListener('abort', () => lines.close(), { once: true });
  print(HELP);
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '/quit') break;
    try {
      print(await answerLine(line.trim(), options));
    } catch (error) {
      print(`That did not work: ${messageOf(error)}`);
    }
    if (signal.aborted) break;
    lines.prompt();
  }
  lines.close();
}

async function answerLine(line: string, { answerer, reindexer }: SessionOptions): Promise<string> {
  const [, command = '/ask', rest = ''] = /^(\/\S+)?\s*(.*)$/su.exec(line) ?? [];
  switch (command) {
    case '/ask':
      return rest === '' ? HELP : renderAnswer(await answerer.ask(rest));
    case '/source':
      return renderQuotation(await answerer.checkQuotation(rest));
    case '/articles':
      return describe(answerer, rest);
    case '/reindex':
      return reindex(reindexer, rest === 'full');
    default:
      return HELP;
  }
}

function describe(answerer: Answerer, articleId: string): string {
  if (articleId === '') {
    const shelf = answerer.shelf();
    return 'kind' in shelf ? NOT_READY : renderShelf(shelf);
  }
  const card = answerer.card(articleId);
  if (!('kind' in card)) return renderCard(card);
  return card.kind === 'not-ready' ? NOT_READY : 'There is no article with this id. /articles lists them.';
}

async function reindex(reindexer: SessionOptions['reindexer'], full: boolean): Promise<string> {
  const bar = createProgressBar();
  try {
    const outcome = await reindexer.reindex({ full, onProgress: bar.show });
    return outcome.kind === 'done' ? renderReport(outcome.report) : 'The articles are already being read.';
  } finally {
    bar.stop();
  }
}
