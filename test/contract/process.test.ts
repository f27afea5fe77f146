/** The process as administrators and scripts know it: how it starts, what it survives, how it ends. */
import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord/local-discord.js';
import { MODELS_DIRECTORY } from '../support/embedder.js';
import { judgeConduct } from '../support/conduct.js';
import { startNpm, startProgram, type Environment, type Program } from '../support/program.js';
import { textsOf } from '../support/replies.js';
import { copyShippedArticles } from '../support/running-bot.js';
import { freePort } from '../support/ports.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const NAMES = [...commands.slash, ...commands.message].map(({ payload }) => payload.name).toSorted();
const QUESTION = { question: 'Where was the Chinese spy balloon shot down?' };

async function prepare(): Promise<{ discord: LocalDiscord; environment: Environment; folder: string }> {
  const folder = await temporaryFolder();
  const discord = await startLocalDiscord();
  onTestFinished(async () => {
    await discord.close();
    expect(judgeConduct(discord.requests)).toEqual([]);
  });
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ARTICLES_DIR: copyShippedArticles(folder),
    INDEX_DIR: path.join(folder, 'index'),
  };
  return { discord, environment, folder };
}

/** Asks once the first index is complete. */
async function askWhenIndexed(program: Program, discord: LocalDiscord): Promise<string> {
  await waitForOutput(program, 'The index is up to date');
  return textsOf(await discord.slash('ask', QUESTION).settled()).join('\n');
}

async function waitForOutput(program: Program, text: string): Promise<void> {
  await expect.poll(() => program.output(), { timeout: 30_000 }).toContain(text);
}

describe('a start', () => {
  test('logs in, registers globally, and answers about the shipped article; the token stays out of the log', async () => {
    const { discord, environment } = await prepare();
    const program = startProgram('main', { ...environment, LOG_LEVEL: 'debug' });
    await discord.whenRegistered();
    expect(
      discord
        .commands()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(NAMES);
    expect(await askWhenIndexed(program, discord)).toContain('¶9');
    expect(program.output()).not.toContain(discord.token);
    expect(program.output()).not.toContain('balloon');
  });

  test('registers in one server where that is set, and a second time only reads', async () => {
    const { discord, environment } = await prepare();
    const settings = { ...environment, DISCORD_GUILD_ID: discord.guildId };
    for (let start = 0; start < 2; start++) {
      const program = startProgram('main', settings);
      await waitForOutput(program, 'registered');
      program.process.kill('SIGTERM');
      expect((await program.finished).status).toBe(0);
    }
    expect(discord.commands()).toEqual([]);
    expect(discord.commands(discord.guildId)).toHaveLength(NAMES.length);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  test('a token that Discord refuses is told in words, without the token', async () => {
    const { environment } = await prepare();
    const program = startProgram('main', { ...environment, DISCORD_TOKEN: 'wrong.token.here' });
    const { status, stderr } = await program.finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/Discord refuses the token/u);
    expect(stderr).not.toContain('wrong.token.here');
  });

  test('while Discord cannot be reached it tries again', async () => {
    const { environment, folder } = await prepare();
    const port = await freePort();
    const program = startProgram('main', {
      ...environment,
      DISCORD_TOKEN: 'some.token',
      DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
      INDEX_DIR: path.join(folder, 'other'),
    });
    await waitForOutput(program, 'Discord cannot be reached');
    const discord = await startLocalDiscord({ port, token: 'some.token' });
    onTestFinished(() => discord.close());
    await discord.whenRegistered();
    expect(await askWhenIndexed(program, discord)).toContain('¶9');
  });

  test('all wrong settings are told at once', async () => {
    const settings = { DISCORD_GUILD_ID: 'x', DISCORD_API_URL: 'y', LOCAL_PORT: 'p', LOG_LEVEL: 'z' };
    const { status, stderr } = await startProgram('main', settings).finished;
    expect(status).toBe(1);
    for (const name of Object.keys(settings)) expect(stderr).toContain(name);
  });

  test('a second process on the same index says so and ends; the first goes on', async () => {
    const { discord, environment } = await prepare();
    const first = startProgram('main', environment);
    await waitForOutput(first, 'The index is up to date');
    const { status, stderr } = await startProgram('main', environment).finished;
    expect(status).toBe(1);
    expect(stderr).toContain(`Another process (number ${first.process.pid})`);
    expect(await askWhenIndexed(first, discord)).toContain('¶9');
  });

  test('a damaged model is named with what to do', async () => {
    const { environment, folder } = await prepare();
    const models = path.join(folder, 'models');
    mkdirSync(models);
    cpSync(MODELS_DIRECTORY, models, { recursive: true });
    appendFileSync(path.join(models, 'e5-small-v2', 'onnx', 'model_quantized.onnx'), 'x');
    const { status, stderr } = await startProgram('main', { ...environment, MODELS_DIR: models }).finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/model_quantized\.onnx is damaged[\s\S]*Restore/u);
  });
});

describe('an end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: what was acknowledged is answered, and the status is 0',
    async (signal) => {
      const { discord, environment } = await prepare();
      const program = startProgram('main', environment);
      await waitForOutput(program, 'The index is up to date');
      await discord.whenRegistered();
      discord.fault({ when: ({ method }) => method === 'PATCH', respond: { delayMs: 500 } });
      const asked = discord.slash('ask', QUESTION);
      await asked.responded();
      program.process.kill(signal);
      expect(textsOf(await asked.settled()).join('\n')).toContain('¶9');
      expect((await program.finished).status).toBe(0);
    },
  );

  test('a signal to npm reaches the bot', async () => {
    const { discord, environment } = await prepare();
    const npm = startNpm(environment);
    await waitForOutput(npm, 'The index is up to date');
    await discord.whenRegistered();
    discord.fault({ when: ({ method }) => method === 'PATCH', respond: { delayMs: 500 } });
    const asked = discord.slash('ask', QUESTION);
    await asked.responded();
    npm.process.kill('SIGTERM');
    expect(textsOf(await asked.settled()).join('\n')).toContain('¶9');
    expect((await npm.finished).status).toBe(0);
  });

  test('while Discord is gone it does not wait for it', async () => {
    const { discord, environment } = await prepare();
    const program = startProgram('main', environment);
    await waitForOutput(program, 'The commands');
    await discord.close();
    await waitForOutput(program, 'connection to Discord was lost');
    program.process.kill('SIGTERM');
    expect((await program.finished).status).toBe(0);
  });

  test('in the middle of the first index it ends in order too, and the next start goes on', async () => {
    const { discord, environment } = await prepare();
    const program = startProgram('main', environment);
    await discord.whenReady();
    program.process.kill('SIGTERM');
    expect((await program.finished).status).toBe(0);
    const next = startProgram('main', environment);
    expect(await askWhenIndexed(next, discord)).toContain('¶9');
  });

  test('after kill -9 at any moment, the next start answers without help', async () => {
    const { discord, environment } = await prepare();
    for (const moment of ['Connected to Discord', 'The commands', 'The index is up to date']) {
      const program = startProgram('main', environment);
      await waitForOutput(program, moment);
      program.process.kill('SIGKILL');
      await program.finished;
    }
    const next = startProgram('main', environment);
    expect(await askWhenIndexed(next, discord)).toContain('¶9');
  });
});
