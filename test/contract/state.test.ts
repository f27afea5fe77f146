/** The state as administrators know it: where it is kept, and when the program refuses to touch it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalDiscord } from '../../src/local-discord/local-discord.js';
import { runCli, startProgram, type Environment } from '../support/program.js';
import { copyShippedArticles } from '../support/running-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

async function prepare(): Promise<{
  folder: string;
  environment: Environment;
  whenRegistered: () => Promise<void>;
}> {
  const folder = await temporaryFolder();
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.close());
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ARTICLES_DIR: copyShippedArticles(folder),
    INDEX_DIR: path.join(folder, 'deep', 'index'),
  };
  return { folder, environment, whenRegistered: () => discord.whenRegistered() };
}

test('the bot keeps its state beside the index; a state of a later version is refused in words', async () => {
  const { folder, environment, whenRegistered } = await prepare();
  const file = path.join(folder, 'deep', 'state', 'state.db');
  const first = startProgram('main', environment);
  await whenRegistered();
  first.process.kill('SIGTERM');
  expect((await first.finished).status).toBe(0);
  const database = new Libsql(file);
  database.exec('pragma user_version = 99');
  database.close();
  const { status, stderr } = await startProgram('main', environment).finished;
  expect(status).toBe(1);
  expect(stderr).toContain(`The state in ${file} was written by a later version`);
  expect(stderr).not.toContain('    at ');
});

test('the command line keeps none, and does not mind what is there', async () => {
  const { folder, environment } = await prepare();
  const { status } = await runCli({ ...environment, STATE_DIR: path.join(folder, 'kept') }, 'articles');
  expect(status).toBe(0);
  expect([path.join(folder, 'kept'), path.join(folder, 'deep', 'state')].filter(existsSync)).toEqual([]);
});
