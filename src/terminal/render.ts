/** Answers as text for a terminal. Colour is only an addition: everything can be read without it. */
import { styleText } from 'node:util';
import type { Answer, ArticleCard, QuotationAnswer, QuotationPlace, Shelf } from '../answers/answer.js';
import { FLAG_LABELS } from '../answers/flag-labels.js';
import type { Attribution, Passage } from '../answers/passage.js';
import { VERDICT_LABELS } from '../answers/verdict-labels.js';
import type { FileProblem, ReindexReport } from '../index/report.js';
import { renderHint } from './hint.js';
import type { Span } from '../text/span.js';

export const NOT_READY = 'The first index is still being built. Ask again in a moment.';

export function renderAnswer(answer: Answer): string {
  switch (answer.kind) {
    case 'answered':
      return answer.passages.map(renderPassage).join('\n\n');
    case 'declined':
      return [
        'Nothing in the articles answers this.',
        ...(answer.hint === undefined ? [] : [renderHint(answer.hint)]),
      ].join(' ');
    case 'unknown-article':
      return 'There is no article with this id. /articles lists them.';
    case 'not-ready':
      return NOT_READY;
  }
}

export function renderQuotation(answer: QuotationAnswer): string {
  switch (answer.kind) {
    case 'checked':
      return [styleText('bold', VERDICT_LABELS[answer.verdict]), ...answer.places.map(renderPlace)].join(
        '\n\n',
      );
    case 'no-words':
      return 'There is no letter and no digit in this: nothing to look up.';
    case 'not-ready':
      return NOT_READY;
  }
}

export function renderShelf({ articles, paragraphs, sources, newest }: Shelf): string {
  return [
    `${articles} article(s), ${paragraphs} paragraphs`,
    ...sources.map(({ source, articles: count }) => `  ${source}: ${count}`),
    'Newest:',
    ...newest.map((attribution) => `  ${attribution.articleId}  ${attribution.title}`),
  ].join('\n');
}

export function renderCard({ attribution, paragraphs, words, tags, related }: ArticleCard): string {
  return [
    attributionLine(attribution),
    `${paragraphs} paragraphs, ${words} words`,
    ...(tags.length > 0 ? [`Tags: ${tags.join(', ')}`] : []),
    ...(related.length > 0 ? ['Related:', ...related.map((title) => `  ${title}`)] : []),
  ].join('\n');
}

export function renderReport(report: ReindexReport): string {
  const { added, changed, removed, unchanged, skipped, failed, articles, paragraphs, embedded } = report;
  return [
    `${articles} article(s), ${paragraphs} paragraphs indexed in ${report.seconds.toFixed(1)} s (${embedded} embedded)`,
    `added ${added.length}, changed ${changed.length}, removed ${removed.length}, unchanged ${unchanged}`,
    ...problems('skipped', skipped),
    ...problems('failed', failed),
  ].join('\n');
}

function problems(label: string, files: readonly FileProblem[]): string[] {
  return files.map(({ file, reason }) => `${label}: ${file}: ${reason}`);
}

function renderPlace(place: QuotationPlace): string {
  const { passage, differences, flags } = place;
  const changes = differences.map(
    ({ quoted, original }) => `  quoted: ${quoted || '(nothing)'}  |  article: ${original || '(nothing)'}`,
  );
  const warnings = flags.map(
    ({ kind, quoted, original }) =>
      `  ! ${FLAG_LABELS[kind]}: ${[quoted, original].filter((text) => text !== '').join(' for ')}`,
  );
  return [renderPassage(passage), ...renderSpeaker(place), ...changes, ...warnings].join('\n');
}

function renderSpeaker({ speaker, isQuoted, isNested }: QuotationPlace): string[] {
  const aside = speaker === undefined || speaker.said === '' ? '' : ` (${speaker.said})`;
  const by = speaker?.isGuess === true || speaker?.person !== undefined ? 'Probably said by' : 'Said by';
  return [
    ...(speaker === undefined ? [] : [`  ${by} ${speaker.person?.name ?? speaker.name}${aside}`]),
    ...(speaker?.person === undefined ? [] : [`  Named here: ${speaker.person.sentence}`]),
    ...(isQuoted ? [] : ["  Not between quotation marks in the article: the reporter's words"]),
    ...(isNested ? ['  A quotation inside a quotation'] : []),
  ];
}

function renderPassage(passage: Passage): string {
  const place =
    passage.last > passage.paragraph ? `¶${passage.paragraph}-${passage.last}` : `¶${passage.paragraph}`;
  const also = passage.alsoIn.map((one) => `\nAlso in: ${attributionLine(one)}`).join('');
  return `${attributionLine(passage.attribution)}, ${place}${also}\n${emphasise(passage.text, passage.highlights)}`;
}

function attributionLine({ title, source, author, date, url, articleId }: Attribution): string {
  const parts = [source ?? articleId, author, date, url].filter((part) => part !== undefined);
  return `${styleText('underline', title)} (${parts.join(', ')})`;
}

/** Highlights in bold; spans must be in order and apart. */
function emphasise(text: string, highlights: readonly Span[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of highlights) {
    shown += text.slice(at, start) + styleText('bold', text.slice(start, end));
    at = end;
  }
  return shown + text.slice(at);
}
