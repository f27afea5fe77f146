/** Every catalogue is complete: a translated text that is empty, drops what it is given, or is too long fails here. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.js';
import { VERDICT_LABELS } from '../../../src/answers/verdict-labels.js';
import { BUTTON_LABEL, FORM_LABEL, FORM_TITLE } from '../../../src/discord/limits.js';
import { localizedPayloads } from '../../../src/discord/localize-command.js';
import { COMMAND_TEXTS } from '../../../src/discord/texts/command-texts.js';
import { ENGLISH, type Texts } from '../../../src/discord/texts/english.js';
import { CATALOGUES, textsFor } from '../../../src/discord/texts/texts-for.js';

/** Functions that take a number, or a list; all others take texts. */
const NUMERIC = [
  'number', 'duration', 'general.andMore', 'passage.more', 'articles.articles', 'articles.paragraphs', 'articles.words',
  'run.files', 'gaps.questions', 'gaps.subjects', 'settings.onlyIn', 'follows.moreToday', 'follows.known', 'follows.full',
]; // prettier-ignore
const LISTS = ['articles.list'];
/** A button's label. */
const LABELS = [
  'answer.showNearest',
  'answer.showContext',
  'timeline.earlier',
  'timeline.later',
  'run.cancel',
  'gaps.newer',
  'gaps.older',
  'settings.typeSources',
  'settings.makePrivate',
  'settings.makePublic',
  'settings.followUp',
  'settings.followNothing',
  ...[
    'context',
    'before',
    'behind',
    'passage',
    'more',
    'previous',
    'next',
    'share',
    'shared',
    'dismiss',
    'right',
    'wrong',
    'about',
  ].map((key) => `reader.${key}`),
];
/** The same word in both languages. */
const SAME = ['Sources', '{0}: {1}', '{0}; {1}'];
/** Seven is written with a digit in each language, and takes no form of its own. */
const NUMBER = 7;
const SEVEN = /[7۷]/u;

interface Line {
  readonly path: string;
  readonly text: string;
  /** What it was given, as it should stand in the text. */
  readonly given: readonly (string | RegExp)[];
}

function linesOf(texts: Texts, node: object = texts, path = ''): Line[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): Line[] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [{ path: here, text: value, given: [] }];
    if (typeof value === 'function') return [call(texts, here, value)];
    return typeof value === 'object' && value !== null ? linesOf(texts, value, here) : [];
  });
}

function call(texts: Texts, path: string, write: Function): Line {
  const isIsolate = path === 'isolate';
  const pieces = Array.from({ length: write.length }, (_, at) =>
    isIsolate ? `piece ${at}` : texts.isolate(`piece ${at}`),
  );
  if (NUMERIC.includes(path)) return { path, text: String(write(NUMBER)), given: [SEVEN] };
  if (LISTS.includes(path)) return { path, text: String(write(['a', 'b'])), given: ['a', 'b'] };
  return { path, text: String(write(...pieces)), given: pieces.map((_, at) => `piece ${at}`) };
}

function isolatesOf(text: string): string {
  return text.replace(/[^\u2068\u2069]/gu, '');
}

/** Places for values, in a reason why a file gives no article. */
const marksOf = (reason: string): string[] => (reason.match(/\{\d\}/gu) ?? []).toSorted();

const cases = Object.entries(CATALOGUES).map(([language, texts]) => ({ language, texts }));

