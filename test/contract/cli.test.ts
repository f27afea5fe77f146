/** The command line as scripts rely on it: JSON alone on standard output, and the exit status. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runCli, startProgram, type Environment } from '../support/program.js';
import { copyShippedArticles } from '../support/running-bot.js';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';

const folder = sharedTemporaryFolder();
let environment: Environment;

beforeAll(() => {
  environment = { ARTICLES_DIR: copyShippedArticles(folder), INDEX_DIR: path.join(folder, 'index') };
});

const passageSchema = z.strictObject({
  articleId: z.string(),
  title: z.string(),
  source: z.string().nullable(),
  author: z.string().nullable(),
  date: z.string().nullable(),
  url: z.string().nullable(),
  paragraph: z.int().positive(),
  lastParagraph: z.int().positive(),
  alsoIn: z.array(z.object({ articleId: z.string(), title: z.string() })),
  text: z.string(),
  score: z.number(),
  highlights: z.array(z.tuple([z.int(), z.int()])),
});

const answerSchema = z.strictObject({
  question: z.string(),
  answered: z.boolean(),
  outcome: z.enum(['answer', 'closest', 'nothing']),
  hint: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  passages: z.array(passageSchema),
  nearest: passageSchema.nullable(),
});

const sourceSchema = z.strictObject({
  quote: z.string(),
  verdict: z.enum(['exact', 'punctuation', 'altered', 'paraphrase', 'not-found']),
  meaning: z
    .strictObject({
      leavesOutOrAdds: z.boolean(),
      onlyInQuotation: z.array(z.string()),
      onlyInArticle: z.array(z.string()),
    })
    .nullable(),
  matches: z.array(
    z.strictObject({
      articleId: z.string(),
      title: z.string(),
      source: z.string().nullable(),
      paragraph: z.int().positive(),
      start: z.int(),
      end: z.int(),
      text: z.string(),
      differences: z.array(z.strictObject({ quoted: z.string(), original: z.string() })),
      flags: z.array(z.strictObject({ kind: z.string(), quoted: z.string(), original: z.string() })),
      inQuotationMarks: z.boolean(),
      nestedQuotation: z.boolean(),
      speaker: z
        .strictObject({
          name: z.string(),
          said: z.string().nullable(),
          person: z.string().nullable(),
          personSentence: z.string().nullable(),
          probably: z.boolean(),
        })
        .nullable(),
    }),
  ),
});

describe('ask', () => {
  test('an answer: status 0, passages with attribution and highlights inside their text', async () => {
    const question = 'Where was the Chinese spy balloon shot down?';
    const { status, stdout } = await runCli(environment, 'ask', question, '--json');
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(status).toBe(0);
    expect(answer).toMatchObject({ question, answered: true, nearest: null });
    const [best] = answer.passages;
    expect(best).toMatchObject({ articleId: '000_34c1936e83dafbf4', source: 'Iran Press', paragraph: 9 });
    const [[start, end] = [0, 0]] = best?.highlights ?? [];
    expect(best?.text.slice(start, end)).toMatch(/^China and the United States.*this month\.$/u);
  });

  test('no answer: status 1, no passage, the nearest one apart', async () => {
    const { status, stdout } = await runCli(environment, 'ask', 'What is the capital of France?', '--json');
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(status).toBe(1);
    expect(answer).toMatchObject({ answered: false, passages: [] });
    expect(answer.nearest?.articleId).toBe('000_34c1936e83dafbf4');
  });

  test('filters: what passes none is declined with words, what is no date is wrong use', async () => {
    const question = 'Where was the Chinese spy balloon shot down?';
    const ask = (...filter: string[]) => runCli(environment, 'ask', question, '--json', ...filter);
    const [own, other, wrong] = [
      await ask('--source', 'iran press'),
      await ask('--since', '2023'), // the shipped article has no date
      await ask('--before', 'yesterday'),
    ];
    expect(own.status).toBe(0);
    expect(other.status).toBe(1);
    expect(answerSchema.parse(JSON.parse(other.stdout)).hint).toBe(
      'No article is from this source and time.',
    );
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('"before" must be a day, a month or a year');
  });

  test('without --json it is text for a person', async () => {
    const { status, stdout } = await runCli(
      environment,
      'ask',
      'Where was the Chinese spy balloon shot down?',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Iran Press');
    expect(stdout).toContain('off the coast of South Carolina');
  });

  test('one article alone: by id; an unknown one is wrong use', async () => {
    const question = 'Where was the Chinese spy balloon shot down?';
    const known = await runCli(environment, 'ask', question, '--article', '000_34c1936e83dafbf4', '--json');
    expect(known.status).toBe(0);
    const unknown = await runCli(environment, 'ask', question, '--article', 'nothing', '--json');
    expect(unknown.status).toBe(2);
    expect(unknown.stdout).toBe('');
    expect(unknown.stderr).toMatch(/No article with this id/u);
  });
});

describe('source', () => {
  test.each([
    ["I won't explain the details", 'exact', 0],
    ['China staged peace games near Taiwan last August to express its anger', 'altered', 0],
    ['The quick brown fox jumps over the lazy dog near the river bank', 'not-found', 1],
  ] as const)('%s: %s, status %i', async (quote, verdict, expected) => {
    const { status, stdout } = await runCli(environment, 'source', quote, '--json');
    const result = sourceSchema.parse(JSON.parse(stdout));
    expect(status).toBe(expected);
    expect(result).toMatchObject({ quote, verdict });
    const [match] = result.matches;
    if (verdict === 'exact') {
      expect(match?.text.slice(match.start, match.end)).toBe(quote);
      expect(match?.inQuotationMarks).toBe(true);
      expect(match?.speaker).toMatchObject({ name: 'he', said: 'he said', probably: true });
    }
    if (verdict === 'altered') expect(match?.differences).toEqual([{ quoted: 'peace', original: 'war' }]);
    if (verdict === 'not-found') expect(match).toBeUndefined();
  });

  test('nothing to look up is wrong use', async () => {
    const { status, stderr } = await runCli(environment, 'source', '…', '--json');
    expect(status).toBe(2);
    expect(stderr).toMatch(/nothing to look up/u);
  });
});

describe('articles and index', () => {
  test('articles lists what is indexed', async () => {
    const { status, stdout } = await runCli(environment, 'articles', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { articleId: '000_34c1936e83dafbf4', source: 'Iran Press', paragraphs: 21 },
    ]);
  });

  test('index reports as JSON, and --verbose what no passage shows', async () => {
    const { status, stdout, stderr } = await runCli(environment, 'index', '--full', '--verbose');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ articles: 1, paragraphs: 21, embedded: 21, failed: [] });
    expect(stderr).toContain('US aircraft carrier enters South China Sea in escalating move');
  });

  test('files that cannot be used are named, and the others are indexed', async () => {
    const articles = copyShippedArticles(await temporaryFolder());
    writeFileSync(path.join(articles, 'empty.md'), '');
    mkdirSync(path.join(articles, 'x.md'));
    const settings = { ARTICLES_DIR: articles, INDEX_DIR: path.join(await temporaryFolder(), 'index') };
    const { status, stdout, stderr } = await runCli(settings, 'index');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 1,
      skipped: [{ file: 'empty.md' }, { file: 'x.md' }],
    });
    expect(stderr).toContain('skipped: empty.md: empty');
  });
});

describe('wrong use and failure', () => {
  test.each([
    [['ask']],
    [['ask', '  ']],
    [['dance']],
    [[]],
    [['ask', 'one', 'two']],
    [['ask', 'x', '--colour']],
  ])('%j: status 2, told on standard error', async (args) => {
    const { status, stdout, stderr } = await runCli(environment, ...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  test('wrong settings are wrong use', async () => {
    expect((await runCli({ ...environment, LOG_LEVEL: 'loud' }, 'articles')).status).toBe(2);
  });

  test('articles that are not there are a failure, told in words', async () => {
    const nowhere = await temporaryFolder();
    rmSync(nowhere, { recursive: true });
    const settings = { ARTICLES_DIR: nowhere, INDEX_DIR: path.join(await temporaryFolder(), 'index') };
    const { status, stderr } = await runCli(settings, 'index');
    expect(status).toBe(3);
    expect(stderr).toContain('articles folder');
  });

  test('a model that is not there is a failure', async () => {
    const { status, stderr } = await runCli({ ...environment, MODELS_DIR: folder }, 'ask', 'Who is Chiu?');
    expect(status).toBe(3);
    expect(stderr).toMatch(/e5-small-v2/u);
  });
});

test('beside a running process, which owns the index, questions are answered and index is refused', async () => {
  const { discordless, running } = await holdIndex();
  const { status, stdout } = await runCli(
    discordless,
    'ask',
    'Where was the Chinese spy balloon shot down?',
    '--json',
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ answered: true });
  const refused = await runCli(discordless, 'index');
  expect(refused.status).toBe(3);
  expect(refused.stderr).toContain(`number ${running.process.pid}`);
});

/** A bot that never reaches its Discord still owns the index. */
async function holdIndex() {
  const own = await temporaryFolder();
  const discordless = { ARTICLES_DIR: copyShippedArticles(own), INDEX_DIR: path.join(own, 'index') };
  const running = startProgram('main', {
    ...discordless,
    DISCORD_TOKEN: 'some.token',
    DISCORD_API_URL: 'http://127.0.0.1:1/api',
  });
  await expect.poll(() => running.output(), { timeout: 30_000 }).toContain('The index is up to date');
  return { discordless, running };
}
