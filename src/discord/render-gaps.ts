/** Questions without a right answer, as a message that is paged through, or as a table. */
import type { Gap } from '../state/gaps.js';
import { writeComponentId } from './component-id.js';
import type { ActionButton } from './controls.js';
import { toCsv } from './csv.js';
import { countReason, type GapGroup, type GroupedGaps } from './gap-groups.js';
import { escapeLine } from './markdown.js';
import { filePart, frame, say, words, type Reply } from './reply.js';
import { shortenAtWord } from '../text/shorten.js';
import type { Texts } from './texts/english.js';

/** So many of the longest questions, with every mark in them escaped, fit into one message. */
const GROUPS_A_PAGE = 8;
const LONGEST_QUESTION = 150;
const FILE_NAME = 'gaps.csv';

/** Where there is nothing to show. */
export function renderNoGaps({ gaps: told }: Texts, isKept: boolean): Reply {
  return say(isKept ? told.none : told.notKept);
}

/** @param page - from 0; one that there is no longer is the last one. */
export function renderGaps(texts: Texts, grouped: GroupedGaps, page: number): Reply {
  const { groups } = grouped;
  const last = Math.max(0, Math.ceil(groups.length / GROUPS_A_PAGE) - 1);
  const shown = Math.min(page, last);
  const lines = groups
    .slice(shown * GROUPS_A_PAGE, (shown + 1) * GROUPS_A_PAGE)
    .map((group) => renderGroup(texts, group));
  const { number, gaps: told } = texts;
  const place = last === 0 ? [] : [words(`-# ${told.page(number(shown + 1), number(last + 1))}`)];
  return frame(
    [words(renderHead(texts, grouped)), words(lines.join('\n')), ...place],
    turnTo(texts, shown, last),
  );
}

/** All questions that are kept, as a file. */
export function renderGapsFile(texts: Texts, grouped: GroupedGaps): Reply {
  const file = { name: FILE_NAME, content: renderTable(texts, grouped) };
  return { ...frame([words(renderHead(texts, grouped)), filePart(file)]), file };
}

function renderHead({ gaps: told, articles }: Texts, { groups, older }: GroupedGaps): string {
  const grouped = groups.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const counts = [told.questions(grouped + older.length), told.subjects(groups.length)];
  const rest = older.length === 0 ? [] : [told.newest(told.questions(grouped))];
  return [`### ${told.title}`, articles.list(counts), [...rest, told.whoAsked].join(' ')].join('\n');
}

function renderGroup(texts: Texts, group: GapGroup): string {
  const { number, isolate, quoted, gaps: told } = texts;
  const [declined, wrong] = [countReason(group, 'declined'), countReason(group, 'wrong')];
  const newest = group.gaps[0]?.at ?? 0;
  const facts = [
    told.questions(group.gaps.length),
    ...(declined > 0 ? [told.declined(number(declined))] : []),
    ...(wrong > 0 ? [told.wrong(number(wrong))] : []),
    // The day alone: with the minute, somebody who was there could tell who asked.
    `<t:${Math.floor(newest / 1000)}:D>`,
  ];
  const question = isolate(quoted(escapeLine(shortenAtWord(group.question, LONGEST_QUESTION))));
  return `${question}\n-# ${facts.map(isolate).join(' · ')}`;
}

function turnTo({ gaps: told }: Texts, page: number, last: number): ActionButton[] {
  return [
    ...(page > 0 ? [{ id: pageId(page - 1), label: told.newer }] : []),
    ...(page < last ? [{ id: pageId(page + 1), label: told.older }] : []),
  ];
}

function pageId(page: number): string {
  return writeComponentId({ kind: 'gaps-page', version: 1, args: [String(page)] });
}

function renderTable({ gaps: told }: Texts, { groups, older }: GroupedGaps): string {
  const { subject, subjectQuestion, day, reason, question } = told.columns;
  const rows = groups.flatMap((group, at) =>
    group.gaps.map((gap) => [String(at + 1), group.question, ...toFields(told, gap)]),
  );
  const rest = older.map((gap) => ['', '', ...toFields(told, gap)]);
  return toCsv([[subject, subjectQuestion, day, reason, question], ...rows, ...rest]);
}

function toFields({ reasons }: Texts['gaps'], { at, reason, question }: Gap): string[] {
  return [new Date(at).toISOString().slice(0, 'yyyy-mm-dd'.length), reasons[reason], question];
}
