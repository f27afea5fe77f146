/** The strictness has teeth: what a careless bot does is reported by the very checks that end every test with the bot. */
import { EventEmitter, once } from 'node:events';
import {
  ComponentType,
  MessageFlags,
  Routes,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { V2_TEXT } from '../../src/local-discord/limits.js';
import type { Interaction, LocalDiscordOptions } from '../../src/local-discord/local-discord.js';
import { judgeConduct } from '../support/conduct.js';
import { createManualClock } from '../support/manual-clock.js';
import { startBot } from '../support/stock-client.js';

type Handler = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

/** Lets a bot answer one question. @returns the messages of all findings, and the interaction. */
async function misbehave(
  handle: Handler,
  options: LocalDiscordOptions = {},
): Promise<{ findings: () => string[]; asked: Interaction }> {
  const handling = new EventEmitter();
  const { discord } = await startBot(async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await handle(interaction).finally(() => handling.emit('end'));
  }, options);
  const ended = once(handling, 'end');
  const asked = discord.slash('ask', { question: 'Who?' });
  await ended;
  const findings = (): string[] =>
    judgeConduct(discord.requests).map(({ path, message }) => `${path}: ${message}`);
  return { findings, asked };
}

/** Plain objects: the builders of discord.js would refuse by themselves what the server is to refuse. */
function reply(content: string): InteractionReplyOptions {
  const text = { type: ComponentType.TextDisplay as const, content };
  return {
    components: [{ type: ComponentType.Container, components: [text] }],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  };
}

describe('a bot that behaves', () => {
  test('gives nothing to find', async () => {
    const { findings, asked } = await misbehave((interaction) =>
      interaction.reply(reply(String.raw`\@everyone reads \<\@123456789012345678\>`)),
    );
    expect((await asked.settled()).components).toHaveLength(1);
    expect(findings()).toEqual([]);
  });

  test('may use every character of the limit', async () => {
    const { findings } = await misbehave((interaction) => interaction.reply(reply('x'.repeat(V2_TEXT))));
    expect(findings()).toEqual([]);
  });
});

describe('a bot that does not', () => {
  test('acknowledges 1 ms after the 3 seconds', async () => {
    const clock = createManualClock(Date.now());
    const { findings, asked } = await misbehave(
      (interaction) => {
        clock.advance(3_001);
        return interaction.reply(reply('late')).catch(() => undefined);
      },
      { clock },
    );
    expect(findings()).toContainEqual(expect.stringContaining('10062'));
    await expect(asked.settled()).rejects.toThrow(/did not respond within 3 seconds/u);
  });

  test('writes a message that is one character too long', async () => {
    const { findings, asked } = await misbehave((interaction) =>
      interaction.reply(reply('x'.repeat(V2_TEXT + 1))).catch(() => undefined),
    );
    expect(findings()).toContainEqual(expect.stringContaining('50035'));
    expect(asked.refusals).toMatchObject([{ code: 50035 }]);
    expect(asked.message).toBeUndefined();
  });

  test.each(['@everyone', 'hello @here', '<@123456789012345678>', '<@&123456789012345678>', '\\\\@everyone'])(
    'leaves a mention as it is: %s',
    async (text) => {
      const { findings } = await misbehave((interaction) => interaction.reply(reply(text)));
      expect(findings()).toEqual([expect.stringContaining('shows a mention')]);
    },
  );

  test('does not say that nobody is to be pinged', async () => {
    const { findings } = await misbehave(async (interaction) => {
      const { allowedMentions: _missing, ...careless } = reply('hello');
      await interaction.reply(careless);
    });
    expect(findings()).toContainEqual(expect.stringContaining('must be {parse: []}'));
  });

  test('acknowledges twice', async () => {
    const { findings } = await misbehave(async (interaction) => {
      await interaction.deferReply();
      const { rest } = interaction.client;
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await rest.post(route, { body: { type: 5 }, auth: false }).catch(() => undefined);
      await interaction.editReply('an answer');
    });
    expect(findings()).toContainEqual(expect.stringContaining('40060'));
  });
});
