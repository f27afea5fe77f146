/** Pages, Markdown and long texts are read in a thread of their own, and nothing that happens there ends the bot. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createArticleMaker, type MakerOptions } from '../../src/articles/article-maker.js';
import { makeArticle, type ArticleSource } from '../../src/articles/make-article.js';
import { ArticleProblem } from '../../src/articles/problem.js';
import { readArticles } from '../../src/articles/read-articles.js';
import { plainMaker, threadedMaker } from '../support/article-makers.js';
import { folderWith, reasonsOf } from './reading.js';

const SCRIPTED = new URL('../support/scripted-article-thread.mjs', import.meta.url);
const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, at) => `Paragraph ${at} tells of the ${at + 1} ships in the harbour.`,
);
const PAGE = `<!doctype html><html lang="en"><head><title>Ships</title></head><body><nav>Home</nav><article>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`;

function source(file: string, content: string, yaml?: string): ArticleSource {
  return {
    identity: { articleId: file.replace(/\..*$/u, ''), file, fileHash: 'hash' },
    bytes: new TextEncoder().encode(content),
    ...(yaml === undefined ? {} : { sidecar: { name: 'a.meta.yaml', yaml } }),
  };
}

function start(
  create: (options?: MakerOptions) => ReturnType<typeof createArticleMaker>,
  options?: MakerOptions,
) {
  const maker = create(options);
  onTestFinished(() => maker.close());
  return maker;
}

describe('in the thread', () => {
  test.each([
    ['a page', source('ships.html', PAGE)],
    [
      'a page with a sidecar',
      source('ships.html', PAGE, 'source: Gazette\ntags: [sea, ships]\ndate: 2023-02-17'),
    ],
    ['Markdown', source('ships.md', `---\nauthor: A. Writer\n---\n# Ships\n\n${PARAGRAPHS.join('\n\n')}\n`)],
    ['a long text', source('ships.txt', PARAGRAPHS.join('\n\n').repeat(60))],
  ])('%s gives the same article as anywhere else', async (_, given) => {
    expect(await start(threadedMaker).make(given)).toEqual(await makeArticle(given));
  });

  test('what is wrong with a file is told as anywhere else, and the next file is read', async () => {
    const maker = start(threadedMaker);
    const wrong = source('a.md', 'Text.', 'date: yesterday');
    const reason = await makeArticle(wrong).catch((error: unknown) => error);
    await expect(maker.make(wrong)).rejects.toEqual(reason);
    await expect(maker.make(wrong)).rejects.toBeInstanceOf(ArticleProblem);
    expect(await maker.make(source('b.html', PAGE))).toMatchObject({ title: 'Ships' });
  });

  test('nesting that no parser follows is a failure of that file alone', async () => {
    const maker = start(threadedMaker);
    await expect(maker.make(source('a.html', `${'<b>'.repeat(20_000)}x`))).rejects.toThrow();
    expect(await maker.make(source('b.html', PAGE))).toMatchObject({ title: 'Ships' });
  });
});

describe('a thread', () => {
  test('is not needed for a short text', async () => {
    const maker = start(createArticleMaker, { threadPath: new URL('file:///nowhere.js') });
    expect(await maker.make(source('a.txt', 'A short text.'))).toMatchObject({ text: 'A short text.' });
    await expect(maker.make(source('a.md', 'A short text.'))).rejects.toThrow(/nowhere/u);
  });

  test.each(['dies', 'talks nonsense'])('that %s takes no other file along', async (what) => {
    const maker = start(createArticleMaker, { threadPath: SCRIPTED });
    await expect(maker.make(source('a.md', what))).rejects.toThrow();
    await expect(maker.make(source('b.md', 'works'))).rejects.toThrow('holds no word');
  });

  test('tells that a parser gave up', async () => {
    await expect(
      start(createArticleMaker, { threadPath: SCRIPTED }).make(source('a.md', 'gives up')),
    ).rejects.toThrow('too deep');
  });

  test('that does not end is ended, and the file is named with the reason', async () => {
    const folder = await folderWith({ 'a.md': 'hangs', 'b.md': 'works' });
    const maker = createArticleMaker({ threadPath: SCRIPTED, longestMs: 2000 });
    const reasons: Record<string, string> = {};
    for await (const reading of readArticles(folder, new Map(), maker))
      Object.assign(reasons, reasonsOf([reading]));
    expect(reasons).toEqual({
      'a.md': 'failed: could not be understood (it takes longer than 2 s)',
      'b.md': 'skipped: holds no word',
    });
  });
});

/** How often the event loop came round while an article was made. */
async function countTurns(make: () => Promise<unknown>): Promise<number> {
  const made = make().then(() => true);
  for (let turns = 0; ; turns++) {
    if (await Promise.race([made, Promise.resolve(false)])) return turns;
    await nextTurn();
  }
}

test('others are heard meanwhile, as they are not without a thread', async () => {
  const page = source(
    'big.html',
    PAGE.replace('</article>', `${'<p>One more paragraph of the page.</p>'.repeat(4000)}$&`),
  );
  const maker = start(threadedMaker);
  for (const one of [maker, plainMaker]) await one.make(source('a.html', PAGE)); // both know how to read pages by now
  expect(await countTurns(() => plainMaker.make(page))).toBeLessThan(5);
  expect(await countTurns(() => maker.make(page))).toBeGreaterThan(50);
});
