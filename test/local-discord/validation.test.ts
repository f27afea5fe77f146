/** Bodies that Discord refuses, with the path of the wrong field. All go over the wire, as the client sends them. */
import { DiscordAPIError, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { refusedFields } from '../support/refusals.js';
import { startBot, type Bot } from '../support/stock-client.js';
import { CASES, row } from './message-cases.js';

const nothing = (): Promise<void> => Promise.resolve();

/** What the refusal says, as `path: code`; empty when the message was accepted. */
async function refusalOf({ client, discord }: Bot, body: object): Promise<string[]> {
  try {
    await client.rest.post(Routes.channelMessages(discord.channelId), { body });
    return [];
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const { code, rawError } = error;
    const fields = refusedFields(rawError);
    return fields.length > 0 ? fields : [String(code)];
  }
}

describe('messages', () => {
  test('each limit of the table', async () => {
    const bot = await startBot(nothing);
    const found = [];
    for (const [name, body] of CASES) found.push([name, await refusalOf(bot, body)]);
    expect(found).toEqual(CASES.map(([name, , refusal]) => [name, refusal]));
  });

  test('a message without allowed mentions is accepted', async () => {
    const bot = await startBot(nothing);
    expect(await refusalOf(bot, { content: '@everyone' })).toEqual([]);
    expect(bot.discord.messages()[0]?.mention_everyone).toBe(true);
  });
});

describe('bodies that cannot be read', () => {
  test.each([
    ['application/json', '{', 50109],
    ['multipart/form-data; boundary=x', 'no form', 50035],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="payload_json"\r\n\r\n{\r\n--x--\r\n',
      50109,
    ],
  ])('%s: %s', async (type, body, code) => {
    const { discord } = await startBot(nothing);
    const headers = { authorization: `Bot ${discord.token}`, 'content-type': type };
    const url = `${discord.apiUrl}/v10${Routes.channelMessages(discord.channelId)}`;
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('responses to interactions', () => {
  test('a path begins with data', async () => {
    const { discord, errors } = await startBot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('x'.repeat(2_001));
    });
    discord.slash('ask', { question: 'Who?' });
    await discord.whenRequested(({ status }) => status === 400);
    await expect.poll(() => errors.length).toBe(1);
    expect(errors[0]).toMatchObject({
      code: 50035,
      rawError: { errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
    });
  });

  test.each([
    [
      '26 choices',
      Array.from({ length: 26 }, (_, at) => ({ name: `n${at}`, value: `v${at}` })),
      'data.choices',
    ],
    ['a name of 101', [{ name: 'x'.repeat(101), value: 'v' }], 'data.choices.0.name'],
    ['an empty value', [{ name: 'n', value: '' }], 'data.choices.0.value'],
    ['a number for a string', [{ name: 'n', value: 5 }], 'data.choices.0.value'],
  ])('autocomplete with %s is refused', async (_name, choices, path) => {
    const { discord } = await startBot(async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond(choices);
    });
    void discord.autocomplete('ask', 'article', 'x').catch(() => 'refused, which is what the request shows');
    const { response } = await discord.whenRequested(({ status }) => status === 400);
    expect(refusedFields(response).map((leaf) => leaf.split(':')[0])).toEqual([path]);
  });

  test.each([
    ['a title of 46', { title: 'x'.repeat(46) }, 'data.title'],
    ['no fields', { components: [] }, 'data.components'],
    [
      'an input longer than 4,000',
      { components: [row({ type: 4, custom_id: 'q', style: 1, label: 'Q', max_length: 4_001 })] },
      'data.components.0.components.0.max_length',
    ],
    [
      'an input without a label',
      { components: [row({ type: 4, custom_id: 'q', style: 1 })] },
      'data.components.0.components.0.label',
    ],
  ])('a modal with %s is refused', async (_name, change, path) => {
    const field = row({ type: 4, custom_id: 'q', style: 1, label: 'Q' });
    const data = { custom_id: 'm', title: 'Modal', components: [field], ...change };
    const { discord } = await startBot(async (interaction) => {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await interaction.client.rest.post(route, { body: { type: 9, data }, auth: false });
    });
    discord.slash('ask', { question: 'Who?' });
    const { response } = await discord.whenRequested(({ status }) => status === 400);
    expect(refusedFields(response).map((leaf) => leaf.split(':')[0])).toEqual([path]);
  });
});
