/** A re-index as messages: how far it is, and what came of it. */
import { explainReason } from '../articles/file-reason.js';
import type { FileProblem, ReindexOutcome, ReindexReport } from '../index/report.js';
import { writeComponentId } from './component-id.js';
import { MESSAGE_TEXT } from './limits.js';
import { fitsList, renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { filePart, frame, say, words, type Reply } from './reply.js';
import type { RunState } from './run-pace.js';
import type { Texts } from './texts/english.js';

const BAR_LENGTH = 20;
/** Characters for each of the five lists. */
const LIST_ROOM = Math.floor((MESSAGE_TEXT - 600) / 5);
const FILE_NAME = 'reindex-report.txt';

/** @param name - of the run, by which the button cancels it. */
export function renderProgress(texts: Texts, state: RunState, name: string): Reply {
  const { number, report, run } = texts;
  const { phase, done, total, files } = state;
  const id = writeComponentId({ kind: 'cancel-reindex', version: 1, args: [name] });
  const buttons = [{ id, label: run.cancel, style: 'danger' }] as const;
  if (total === 0) return say(`${report[phase]}: ${run.files(done)}`, buttons);
  const full = Math.round((BAR_LENGTH * Math.min(done, total)) / total);
  const bar = '█'.repeat(full) + '░'.repeat(BAR_LENGTH - full);
  const facts = [run.files(files), ...renderPace(texts, state)].map(texts.isolate);
  return say(
    `${report[phase]}\n\`${bar}\` ${report.progress(number(done), number(total))}\n-# ${facts.join(' · ')}`,
    buttons,
  );
}

function renderPace({ number, duration, run }: Texts, { perSecond, secondsLeft }: RunState): string[] {
  if (perSecond === undefined || secondsLeft === undefined) return [];
  const rate = number(Number(perSecond.toFixed(perSecond < 10 ? 1 : 0)));
  return [run.pace(rate), run.left(duration(roundUp(secondsLeft)))];
}

/** A number that changes with every look is not read: to five seconds, and above a minute to fifteen. */
function roundUp(seconds: number): number {
  const step = seconds <= 60 ? 5 : 15;
  return Math.max(1, Math.ceil(seconds / step)) * step;
}

export function renderOutcome(texts: Texts, outcome: ReindexOutcome): Reply {
  const { running, stopped } = texts.report;
  const { cancelled } = texts.run;
  switch (outcome.kind) {
    case 'done':
      return renderReport(texts, outcome.report);
    case 'running':
      return say(running);
    case 'stopped':
      return say(stopped);
    case 'cancelled':
      return say(cancelled);
  }
}

/** Every file is named: in the message where all of them fit, else in a file beside it. */
function renderReport(texts: Texts, report: ReindexReport): Reply {
  const lists = listsOf(texts, report).map(({ title, lines }) => ({
    title: `**${title}**`,
    items: lines.map((line) => `- ${escapeLine(line)}`),
  }));
  const parts = lists.map(({ title, items }) => renderList(texts, title, items, LIST_ROOM));
  const shown = [renderHead(texts, report), ...parts].filter((text) => text !== '').map(words);
  if (lists.every(({ title, items }) => fitsList(title, items, LIST_ROOM))) return frame(shown);
  const file = { name: FILE_NAME, content: renderFile(listsOf(texts, report)) };
  return { ...frame([...shown, filePart(file)]), file };
}

function renderHead({ number, articles: counted, report: told }: Texts, report: ReindexReport): string {
  const { articles, paragraphs, embedded, seconds, unchanged } = report;
  const counts = counted.list([counted.articles(articles), counted.paragraphs(paragraphs)]);
  const time = number(Number(seconds.toFixed(1)));
  return [
    `### ${told.done}`,
    told.embedded(counts, number(embedded), time),
    told.unchanged(number(unchanged)),
  ].join('\n');
}

interface FileList {
  readonly title: string;
  readonly lines: readonly string[];
}

function listsOf(texts: Texts, report: ReindexReport): FileList[] {
  const { number, report: told } = texts;
  const describe = (problem: FileProblem): string => describeProblem(texts, problem);
  const { added, changed, removed, skipped, failed } = report;
  const list = (title: string, lines: readonly string[]): FileList => ({
    title: `${title} (${number(lines.length)})`,
    lines,
  });
  return [
    list(told.failed, failed.map(describe)),
    list(told.skipped, skipped.map(describe)),
    list(told.added, added),
    list(told.changed, changed),
    list(told.removed, removed),
  ];
}

function describeProblem({ isolate, report }: Texts, { file, why }: FileProblem): string {
  return `${isolate(file)}: ${explainReason(why, report.reasons, isolate)}`;
}

function renderFile(lists: readonly FileList[]): string {
  return lists
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n');
}
