/** Registering commands: the rules for their payloads, and what is kept. */
import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { judgeResponses } from '../support/judge-requests.js';
import { refusedFields } from '../support/refusals.js';
import { createClient, openDiscord, SAMPLE_COMMANDS } from '../support/stock-client.js';
import type { LocalDiscord } from '../../src/local-discord/local-discord.js';

async function connect(): Promise<{ discord: LocalDiscord; put: (body: unknown[]) => Promise<unknown> }> {
  const discord = await openDiscord();
  const { rest } = createClient(discord);
  rest.setToken(discord.token);
  const route = Routes.applicationCommands(discord.applicationId);
  return { discord, put: (body) => rest.put(route, { body }) };
}

const ask = { name: 'ask', description: 'Asks' };
const option = { type: 3, name: 'question', description: 'What' };
const choice = (fields: object = {}): object => ({ name: 'n', value: 'v', ...fields });
const many = <Entry>(count: number, make: (at: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, at) => make(at));

const REFUSED: readonly [string, unknown[], string][] = [
  ['an upper-case name', [{ ...ask, name: 'Ask' }], '0.name'],
  [
    'an upper-case name in another language',
    [{ ...ask, name_localizations: { de: 'Fragen' } }],
    '0.name_localizations.de',
  ],
  [
    'a language that Discord does not have',
    [{ ...ask, name_localizations: { fa: 'x' } }],
    '0.name_localizations',
  ],
  ['a name with a space', [{ ...ask, name: 'ask me' }], '0.name'],
  ['a name of 33', [{ ...ask, name: 'x'.repeat(33) }], '0.name'],
  ['no description', [{ name: 'ask' }], '0.description'],
  ['a description of 101', [{ ...ask, description: 'x'.repeat(101) }], '0.description'],
  ['a context command with a description', [{ type: 3, name: 'Check', description: 'x' }], '0.description'],
  ['the same name twice', [ask, ask], '1.name'],
  ['26 options', [{ ...ask, options: many(26, (at) => ({ ...option, name: `o${at}` })) }], '0.options'],
  ['an option name twice', [{ ...ask, options: [option, option] }], '0.options.1.name'],
  [
    'a required option late',
    [{ ...ask, options: [option, { ...option, name: 'b', required: true }] }],
    '0.options.1',
  ],
  [
    '26 choices',
    [{ ...ask, options: [{ ...option, choices: many(26, () => choice()) }] }],
    '0.options.0.choices',
  ],
  [
    'a choice value of 101',
    [{ ...ask, options: [{ ...option, choices: [choice({ value: 'x'.repeat(101) })] }] }],
    '0.options.0.choices.0.value',
  ],
  [
    'a number as choice of a string',
    [{ ...ask, options: [{ ...option, choices: [choice({ value: 1 })] }] }],
    '0.options.0.choices.0.value',
  ],
  [
    'autocomplete with choices',
    [{ ...ask, options: [{ ...option, autocomplete: true, choices: [choice()] }] }],
    '0.options.0.autocomplete',
  ],
  [
    'a max_length of 6,001',
    [{ ...ask, options: [{ ...option, max_length: 6_001 }] }],
    '0.options.0.max_length',
  ],
  [
    'more than 8,000 characters',
    [
      {
        ...ask,
        options: many(3, (at) => ({
          ...option,
          name: `o${at}`,
          choices: many(25, () => choice({ name: 'x'.repeat(60), value: 'y'.repeat(60) })),
        })),
      },
    ],
    '0',
  ],
];

describe('payloads', () => {
  test.each(REFUSED)('%s is refused', async (_name, body, path) => {
    const { discord, put } = await connect();
    await expect(put(body)).rejects.toMatchObject({ code: 50035 });
    const [field] = refusedFields(discord.requests[0]?.response);
    expect(field?.split(':')[0]).toBe(path);
    expect(discord.commands()).toEqual([]);
  });

  test('contexts are for global commands only', async () => {
    const discord = await openDiscord();
    const { rest } = createClient(discord);
    rest.setToken(discord.token);
    const route = Routes.applicationGuildCommands(discord.applicationId, discord.guildId);
    await expect(rest.put(route, { body: [{ ...ask, contexts: [0] }] })).rejects.toMatchObject({
      code: 50035,
    });
    await rest.put(route, { body: [ask] });
    expect(discord.commands(discord.guildId).map(({ name }) => name)).toEqual(['ask']);
    expect(discord.commands()).toEqual([]);
  });
});

describe('keeping', () => {
  test('an overwrite keeps the ids of known commands, and removes the others', async () => {
    const { discord, put } = await connect();
    await put(SAMPLE_COMMANDS);
    const before = discord.commands().find(({ name }) => name === 'ask');
    await put([{ ...ask, description: 'Asks again' }]);
    const [after] = discord.commands();
    expect(discord.commands()).toHaveLength(1);
    expect(after?.id).toBe(before?.id);
    expect(after?.version).not.toBe(before?.version);
    expect(after?.description).toBe('Asks again');
    expect(judgeResponses(discord.requests)).toEqual([]);
  });

  test('other languages are in its lists only when they are asked for', async () => {
    const { discord, put } = await connect();
    const { rest } = createClient(discord);
    rest.setToken(discord.token);
    const route = Routes.applicationCommands(discord.applicationId);
    const translated = {
      ...ask,
      name_localizations: { de: 'fragen' },
      description_localizations: { de: 'Fragt' },
    };
    await put([{ ...translated, options: [{ ...option, name_localizations: { de: 'frage' } }] }]);
    const query = new URLSearchParams({ with_localizations: 'true' });
    expect(JSON.stringify(await rest.get(route))).not.toContain('frag');
    const all = JSON.stringify(await rest.get(route, { query }));
    for (const text of ['fragen', 'Fragt', 'frage']) expect(all).toContain(`"de":"${text}"`);
    expect(judgeResponses(discord.requests)).toEqual([]);
  });

  test('POST, PATCH, GET and DELETE of one command', async () => {
    const discord = await openDiscord();
    const client = createClient(discord);
    await client.login(discord.token);
    await discord.whenReady();
    const commands = client.application?.commands;
    const created = await commands?.create({ ...ask, options: [{ ...option, type: 3 }] });
    await created?.edit({ description: 'Edited' });
    expect((await commands?.fetch(created?.id ?? ''))?.description).toBe('Edited');
    expect(discord.commands()[0]?.options).toHaveLength(1);
    await created?.delete();
    expect(discord.commands()).toEqual([]);
    await expect(commands?.fetch(created?.id ?? '', { force: true })).rejects.toMatchObject({
      code: 10063,
    });
    expect(judgeResponses(discord.requests)).toEqual([]);
  });

  test('whenRegistered waits for a PUT; commands that were read count as well', async () => {
    const { discord, put } = await connect();
    const registered = discord.whenRegistered();
    await put([ask]);
    await expect(registered).resolves.toBeUndefined();
  });

  test('another application is unknown, another guild not accessible', async () => {
    const discord = await openDiscord();
    const { rest } = createClient(discord);
    rest.setToken(discord.token);
    const stranger = '123456789012345678';
    await expect(rest.get(Routes.applicationCommands(stranger))).rejects.toMatchObject({ code: 10002 });
    const elsewhere = Routes.applicationGuildCommands(discord.applicationId, stranger);
    await expect(rest.get(elsewhere)).rejects.toMatchObject({ code: 50001 });
  });
});
