import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../src/config.js';
import { ConfigError } from '../src/errors.js';

describe('parseConfig', () => {
  test('needs nothing: an empty environment gives the documented defaults', () => {
    expect(parseConfig({})).toEqual({
      token: undefined,
      guildId: undefined,
      apiUrl: 'https://discord.com/api',
      localPort: 7373,
      articlesDirectory: 'data/articles',
      watchArticles: false,
      indexDirectory: 'data/index',
      stateDirectory: path.join('data', 'state'),
      modelsDirectory: 'data/models',
      model: 'e5-small-v2',
      rerankerModel: undefined,
      logLevel: 'info',
    });
  });

  test('takes an empty variable for one that is not set, as in .env.example', () => {
    const empty = { DISCORD_TOKEN: '', DISCORD_GUILD_ID: ' ', DISCORD_API_URL: '', LOG_LEVEL: '' };
    expect(parseConfig(empty)).toEqual(parseConfig({}));
  });

  test('drops trailing slashes of the API address, because discord.js appends the version', () => {
    expect(parseConfig({ DISCORD_API_URL: 'http://127.0.0.1:8080/api/' }).apiUrl).toBe(
      'http://127.0.0.1:8080/api',
    );
  });

  test('the port of the page: any number of 16 bits, 0 for any free one', () => {
    expect(parseConfig({ LOCAL_PORT: '0' }).localPort).toBe(0);
    expect(parseConfig({ LOCAL_PORT: ' 8080 ' }).localPort).toBe(8080);
    for (const wrong of ['-1', '65536', '80.5', 'http']) {
      expect(messageOfError(() => parseConfig({ LOCAL_PORT: wrong }))).toMatch(/LOCAL_PORT: must be a port/u);
    }
  });

  test('the state is beside the index unless it is said where, and never in it', () => {
    expect(parseConfig({ INDEX_DIR: '/srv/index' }).stateDirectory).toBe(path.join('/srv', 'state'));
    expect(parseConfig({ INDEX_DIR: '.' }).stateDirectory).toBe(path.join('..', 'state'));
    expect(parseConfig({ STATE_DIR: ' kept ' }).stateDirectory).toBe('kept');
    for (const wrong of ['data/index', './data/index/', 'data/index/state', 'data/index/..state']) {
      expect(messageOfError(() => parseConfig({ STATE_DIR: wrong }))).toMatch(
        /STATE_DIR must not be in INDEX_DIR/u,
      );
    }
    expect(parseConfig({ STATE_DIR: 'data/index2' }).stateDirectory).toBe('data/index2');
  });

  test('names every problem at once and repeats no value', () => {
    const wrong = {
      DISCORD_TOKEN: 'secret with spaces',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'somewhere',
      LOCAL_PORT: '70000',
      LOG_LEVEL: 'loud',
    };
    const message = messageOfError(() => parseConfig(wrong));
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    for (const value of Object.values(wrong)) expect(message).not.toContain(value);
  });

  test('reads exactly the variables that .env.example explains', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');
    const explained = [...example.matchAll(/^([A-Z_]+)=/gmu)].map((match) => match[1]);
    const read = new Set([...source.matchAll(/data\.([A-Z_]+)/gu)].map((match) => match[1]));
    expect(new Set(explained)).toEqual(read);
  });
});

function messageOfError(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
}
