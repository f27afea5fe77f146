/** What Discord enforces over time, on a clock that the tests move. */
import { Events, MessageFlags, Routes, type ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { RESPONSE_DUE_MS, TOKEN_LIFE_MS } from '../../src/local-discord/limits.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { startBot, type Bot } from '../support/stock-client.js';

interface Timed extends Bot {
  readonly clock: ManualClock;
  /** The first slash command that arrives. */
  readonly arrived: Promise<ChatInputCommandInteraction>;
}

/** A bot that leaves the answering to the test. */
async function startTimed(): Promise<Timed> {
  const clock = createManualClock(Date.now());
  const bot = await startBot(() => Promise.resolve(), { clock });
  const arrived = new Promise<ChatInputCommandInteraction>((resolve) => {
    bot.client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) resolve(interaction);
    });
  });
  return { ...bot, clock, arrived };
}

function tokenOf(interaction: ChatInputCommandInteraction): [string, string] {
  return [interaction.id, interaction.token];
}

describe('the 3 seconds', () => {
  test('a response at the last moment counts', async () => {
    const { discord, clock, arrived } = await startTimed();
    const asked = discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    clock.advance(RESPONSE_DUE_MS);
    await interaction.reply('just in time');
    expect(asked.acknowledgedAfterMs).toBe(RESPONSE_DUE_MS);
    expect(asked.error).toBeUndefined();
  });

  test('a response 1 ms later is 10062, and the person sees a failure', async () => {
    const { discord, clock, arrived } = await startTimed();
    const asked = discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    clock.advance(RESPONSE_DUE_MS + 1);
    await expect(interaction.reply('too late')).rejects.toMatchObject({ status: 404, code: 10062 });
    await expect(asked.responded()).rejects.toThrow(/did not respond/u);
    await expect(asked.settled()).rejects.toThrow(/did not respond/u);
    expect(discord.messages()).toEqual([]);
  });

  test('a refused response acknowledges nothing, and its reason is told', async () => {
    const { discord, clock, arrived } = await startTimed();
    const asked = discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    await expect(interaction.reply('x'.repeat(2_001))).rejects.toMatchObject({ code: 50035 });
    clock.advance(RESPONSE_DUE_MS + 1);
    await expect(asked.responded()).rejects.toThrow(/refused: 50035/u);
  });
});

describe('acknowledging', () => {
  test('a second acknowledgement is 40060', async () => {
    const { discord, client, arrived } = await startTimed();
    discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    await interaction.deferReply();
    const again = client.rest.post(Routes.interactionCallback(...tokenOf(interaction)), {
      body: { type: 4, data: { content: 'again' } },
      auth: false,
    });
    await expect(again).rejects.toMatchObject({ status: 400, code: 40060 });
  });

  test('the token is worth nothing before the first response', async () => {
    const { discord, client, arrived } = await startTimed();
    discord.slash('ask', { question: 'Who?' });
    const { token } = await arrived;
    const early = client.rest.post(Routes.webhook(discord.applicationId, token), {
      body: { content: 'early' },
      auth: false,
    });
    await expect(early).rejects.toMatchObject({ status: 404, code: 10015 });
  });

  test('a deferral takes the ephemeral flag and no other', async () => {
    const { discord, client, arrived } = await startTimed();
    discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    const defer = (flags: number): Promise<unknown> =>
      client.rest.post(Routes.interactionCallback(...tokenOf(interaction)), {
        body: { type: 5, data: { flags } },
        auth: false,
      });
    await expect(defer(MessageFlags.IsComponentsV2)).rejects.toMatchObject({
      rawError: { errors: { data: { flags: { _errors: [{ code: 'MESSAGE_FLAGS_INVALID' }] } } } },
    });
    await expect(defer(MessageFlags.Ephemeral)).resolves.toBeDefined();
  });

  test('a command cannot be answered with an update or with choices', async () => {
    const { discord, client, arrived } = await startTimed();
    discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    for (const body of [
      { type: 7, data: { content: 'x' } },
      { type: 8, data: { choices: [] } },
    ]) {
      const answered = client.rest.post(Routes.interactionCallback(...tokenOf(interaction)), {
        body,
        auth: false,
      });
      await expect(answered).rejects.toMatchObject({ code: 50035 });
    }
  });

  test('an unknown interaction, an unknown token and an unknown message have their own codes', async () => {
    const { discord, client, arrived } = await startTimed();
    discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    await interaction.deferReply();
    const post = (route: `/${string}`, body: object): Promise<unknown> =>
      client.rest.post(route, { body, auth: false });
    const callback = Routes.interactionCallback(discord.guildId, interaction.token);
    await expect(post(callback, { type: 5 })).rejects.toMatchObject({ code: 10062 });
    const stranger = Routes.webhook(discord.applicationId, 'no-token');
    await expect(post(stranger, { content: 'x' })).rejects.toMatchObject({ code: 10015 });
    const { id } = discord.sendMessage('not of this token');
    await expect(interaction.editReply({ message: id, content: 'x' })).rejects.toMatchObject({ code: 10008 });
  });
});

describe('the 15 minutes', () => {
  test('an edit after 15 minutes is 50027, and the deferral never came to an end', async () => {
    const { discord, clock, arrived } = await startTimed();
    const asked = discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    await interaction.deferReply();
    clock.advance(TOKEN_LIFE_MS + 1);
    await expect(interaction.editReply('too late')).rejects.toMatchObject({ status: 401, code: 50027 });
    await expect(asked.settled()).rejects.toThrow(/never edited/u);
  });

  test('an answered interaction does not fail when its token expires', async () => {
    const { discord, clock, arrived } = await startTimed();
    const asked = discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    await interaction.deferReply();
    clock.advance(TOKEN_LIFE_MS);
    await interaction.editReply('in time');
    clock.advance(1);
    expect((await asked.settled()).content).toBe('in time');
    await expect(interaction.followUp('late')).rejects.toMatchObject({ code: 50027 });
  });

  test('a deleted reply is settled without a message', async () => {
    const { discord, arrived } = await startTimed();
    const asked = discord.slash('ask', { question: 'Who?' });
    const interaction = await arrived;
    await interaction.deferReply();
    await interaction.deleteReply();
    await expect(asked.settled()).rejects.toThrow(/without a message/u);
    expect(asked.isDeleted).toBe(true);
  });
});
