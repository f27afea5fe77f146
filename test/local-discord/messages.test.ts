/** Messages in channels: who is mentioned, what the bot may read, uploads, edits, rights. */
import {
  AttachmentBuilder,
  Events,
  FileBuilder,
  MessageFlags,
  Routes,
  type Message as ClientMessage,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { Permission, type MessageEvent } from '../../src/local-discord/local-discord.js';
import { createManualClock } from '../support/manual-clock.js';
import { judgeMentions, judgeRequests, judgeResponses } from '../support/judge-requests.js';
import { startBot, type Bot } from '../support/stock-client.js';

const nothing = (): Promise<void> => Promise.resolve();

/** The next message of somebody else that the client hears of. */
function nextHeard({ client }: Bot): Promise<ClientMessage> {
  return new Promise((resolve) => {
    client.on(Events.MessageCreate, (message) => {
      if (message.author.id !== client.user.id) resolve(message);
    });
  });
}

describe('what people write', () => {
  test('the bot reads a message that mentions it, and may answer', async () => {
    const bot = await startBot(nothing);
    const heard = nextHeard(bot);
    const { id } = bot.discord.sendMessage(`<@${bot.discord.applicationId}> who?`);
    const message = await heard;
    expect(message.mentions.has(bot.client.user)).toBe(true);
    expect(message.content).toContain('who?');
    await message.reply({ content: 'an answer', allowedMentions: { parse: [], repliedUser: false } });
    const sent = await bot.discord.whenSent(({ content }) => content === 'an answer');
    expect(sent.message_reference?.message_id).toBe(id);
    expect(sent.mentions).toEqual([]);
  });

  test('a message that does not mention it comes without its content, also when it is fetched', async () => {
    const bot = await startBot(nothing);
    const heard = nextHeard(bot);
    const { id, channel_id } = bot.discord.sendMessage('a secret');
    expect((await heard).content).toBe('');
    const fetched = await bot.client.rest.get(Routes.channelMessage(channel_id, id));
    expect(fetched).toMatchObject({ id, content: '' });
    expect(await bot.client.rest.get(Routes.channelMessages(channel_id))).toHaveLength(1);
  });

  test('@everyone is told, a direct message is read, a reply to the bot mentions it', async () => {
    const bot = await startBot(nothing);
    const everyone = nextHeard(bot);
    bot.discord.sendMessage('@everyone look');
    expect((await everyone).mentions.everyone).toBe(true);
    const direct = nextHeard(bot);
    bot.discord.sendMessage('psst', { channel: bot.discord.directChannel(bot.discord.member) });
    expect((await direct).content).toBe('psst');
    const own = await (await everyone).reply('hello');
    const reply = nextHeard(bot);
    bot.discord.sendMessage('thanks', { replyTo: own.id });
    expect((await reply).content).toBe('thanks');
  });
});

describe('what the bot writes', () => {
  test('a mention pings unless that is forbidden, and the judge tells', async () => {
    const bot = await startBot(nothing);
    const channel = await bot.client.channels.fetch(bot.discord.channelId);
    if (channel?.isSendable() !== true) throw new Error('no channel to send to');
    const mention = `<@${bot.discord.member}> @everyone`;
    await channel.send(mention);
    await channel.send({ content: mention, allowedMentions: { parse: [] } });
    const pings = bot.discord
      .messages()
      .map(({ mentions, mention_everyone }) => [mentions.length, mention_everyone]);
    expect(pings).toEqual([
      [1, true],
      [0, false],
    ]);
    expect(judgeMentions(bot.discord.requests)).toHaveLength(1);
  });

  test('it edits and deletes its own messages, not those of others', async () => {
    const bot = await startBot(nothing);
    const events: MessageEvent['kind'][] = [];
    const stop = bot.discord.onMessage(({ kind }) => events.push(kind));
    const heard = nextHeard(bot);
    bot.discord.sendMessage(`<@${bot.discord.applicationId}> hello`);
    const theirs = await heard;
    const own = await theirs.reply('first');
    await own.edit('second');
    expect(bot.discord.messages().at(-1)?.content).toBe('second');
    await own.delete();
    stop();
    await expect(
      bot.client.rest.patch(Routes.channelMessage(theirs.channelId, theirs.id), { body: {} }),
    ).rejects.toMatchObject({ code: 50005 });
    await expect(
      bot.client.rest.delete(Routes.channelMessage(theirs.channelId, theirs.id)),
    ).rejects.toMatchObject({ code: 50013 });
    await expect(own.edit('third')).rejects.toMatchObject({ code: 10008 });
    expect(events).toEqual(['created', 'created', 'edited', 'deleted']);
  });

  test('the V2 flag stays: an edit cannot take it away', async () => {
    const bot = await startBot(nothing);
    const route = Routes.channelMessages(bot.discord.channelId);
    const components = [{ type: 10, content: 'text' }];
    const body = { flags: MessageFlags.IsComponentsV2, components };
    await bot.client.rest.post(route, { body });
    const [message] = bot.discord.messages();
    const one = Routes.channelMessage(bot.discord.channelId, message?.id ?? '');
    await expect(bot.client.rest.patch(one, { body: { flags: 0 } })).rejects.toMatchObject({
      rawError: { errors: { flags: { _errors: [{ code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG' }] } } },
    });
    await expect(bot.client.rest.patch(one, { body: { content: 'x' } })).rejects.toMatchObject({
      code: 50035,
    });
    await bot.client.rest.patch(one, { body: { components: [{ type: 10, content: 'other' }] } });
    expect(bot.discord.messages()[0]?.flags).toBe(MessageFlags.IsComponentsV2);
  });

  test('uploads are kept, served, and named by components', async () => {
    const bot = await startBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const report = new AttachmentBuilder(Buffer.from('line 1\n'), {
        name: 'report.txt',
        description: 'all',
      });
      const file = new FileBuilder().setURL('attachment://report.txt');
      await interaction.reply({ files: [report], components: [file], flags: MessageFlags.IsComponentsV2 });
    });
    const { attachments } = await bot.discord.slash('ask', { question: 'Who?' }).settled();
    expect(attachments).toMatchObject([{ filename: 'report.txt', size: 7, description: 'all' }]);
    const served = await fetch(attachments[0]?.url ?? '');
    expect(await served.text()).toBe('line 1\n');
    expect(bot.discord.requests.at(-1)?.files).toMatchObject([{ key: '0', filename: 'report.txt' }]);
    expect(judgeRequests(bot.discord.requests)).toEqual([]);
    expect(judgeResponses(bot.discord.requests)).toEqual([]);
  });

  test('a file over 10 MiB is refused', async () => {
    const bot = await startBot(nothing);
    const channel = await bot.client.channels.fetch(bot.discord.channelId);
    if (channel?.isSendable() !== true) throw new Error('no channel to send to');
    const files = [new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: 'big.bin' })];
    await expect(channel.send({ files })).rejects.toMatchObject({ status: 413, code: 40005 });
  });

  test('without rights it may not send', async () => {
    const bot = await startBot(nothing);
    const channel = await bot.client.channels.fetch(bot.discord.channelId);
    if (channel?.isSendable() !== true) throw new Error('no channel to send to');
    bot.discord.setBotPermissions(Permission.viewChannel);
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50013 });
    bot.discord.setBotPermissions(0n);
    await expect(channel.send('x')).rejects.toMatchObject({ code: 50001 });
  });

  test('an ephemeral reply is not in the channel for the bot', async () => {
    const bot = await startBot(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'x', flags: MessageFlags.Ephemeral });
    });
    const { id } = await bot.discord.slash('ask', { question: 'Who?' }).settled();
    const route = Routes.channelMessage(bot.discord.channelId, id);
    await expect(bot.client.rest.get(route)).rejects.toMatchObject({ code: 10008 });
    expect(await bot.client.rest.get(Routes.channelMessages(bot.discord.channelId))).toEqual([]);
    expect(bot.discord.messages()).toHaveLength(1);
  });
});

function send({ client, discord }: Bot, body: object): Promise<unknown> {
  return client.rest.post(Routes.channelMessages(discord.channelId), { body });
}

describe('a nonce', () => {
  const once = { nonce: 'n-1', enforce_nonce: true };

  test('that is enforced makes a second request give the first message', async () => {
    const bot = await startBot(nothing);
    const first = await send(bot, { content: 'first', ...once });
    expect(await send(bot, { content: 'again', ...once })).toEqual(first);
    expect(bot.discord.messages().map(({ content }) => content)).toEqual(['first']);
  });

  test('is free again after some minutes', async () => {
    const clock = createManualClock(Date.now());
    const bot = await startBot(nothing, { clock });
    await send(bot, { content: 'first', ...once });
    clock.advance(5 * 60_000 + 1);
    await send(bot, { content: 'later', ...once });
    expect(bot.discord.messages()).toHaveLength(2);
  });

  test('that is not enforced changes nothing', async () => {
    const bot = await startBot(nothing);
    await send(bot, { content: 'first', nonce: 7 });
    await send(bot, { content: 'second', nonce: 7 });
    await send(bot, { content: 'third', enforce_nonce: true });
    expect(bot.discord.messages()).toHaveLength(3);
  });
});
