/** What the page shows to each person, what a person can do there, and what is refused in words. */
import {
  ActionRowBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createManualClock } from '../support/manual-clock.js';
import { PageClient, type EventStream } from '../support/page-client.js';
import { startBot, type Bot } from '../support/stock-client.js';
import type { LocalDiscordOptions } from '../../src/local-discord/local-discord.js';

interface Opened extends Bot {
  readonly page: PageClient;
  readonly here: { readonly user: string; readonly channel: string };
  /** Events of the ordinary member, unless another person is named. */
  listen(user?: string): EventStream;
}

async function open(
  handle: (interaction: Interaction) => Promise<unknown> = answer,
  options: LocalDiscordOptions = {},
): Promise<Opened> {
  const bot = await startBot(handle, options);
  const page = new PageClient(bot.discord.pageUrl);
  const { member, channelId } = bot.discord;
  const listen = (user = member): EventStream => {
    const stream = page.listen(user);
    onTestFinished(() => stream.close());
    return stream;
  };
  return { ...bot, page, here: { user: member, channel: channelId }, listen };
}

const select = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('pick')
    .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
);

/** `/ask` says who asked, privately on request; "form" opens a modal, "pick" a select; a message command quotes. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `Title of ${typed}`, value: typed }]);
  }
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`checked ${interaction.targetMessage.content}`);
  }
  if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('text'));
  if (interaction.isStringSelectMenu()) await interaction.update({ content: interaction.values.join('+') });
  if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [] });
  if (interaction.isChatInputCommand()) await answerCommand(interaction);
}

async function answerCommand(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  const question = interaction.options.getString('question') ?? 'nothing';
  if (question === 'form') {
    await interaction.showModal(createModal());
    return;
  }
  const isPrivate = interaction.options.getBoolean('private') ?? false;
  const components = question === 'pick' ? [select] : [];
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  await interaction.editReply({ content: `${interaction.user.username}: ${question}`, components });
}

function createModal(): ModalBuilder {
  const input = new TextInputBuilder().setCustomId('text').setLabel('Text').setStyle(TextInputStyle.Short);
  const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
  return new ModalBuilder().setCustomId('form').setTitle('A form').addComponents(row);
}

describe('the state', () => {
  test('without a choice it is that of the first member, who may use everything', async () => {
    const { discord, page } = await open();
    const state = await page.state();
    expect(state.user).toBe(discord.administrator);
    expect(state.channel).toBe(discord.channelId);
    expect(state.bot).toEqual({ id: discord.applicationId, name: 'byline-bot', isConnected: true });
    expect(state.members.map(({ name, isAdministrator }) => [name, isAdministrator])).toEqual([
      ['administrator', true],
      ['member', false],
    ]);
    expect(state.commands.map(({ name }) => name)).toEqual(['ask', 'reindex', 'Check quote']);
  });

  test('an ordinary member is offered what is for everybody, and sees only the own direct channel', async () => {
    const { discord, page } = await open();
    const state = await page.state({ user: discord.member });
    expect(state.commands.map(({ name }) => name)).toEqual(['ask', 'Check quote']);
    expect(state.channels).toEqual([
      { id: discord.channelId, name: 'general', isDirect: false },
      { id: discord.directChannel(discord.member), name: 'byline-bot', isDirect: true },
    ]);
    const channel = discord.directChannel(discord.administrator);
    const query = new URLSearchParams({ user: discord.member, channel }).toString();
    expect((await page.request(`/page/state?${query}`)).status).toBe(404);
  });

  test('texts to try are those that the server was given', async () => {
    const { page } = await open(answer, { examples: ['/ask question:Who?'] });
    expect((await page.state()).examples).toEqual(['/ask question:Who?']);
  });

  test('nobody speaks as the bot, the owner or a stranger', async () => {
    const { discord, page, here } = await open();
    for (const user of [discord.applicationId, '1', '']) {
      expect(await page.post('message', { ...here, user, content: 'x' })).toMatchObject({
        error: expect.any(String),
      });
    }
    expect(discord.messages()).toEqual([]);
  });
});

describe('what one person alone sees', () => {
  test('is in that person’s state and events, and in nobody else’s', async () => {
    const { discord, page, here, listen } = await open();
    const [own, others] = [listen(), listen(discord.administrator)];
    await page.post('slash', { ...here, name: 'ask', options: { question: 'a secret', private: true } });
    const shown = await own.until(({ data }) => data['type'] === 'update');
    expect(shown.data['message']).toMatchObject({
      content: 'member: a secret',
      isEphemeral: true,
      isLoading: false,
      invokedBy: { userName: 'member', commandName: 'ask' },
    });
    const { id } = discord.sendMessage('for all');
    await others.until(({ data }) => JSON.stringify(data).includes(id));
    expect(others.text).not.toContain('secret');
    expect((await page.state({ user: discord.administrator })).messages).toHaveLength(1);
    expect((await page.state({ user: discord.member })).messages).toHaveLength(2);
  });

  test('cannot be read, used, answered or dismissed by others', async () => {
    const { discord, page, here } = await open();
    await discord.slash('ask', { question: 'pick', private: true }).settled();
    const messageId = discord.messages()[0]?.id ?? '';
    const user = discord.administrator;
    expect((await page.request(`/page/messages/${messageId}/raw?user=${user}`)).status).toBe(404);
    for (const [action, body] of [
      ['click', { messageId, customId: 'pick' }],
      ['select', { messageId, customId: 'pick', values: ['1'] }],
      ['message-command', { messageId, name: 'Check quote' }],
      ['dismiss', { messageId }],
      ['message', { ...here, content: 'x', replyTo: messageId }],
    ] as const) {
      expect(await page.post(action, { ...body, user })).toMatchObject({ status: 404 });
    }
    expect(await page.post('message', { ...here, content: 'x', replyTo: messageId })).toMatchObject({
      status: 400,
      error: 'Nobody can reply to that message.',
    });
  });

  test('can be dismissed; the bot does not hear of it', async () => {
    const { discord, page, listen } = await open();
    const stream = listen();
    const { id } = await discord.slash('ask', { question: 'x', private: true }).settled();
    expect(await page.post('dismiss', { user: discord.member, messageId: id })).toEqual({ status: 200 });
    await stream.until(({ data }) => data['type'] === 'delete');
    expect((await page.state({ user: discord.member })).messages).toEqual([]);
    expect(discord.messages()).toHaveLength(1);
    const all = discord.sendMessage('for all');
    expect(await page.post('dismiss', { user: discord.member, messageId: all.id })).toMatchObject({
      status: 400,
    });
  });
});

describe('acting', () => {
  test('a command from the list, and the same one typed as text', async () => {
    const { page, here, listen } = await open();
    const stream = listen();
    const listed = await page.post('slash', { ...here, name: 'ask', options: { question: 'one' } });
    await stream.until(({ data }) => data['id'] === listed['interaction'] && data['state'] === 'done');
    const typed = await page.post('command-text', { ...here, text: '/ask question:two: or three' });
    await stream.until(({ data }) => data['id'] === typed['interaction'] && data['state'] === 'done');
    const contents = (await page.state(here)).messages.map(({ content }) => content);
    expect(contents).toEqual(['member: one', 'member: two: or three']);
  });

  test('a command that only administrators are offered can be typed, so that the bot itself refuses', async () => {
    const { page, here } = await open();
    const listed = await page.post('slash', { ...here, name: 'reindex' });
    expect(listed).toMatchObject({ status: 400, error: 'This member may not use "reindex".' });
    const typed = await page.post('command-text', { ...here, text: '/reindex' });
    expect(typed).toMatchObject({ status: 200, interaction: expect.any(String) });
  });

  test('autocomplete, with the options given so far', async () => {
    const { page, here } = await open();
    const body = { ...here, name: 'ask', focused: 'article', value: 'tai', others: { question: 'x' } };
    expect(await page.post('autocomplete', body)).toMatchObject({
      choices: [{ name: 'Title of tai', value: 'tai' }],
    });
  });

  test('the menu of a message: the answer names the command and the message', async () => {
    const { discord, page, here, listen } = await open();
    const { id } = discord.sendMessage('“War games”', { user: discord.administrator });
    const stream = listen();
    await page.post('message-command', { user: here.user, messageId: id, name: 'Check quote' });
    const shown = await stream.until(({ data }) => data['type'] === 'create');
    expect(shown.data['message']).toMatchObject({
      content: 'checked “War games”',
      invokedBy: { userName: 'member', commandName: 'Check quote' },
      replyTo: { id, authorName: 'administrator', excerpt: '“War games”' },
    });
  });

  test('a select', async () => {
    const { discord, page, here, listen } = await open();
    const { id } = await discord.slash('ask', { question: 'pick' }).settled();
    const stream = listen();
    await page.post('select', { user: here.user, messageId: id, customId: 'pick', values: ['2'] });
    const { data } = await stream.until((event) => event.data['type'] === 'update');
    expect(data['message']).toMatchObject({ id, content: '2' });
  });

  test('a form: opened by an event, sent by the one who opened it', async () => {
    const { discord, page, here, listen } = await open();
    const stream = listen();
    await page.post('slash', { ...here, name: 'ask', options: { question: 'form' } });
    const { data } = await stream.until(({ event }) => event === 'modal');
    expect(data['modal']).toMatchObject({ custom_id: 'form', title: 'A form' });
    const { interaction } = data;
    const values = { text: 'filled in' };
    const stranger = await page.post('modal', { user: discord.administrator, interaction, values });
    expect(stranger).toMatchObject({ status: 404 });
    const empty = await page.post('modal', { user: here.user, interaction, values: {} });
    expect(empty).toMatchObject({ status: 400, error: '"text" must be filled in.' });
    await page.post('modal', { user: here.user, interaction, values });
    const shown = await stream.until((event) => event.data['type'] === 'create');
    expect(shown.data['message']).toMatchObject({ content: 'filled in' });
  });

  test('a message, a reply and a message in a direct channel', async () => {
    const { discord, page, here } = await open();
    const first = await page.post('message', { ...here, content: '  hello  ' });
    await page.post('message', { ...here, content: 'again', replyTo: first['message'] });
    const [hello, again] = (await page.state(here)).messages;
    expect(hello?.content).toBe('hello');
    expect(again?.replyTo).toEqual({ id: first['message'], authorName: 'member', excerpt: 'hello' });
    const channel = discord.directChannel(here.user);
    await page.post('message', { user: here.user, channel, content: 'directly' });
    expect((await page.state({ user: here.user, channel })).messages).toHaveLength(1);
  });
});

describe('refusals in words', () => {
  test.each([
    ['slash', { name: 'nothing' }, /no command "nothing"/u],
    ['slash', { name: 'ask', options: {} }, /"question" is missing/u],
    ['slash', { name: 'ask', options: { question: ['x'] } }, /^options: question: /u],
    ['command-text', { text: '/ask' }, /"question" is missing/u],
    ['command-text', { text: '/dance now:true' }, /no command \/dance/u],
    ['command-text', { text: '/ask colour:red' }, /no option "colour"/u],
    ['autocomplete', { name: 'ask', focused: 'question', value: '' }, /no autocomplete/u],
    ['message', { content: ' ' }, /needs a text/u],
    ['message', { content: 'x'.repeat(2_001) }, /^content: .*2000/u],
    ['message', {}, /^content: /u],
  ] as const)('%s %j', async (action, body, words) => {
    const { page, here } = await open();
    const refused = await page.post(action, { ...here, ...body });
    expect(refused.status).toBe(400);
    expect(refused['error']).toMatch(words);
  });

  test('what is no JSON, and what there is not', async () => {
    const { discord, page } = await open();
    const headers = { origin: new URL(discord.pageUrl).origin, 'content-type': 'application/json' };
    const broken = await page.request('/page/message', { method: 'POST', headers, body: '{' });
    expect(broken).toMatchObject({ status: 400, text: '{"error":"The body is no JSON."}' });
    expect(await page.post('dance', {})).toMatchObject({ status: 404 });
    expect(await page.post('constructor', {})).toMatchObject({ status: 404 });
    expect((await page.request('/page/dance')).status).toBe(404);
  });

  test('a bot that does not answer has failed after 3 seconds, for the one who asked', async () => {
    const clock = createManualClock(Date.now());
    const { page, here, listen } = await open(() => Promise.resolve(), { clock });
    const stream = listen();
    const { interaction } = await page.post('slash', { ...here, name: 'ask', options: { question: 'x' } });
    await stream.until(({ data }) => data['id'] === interaction && data['state'] === 'thinking');
    clock.advance(3_001);
    const failed = await stream.until(({ data }) => data['state'] === 'failed');
    expect(failed.data).toMatchObject({ id: interaction, error: expect.stringMatching(/did not respond/u) });
  });
});

describe('the stream of events', () => {
  test('begins with what is so, and tells of changes alone', async () => {
    const { discord, client, listen } = await open();
    const stream = listen();
    const first = await stream.until(({ event }) => event === 'connection');
    expect(first.data).toEqual({ isConnected: true });
    await stream.until(({ event }) => event === 'commands');
    expect(stream.text).toMatch(/^retry: 1000\n\n/u);
    await client.application.commands.set([{ name: 'other', description: 'Another one' }]);
    await stream.until(({ event, data }) => event === 'commands' && JSON.stringify(data).includes('"other"'));
    discord.cutSockets();
    await stream.until(({ data }) => data['isConnected'] === false);
    await stream.until(({ data }) => data['isConnected'] === true && stream.events.length > 3);
    expect(stream.events.filter(({ event }) => event === 'commands')).toHaveLength(2);
  });

  test('a page that comes back gets what it missed, once', async () => {
    const { discord, page, listen } = await open();
    const stream = listen();
    await stream.until(({ event }) => event === 'connection');
    discord.sendMessage('heard');
    const heard = await stream.until(({ event }) => event === 'message');
    stream.close();
    discord.sendMessage('missed');
    const back = page.listen(discord.member, heard.id);
    onTestFinished(() => back.close());
    const missed = await back.until(({ event }) => event === 'message');
    expect(missed.data['message']).toMatchObject({ content: 'missed' });
    await back.until(({ event }) => event === 'commands');
    expect(back.events.filter(({ event }) => event === 'message')).toHaveLength(1);
    const stranger = page.listen(discord.member, 'another-run-1');
    onTestFinished(() => stranger.close());
    await stranger.until(({ event }) => event === 'commands');
    expect(stranger.events.filter(({ event }) => event === 'message')).toEqual([]);
  });
});

test('a message as it is stored, and how close it is to each limit', async () => {
  const { discord, page } = await open();
  const { id } = await discord.slash('ask', { question: 'pick' }).settled();
  const { text } = await page.request(`/page/messages/${id}/raw?user=${discord.member}`);
  expect(JSON.parse(text)).toMatchObject({
    message: { id, content: 'member: pick' },
    limits: expect.arrayContaining([
      { name: 'Content', used: 'member: pick'.length, limit: 2_000 },
      { name: 'Longest custom id', used: 'pick'.length, limit: 100 },
    ]),
  });
});
