import { REST } from 'discord.js';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Commands } from '../../src/discord/command.js';
import { registerCommands } from '../../src/discord/register-commands.js';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord/local-discord.js';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord();
  onTestFinished(() => discord.close());
});

function register(guildId: string | undefined, wanted: Commands = commands): Promise<boolean> {
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  return registerCommands({ rest, applicationId: discord.applicationId, guildId, commands: wanted });
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
