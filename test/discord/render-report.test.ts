import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { because } from '../../src/articles/file-reason.js';
import { renderOutcome, renderProgress } from '../../src/discord/render-report.js';
import type { RunState } from '../../src/discord/run-pace.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import type { ReindexReport } from '../../src/index/report.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { problem } from '../support/file-problem.js';
import { hostileText } from '../support/hostile-text.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const RUN = '123456789012345678';

const report: ReindexReport = {
  generation: 2,
  added: ['new.txt'],
  changed: ['changed.md'],
  removed: ['gone.html'],
  unchanged: 7,
  skipped: [problem('empty.txt', because('empty'))],
  failed: [problem('a_b.md', because('within', because('frontMatter'), because('badDate')))],
  articles: 9,
  paragraphs: 120,
  embedded: 14,
  seconds: 1.26,
};

describe('renderOutcome', () => {
  test('names every file with what became of it, failures first', () => {
    const reply = renderOutcome(ENGLISH, { kind: 'done', report });
    expect(textsOf(reply)).toEqual([
      '### The index is up to date\n9 articles, 120 paragraphs; 14 embedded in 1.3 s\n7 unchanged',
      String.raw`**Failed (1)**` + '\n' + String.raw`- a\_b.md: front matter: date: must be a date such as 2023-02-17, or a time such as 2023-02-17T09:30:00Z`,
      '**Skipped (1)**\n- empty.txt: empty',
      '**Added (1)**\n- new.txt',
      '**Changed (1)**\n- changed.md',
      '**Removed (1)**\n- gone.html',
    ]); // prettier-ignore
    expect(reply.file).toBeUndefined();
  });

  test('tells the reasons in the language of whoever reads them', () => {
    const said = textsOf(renderOutcome(textsFor('de'), { kind: 'done', report })).join('\n');
    expect(said).toContain('Vorspann: date: muss ein Datum wie 2023-02-17 sein');
    expect(said).toContain('empty.txt: leer');
    const file = renderOutcome(textsFor('ar'), {
      kind: 'done',
      report: {
        ...report,
        failed: Array.from({ length: 200 }, (_, at) => problem(`${at}.txt`, because('noWord'))),
      },
    });
    expect(file.file?.content).toContain(textsFor('ar').report.reasons.noWord);
  });

  test('of a thousand files none is lost: what a message cannot hold goes into a file', () => {
    const failed = Array.from({ length: 1000 }, (_, at) =>
      problem(`folder/number_${at}.txt`, because('utf16')),
    );
    const reply = renderOutcome(ENGLISH, { kind: 'done', report: { ...report, failed } });
    expectWithinLimits(reply);
    expect(textsOf(reply).join('\n')).toContain('more');
    for (const { file } of [...failed, ...report.skipped]) expect(reply.file?.content).toContain(`${file}: `);
    expect(JSON.stringify(reply.components)).toContain(`attachment://${reply.file?.name}`);
  });

  test('a second run, a cancelled one and a stopping bot are told in words', () => {
    expect(textsOf(renderOutcome(ENGLISH, { kind: 'cancelled' })).join('')).toMatch(/was cancelled/u);
    expect(textsOf(renderOutcome(ENGLISH, { kind: 'running' })).join('')).toMatch(/already running/u);
    expect(textsOf(renderOutcome(ENGLISH, { kind: 'stopped' })).join('')).toMatch(/when I start again/u);
  });
});

const fileName = hostileText.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
const fileNames = fc.array(
  fc.oneof(
    fileName,
    fileName.map((name) => name.repeat(30)),
  ),
  { maxLength: 40 },
);
const problems = fc.array(
  fc.tuple(fileName, hostileText).map(([file, why]) => problem(file, because('notUnderstood', why))),
  { maxLength: 40 },
);
const anyReport: fc.Arbitrary<ReindexReport> = fc
  .record({ added: fileNames, changed: fileNames, removed: fileNames, skipped: problems, failed: problems })
  .map((lists) => ({ ...report, ...lists }));

test('whatever files are named, all of them are told, inside all limits', () => {
  fc.assert(
    fc.property(anyTexts, anyReport, (texts, any) => {
      const reply = renderOutcome(texts, { kind: 'done', report: any });
      expectWithinLimits(reply);
      const told = reply.file?.content ?? unescapeMarkdown(textsOf(reply).join('\n'));
      const files = [...any.added, ...any.changed, ...any.removed, ...any.failed.map(({ file }) => file), ...any.skipped.map(({ file }) => file)]; // prettier-ignore
      for (const file of files) expect(told).toContain(file);
    }),
  );
});

const progressOf = (state: RunState): string => textsOf(renderProgress(ENGLISH, state, RUN)).join('\n');

describe('progress', () => {
  test('is a bar of constant length, or a number while the end is not known', () => {
    expect(progressOf({ phase: 'reading', done: 12, total: 0, files: 12 })).toBe(
      'Reading articles: 12 files',
    );
    for (const done of [0, 1, 50, 99, 100, 101]) {
      const text = progressOf({ phase: 'embedding', done, total: 100, files: 7 });
      expect(text.match(/[█░]/gu)).toHaveLength(20);
      expect(text).toContain(`${done} of 100`);
      expect(text).toMatch(/7 files$/u);
    }
  });

  test.each([
    [12.34, 3, '12 passages a second · about 5 seconds left'],
    [0.56, 61, '0.6 passages a second · about 75 seconds left'],
    [100, 170, '100 passages a second · about 3 minutes left'],
    [5, 7201, '5 passages a second · about 2 hours left'],
    [5, 0, '5 passages a second · about 5 seconds left'],
  ])(
    'tells the pace, and the time that is left in steps: %d a second, %d seconds',
    (perSecond, secondsLeft, told) => {
      const state = { phase: 'embedding', done: 5, total: 9, files: 7, perSecond, secondsLeft } as const;
      expect(progressOf(state)).toMatch(new RegExp(`7 files · ${told}$`, 'u'));
    },
  );

  test.each(['reading', 'embedding', 'saving'] as const)('can be cancelled while %s', (phase) => {
    const reply = renderProgress(
      ENGLISH,
      { phase, done: 1, total: phase === 'reading' ? 0 : 2, files: 1 },
      RUN,
    );
    expect(buttonsOf(reply)).toEqual([{ id: `cancel-reindex:1:${RUN}`, label: 'Cancel' }]);
  });
});