describe.each(cases)('the catalogue "$language"', ({ language, texts }) => {
  const lines = linesOf(texts);

  test('has every entry, and none is empty or drops what it is given', () => {
    expect(lines.map(({ path }) => path).toSorted()).toEqual(linesOf(ENGLISH).map(({ path }) => path).toSorted()); // prettier-ignore
    for (const { path, text, given } of lines) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      for (const piece of given) expect(text, path).toMatch(piece);
    }
  });

  test('keeps to the length of labels', () => {
    const labels = lines.filter(({ path }) => LABELS.includes(path));
    expect(labels).toHaveLength(LABELS.length);
    for (const { text } of labels) expect(text.length).toBeLessThanOrEqual(BUTTON_LABEL);
  });

  test('keeps to the length of forms', () => {
    expect(texts.reader.about.length).toBeLessThanOrEqual(FORM_TITLE);
    expect(texts.reader.yourQuestion.length).toBeLessThanOrEqual(FORM_LABEL);
  });

  test('names each verdict by the phrase that other programs look for, and says it nowhere else', () => {
    const phrases = Object.entries(VERDICT_LABELS).map(([verdict, phrase]) => ({
      path: `quotation.verdicts.${verdict}`,
      phrase,
    }));
    for (const { path: where, phrase } of phrases) {
      const found = lines.filter(({ text }) => text.includes(phrase)).map(({ path }) => path);
      expect(found).toEqual([where]);
    }
  });

  test('opens and closes its isolates in pairs', () => {
    for (const { path, text } of lines) expect(isolatesOf(text), path).toMatch(/^(?:\u2068\u2069)*$/u);
  });

  test('has in each reason the values that it has in English', () => {
    for (const [code, reason] of Object.entries(ENGLISH.report.reasons)) {
      const own = new Map(Object.entries(texts.report.reasons)).get(code);
      expect(marksOf(own ?? ''), code).toEqual(marksOf(reason));
    }
  });

  test('is in its own language', () => {
    if (language === 'en') return;
    const english = new Map(linesOf(ENGLISH).map(({ path, text }) => [path, text]));
    const same = lines.filter(({ path, text, given }) => given.length === 0 && english.get(path) === text);
    expect(same.map(({ text }) => text).filter((text) => !SAME.includes(text))).toEqual([]);
  });
});

/** Discord shows commands under these names; it has no Arabic and no Persian, and shows the English ones there. */
function commandNames(language: string): string[] {
  const locale = Object.keys(COMMAND_TEXTS).find((one) => one.startsWith(language));
  return localizedPayloads(commands).map((payload) => {
    const { name, name_localizations: names } = payload;
    return (
      (locale === undefined ? undefined : Object.entries(names ?? {}).find(([one]) => one === locale)?.[1]) ??
      name
    );
  });
}

test.each(cases)(
  'commands that are named in "$language" are there, under the name that Discord shows',
  ({ language, texts }) => {
    const named = linesOf(texts).flatMap(({ text }) =>
      [...text.matchAll(/`\/([^\s`]+)(?: \S+)?`/gu)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !commandNames(language).includes(name ?? ''))).toEqual([]);
  },
);

test.each(['ar', 'fa'])('in "%s" every foreign word stands in an isolate', (language) => {
  for (const { path, text } of linesOf(textsFor(language))) {
    const own = text.replace(/\u2068[^\u2068\u2069]*\u2069/gu, '');
    if (path !== 'isolate' && !path.startsWith('articles.list')) expect(own, path).not.toMatch(/[A-Za-z]/u);
  }
});

test.each([
  ['de', 'de'],
  ['es-419', 'es'],
  ['es-ES', 'es'],
  ['fr', 'fr'],
  ['ar-EG', 'ar'],
  ['FA_ir', 'fa'],
  ['en-GB', 'en'],
  ['ja', 'en'],
  ['', 'en'],
  ['constructor', 'en'],
])('who has Discord in "%s" is answered in "%s"', (locale, language) => {
  expect(textsFor(locale)).toBe(CATALOGUES[language]);
});

const count = (language: string): string[] =>
  [0, 1, 2, 3, 11, 1200].map(textsFor(language).articles.articles);

test('counts as each language counts', () => {
  expect(count('en')).toEqual(['0 articles', '1 article', '2 articles', '3 articles', '11 articles', '1,200 articles']); // prettier-ignore
  expect(count('ar')).toEqual(['لا مقالات', 'مقالة واحدة', 'مقالتان', '3 مقالات', '11 مقالة', '1,200 مقالة']); // prettier-ignore
  expect(count('fr').slice(0, 3)).toEqual(['0 article', '1 article', '2 articles']);
  expect(count('fa').at(-1)).toBe('۱٬۲۰۰ مقاله');
});
