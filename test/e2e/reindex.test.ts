/** `/reindex` and `/articles`, by the people who may and those who may not. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.js';
import { sharedEmbedder } from '../support/embedder.js';
import { createGate } from '../support/gate.js';
import { createManualClock } from '../support/manual-clock.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot, type RunningBotOptions } from '../support/running-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const real = sharedEmbedder();
const MARS =
  'A rover of the agency found traces of ancient water under the ice of Mars, scientists said on Monday.\n';
let bot: RunningBot;

async function start(options: Partial<RunningBotOptions> = {}): Promise<void> {
  bot = await startRunningBot({ folder: await temporaryFolder(), embedder: real, ...options });
}
afterEach(() => bot.stop());

const write = (name: string, content: string | Buffer): void =>
  writeFileSync(path.join(bot.articles, name), content);

async function reindex(options: { full?: boolean } = {}): Promise<string> {
  const { discord } = bot;
  const message = await discord.slash('reindex', options, { user: discord.administrator }).settled();
  return textsOf(message).join('\n');
}

async function ask(question: string): Promise<string> {
  return textsOf(await bot.discord.slash('ask', { question }).settled()).join('\n');
}

/** Passages wait at a gate once `hold` was called; questions pass. */
function gated() {
  const gate = createGate();
  let isHeld = false;
  const embedder: Embedder = {
    ready: () => real.ready(),
    embedQuestion: (text) => real.embedQuestion(text),
    embedPassage: async (text) => {
      if (isHeld) await gate.pass();
      return real.embedPassage(text);
    },
    close: () => Promise.resolve(),
  };
  const hold = (): void => void (isHeld = true);
  return { gate, hold, embedder };
}

describe('/reindex', () => {
  beforeEach(() => start());

  test('after adding, changing and deleting a file, the answers follow', async () => {
    const question = 'What did the rover find on Mars?';
    expect(await ask(question)).toMatch(/found nothing/u);

    write('mars.txt', MARS);
    expect(await reindex()).toContain('**Added (1)**\n- mars.txt');
    expect(await ask(question)).toContain('traces of ancient water');

    write('mars.txt', MARS.replace('water', 'lava'));
    expect(await reindex()).toContain('**Changed (1)**\n- mars.txt');
    expect(await ask(question)).toContain('traces of ancient lava');

    rmSync(path.join(bot.articles, 'mars.txt'));
    expect(await reindex()).toContain('**Removed (1)**\n- mars.txt');
    expect(await ask(question)).toMatch(/found nothing/u);
  });

  test('names each file that was skipped or failed, with a reason', async () => {
    write('empty.txt', '');
    write('latin.txt', Buffer.from('Caf\xe9 culture is much discussed in the city these days.', 'latin1'));
    write('broken.md', '---\ndate: yesterday\n---\n\nSome words of an article.\n');
    write('picture.png', 'no article');
    const report = await reindex();
    expect(report).toContain('**Failed (1)**\n- broken.md: front matter: date');
    expect(report).toContain('- empty.txt: empty');
    expect(report).toMatch(/- latin\.txt: not UTF-8.*line 1/u);
    expect(report).toContain('- picture.png: not an article');
  });

  test('is for administrators, also where a server has opened it to others', async () => {
    const { discord } = bot;
    const tried = discord.slash('reindex', {}, { user: discord.member, force: true });
    expect(textsOf(await tried.settled()).join('')).toContain('administrators');
    expect(tried.isEphemeral).toBe(true);
  });

  test('is refused in direct messages', async () => {
    const { discord } = bot;
    const channel = discord.directChannel(discord.administrator);
    const tried = discord.slash('reindex', {}, { user: discord.administrator, channel, force: true });
    expect(textsOf(await tried.settled()).join('')).toContain('administrators');
  });

  test('a full run reads and embeds everything again', async () => {
    expect(await reindex()).toContain('0 embedded');
    expect(await reindex({ full: true })).toContain('21 embedded');
  });

  test('an articles folder that is gone is told with a number, and the old index goes on answering', async () => {
    rmSync(bot.articles, { recursive: true });
    const [, reference = ''] = /(\d{6})/u.exec(await reindex()) ?? [];
    const logged = bot.log.lines.find(({ fields }) => fields['reference'] === reference);
    expect(String(logged?.fields['error'])).toContain('articles folder');
    expect(await ask('Where was the Chinese spy balloon shot down?')).toContain('¶9');
  });
});

describe('while a run takes its time', () => {
  test('the old index answers, and a second run is told that one is running', async () => {
    const { gate, hold, embedder } = gated();
    await start({ embedder });
    hold();
    write('mars.txt', MARS);
    const { discord } = bot;
    const first = discord.slash('reindex', {}, { user: discord.administrator });
    await gate.reached;
    expect(await reindex()).toContain('already running');
    expect(await ask('Where was the Chinese spy balloon shot down?')).toContain('¶9');
    expect(await ask('What did the rover find on Mars?')).toMatch(/found nothing/u);
    gate.open();
    expect(textsOf(await first.settled()).join('\n')).toContain('mars.txt');
  });

  test('before the first index is complete nothing is shown but that', async () => {
    const { gate, hold, embedder } = gated();
    hold();
    await start({ embedder, isIndexed: false });
    const running = bot.index.reindex();
    await gate.reached;
    expect(await ask('Where was the Chinese spy balloon shot down?')).toMatch(/first time/u);
    expect(await bot.discord.autocomplete('ask', 'article', '')).toEqual([]);
    gate.open();
    await running;
    expect(await ask('Where was the Chinese spy balloon shot down?')).toContain('¶9');
  });

  test('a run that outlives the token of its command reports in a message of its own', async () => {
    const { gate, hold, embedder } = gated();
    const clock = createManualClock(Date.now());
    await start({ embedder, discord: { clock }, now: () => clock.now() });
    hold();
    write('mars.txt', MARS);
    const { discord } = bot;
    const running = discord.slash('reindex', {}, { user: discord.administrator });
    await running.responded();
    await gate.reached;
    clock.advance(16 * 60_000);
    gate.open();
    const report = await discord.whenSent(({ components }) =>
      textsOf({ components }).join('').includes('mars.txt'),
    );
    expect(report.interaction_metadata).toBeUndefined();
    expect(running.edits).toEqual([]);
  });
});

describe('/articles', () => {
  beforeEach(() => start());

  test('tells what is indexed, and shows the card of one article', async () => {
    const { discord } = bot;
    const shelf = textsOf(await discord.slash('articles').settled()).join('\n');
    expect(shelf).toContain('1 article, 21 paragraphs');
    expect(shelf).toContain('- Iran Press: 1');
    const [choice] = await discord.autocomplete('articles', 'article', 'iran press');
    const card = textsOf(await discord.slash('articles', { article: String(choice?.value) }).settled()).join(
      '\n',
    );
    expect(card).toContain('- US aircraft carrier enters South China Sea in escalating move');
  });
});
