/** The program as it is started, with `WATCH_ARTICLES`: what it does in Discord when nobody asks, and after kill -9. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalDiscord, type Message } from '../../src/local-discord/local-discord.js';
import { judgeConduct } from '../support/conduct.js';
import { startProgram } from '../support/program.js';
import { textsOf } from '../support/replies.js';
import { copyShippedArticles } from '../support/running-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const MARS =
  'A rover of the agency found traces of ancient water under the ice of Mars, scientists said on Monday.\n';
const textOf = (message: Message): string => textsOf(message).join('\n');

test('a new article is posted, and the post amended after the article changed while the process was dead', async () => {
  const folder = await temporaryFolder();
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.close());
  const articles = copyShippedArticles(folder);
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ARTICLES_DIR: articles,
    INDEX_DIR: path.join(folder, 'index'),
    WATCH_ARTICLES: 'yes',
  };
  const first = startProgram('main', environment);
  await discord.whenRegistered();
  await expect.poll(() => first.output(), { timeout: 60_000 }).toContain('The index is up to date');
  const followed = discord.slash('follow', { topic: 'Mars rover' }, { user: discord.administrator });
  expect(textOf(await followed.settled())).toContain('now follows “Mars rover”');

  writeFileSync(path.join(articles, 'mars.txt'), MARS);
  const post = await discord.whenSent((message) => textOf(message).includes('New on “Mars rover”'));
  expect(textOf(post)).toContain(MARS.trim());
  // What Discord has and the process has not noted yet is lost.
  await expect.poll(() => first.output()).toContain('A new passage was posted');
  first.process.kill('SIGKILL');
  await first.finished;

  writeFileSync(path.join(articles, 'mars.txt'), MARS.replace('water', 'lava'));
  startProgram('main', environment);
  const amended = await discord.whenSent(
    (message) => message.id === post.id && textOf(message).includes('Source amended'),
  );
  expect(textOf(amended)).toContain('ancient ~~water~~ under');
  expect(textOf(amended)).toContain('ancient **lava** under');
  expect(judgeConduct(discord.requests)).toEqual([]);
});
