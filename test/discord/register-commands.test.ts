import { REST, Routes } from 'discord.js';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Commands } from '../../src/discord/command.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import { startLocalDiscord, type Command, type LocalDiscord } from '../../src/local-discord/local-discord.js';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord();
  onTestFinished(() => discord.close());
});

function register(guildId: string | undefined, wanted: Commands = commands): Promise<boolean> {
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  return registerCommands({ rest, applicationId: discord.applicationId, guildId, commands: wanted });
}

function routeOf(guildId: string | undefined): `/${string}` {
  const { applicationId } = discord;
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

/** A command as it was read, as it may be sent. */
function toPayload({ contexts, integration_types, ...command }: Partial<Command>): object {
  const isGlobal = command.guild_id === undefined;
  return { ...command, ...(isGlobal && { contexts, integration_types }) };
}

/** The same commands, with another description of the first. */
function reworded(): Commands {
  const [first, ...others] = commands.slash;
  if (first === undefined) throw new Error('no command');
  return {
    ...commands,
    slash: [{ ...first, payload: { ...first.payload, description: 'Other words' } }, ...others],
  };
}

describe.each([
  ['globally', () => undefined],
  ['in one server', () => discord.guildId],
])('registered %s', (_where, guildIdOf) => {
  test('Discord is told once, and again only when something differs', async () => {
    const guildId = guildIdOf();
    expect(await register(guildId)).toBe(true);
    expect(await register(guildId)).toBe(false);
    expect(await register(guildId, reworded())).toBe(true);
    expect(await register(guildId, { ...reworded(), message: [] })).toBe(true);
    expect(discord.commands(guildId).map(({ name }) => name)).not.toContain('Check quote');
    expect(await register(guildId)).toBe(true);
    expect(await register(guildId)).toBe(false);
  });

  test('a translation that differs is told as well', async () => {
    const guildId = guildIdOf();
    expect(await register(guildId)).toBe(true);
    const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
    const [first, ...others] = discord.commands(guildId);
    const reworded = { ...first?.description_localizations, de: 'Mit anderen Worten beschrieben' };
    await rest.put(routeOf(guildId), {
      body: [{ ...first, description_localizations: reworded }, ...others].map(toPayload),
    });
    expect(await register(guildId)).toBe(true);
    expect(await register(guildId)).toBe(false);
  });

  test('every command and option says more than its name, and administrators keep theirs', async () => {
    await register(guildIdOf());
    for (const { name, description = '', options = [], type } of discord.commands(guildIdOf())) {
      if (type !== 1) continue;
      for (const one of [{ name, description }, ...options]) {
        expect(one.description.length).toBeGreaterThan(one.name.length + 10);
      }
    }
    const reindex = discord.commands(guildIdOf()).find(({ name }) => name === 'reindex');
    expect(reindex?.default_member_permissions).toBe('0');
  });
});

test('readers use the bot wherever they are; administrators re-index from their server', async () => {
  await register(undefined);
  for (const { name, contexts, integration_types } of discord.commands()) {
    const isForServers = ['reindex', 'gaps', 'settings', 'follow', 'unfollow'].includes(name);
    expect(contexts).toEqual(isForServers ? [0] : [0, 1, 2]);
    expect(integration_types).toEqual(isForServers ? [0] : [0, 1]);
  }
});
