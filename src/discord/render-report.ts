/** A re-index as messages: how far it is, and what came of it. */
import type { FileProblem, ReindexOutcome, ReindexProgress, ReindexReport } from '../index/report.js';
import { MESSAGE_TEXT } from './limits.js';
import { count, fitsList, renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { filePart, frame, say, words, type Reply } from './reply.js';

const PHASES: Readonly<Record<ReindexProgress['phase'], string>> = {
  reading: 'Reading articles',
  embedding: 'Embedding paragraphs',
  saving: 'Saving the index',
};
const BAR_LENGTH = 20;
/** Characters for each of the five lists. */
const LIST_ROOM = Math.floor((MESSAGE_TEXT - 600) / 5);
const FILE_NAME = 'reindex-report.txt';

export function renderProgress({ phase, done, total }: ReindexProgress): Reply {
  if (total === 0) return say(`${PHASES[phase]}: ${done}`);
  const full = Math.round((BAR_LENGTH * done) / total);
  const bar = '█'.repeat(full) + '░'.repeat(BAR_LENGTH - full);
  return say(`${PHASES[phase]}\n\`${bar}\` ${done} of ${total}`);
}

export function renderOutcome(outcome: ReindexOutcome): Reply {
  switch (outcome.kind) {
    case 'done':
      return renderReport(outcome.report);
    case 'running':
      return say('A re-index is already running. Its own message will tell when it is done.');
    case 'stopped':
      return say('I am stopping, so the re-index was put off. It goes on where it was when I start again.');
  }
}

/** Every file is named: in the message where all of them fit, else in a file beside it. */
function renderReport(report: ReindexReport): Reply {
  const head = [
    `### The index is up to date`,
    `${count(report.articles, 'article')}, ${count(report.paragraphs, 'paragraph')}; ${report.embedded} embedded in ${report.seconds.toFixed(1)} s`,
    `${report.unchanged} unchanged`,
  ].join('\n');
  const lists = listsOf(report);
  const parts = lists.map(({ title, lines }) => renderList(`**${title}**`, lines.map(toItem), LIST_ROOM));
  const texts = [head, ...parts].filter((text) => text !== '').map(words);
  const areWhole = lists.every(({ title, lines }) => fitsList(`**${title}**`, lines.map(toItem), LIST_ROOM));
  if (areWhole) return frame(texts);
  const file = { name: FILE_NAME, content: renderFile(lists) };
  return { ...frame([...texts, filePart(file)]), file };
}

interface FileList {
  readonly title: string;
  readonly lines: readonly string[];
}

function listsOf({ added, changed, removed, skipped, failed }: ReindexReport): FileList[] {
  return [
    { title: `Failed (${failed.length})`, lines: failed.map(describeProblem) },
    { title: `Skipped (${skipped.length})`, lines: skipped.map(describeProblem) },
    { title: `Added (${added.length})`, lines: added },
    { title: `Changed (${changed.length})`, lines: changed },
    { title: `Removed (${removed.length})`, lines: removed },
  ];
}

function describeProblem({ file, reason }: FileProblem): string {
  return `${file}: ${reason}`;
}

function toItem(line: string): string {
  return `- ${escapeLine(line)}`;
}

function renderFile(lists: readonly FileList[]): string {
  return lists
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n');
}
