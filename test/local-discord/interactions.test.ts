import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MessageFlags,
  ModalBuilder,
  ChannelSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { CallbackType, MessageFlag, textsOf } from '../../src/local-discord/local-discord.js';
import { judgeRequests, judgeResponses } from '../support/judge-requests.js';
import { startBot, type Bot } from '../support/stock-client.js';

let bot: Bot | undefined;

async function start(handle: (interaction: Interaction) => Promise<unknown>): Promise<Bot> {
  bot = await startBot(handle);
  return bot;
}

afterEach(() => {
  const { discord, errors } = bot ?? { discord: undefined, errors: [] };
  expect(errors).toEqual([]);
  expect(judgeRequests(discord?.requests ?? [])).toEqual([]);
  expect(judgeResponses(discord?.requests ?? [])).toEqual([]);
});

function buttons(...ids: string[]): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    ids.map((id) =>
      new ButtonBuilder().setCustomId(id).setLabel(`Label ${id}`).setStyle(ButtonStyle.Primary),
    ),
  );
}

describe('slash commands', () => {
  test('a reply at once is settled at once, with the typed options received', async () => {
    const received: unknown[] = [];
    const { discord } = await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      received.push(interaction.options.getString('question'), interaction.options.getBoolean('private'));
      received.push(interaction.memberPermissions?.has('Administrator'), interaction.inGuild());
      await interaction.reply('an answer');
    });
    const asked = discord.slash('ask', { question: 'Who?', private: true }, { user: discord.administrator });
    expect((await asked.settled()).content).toBe('an answer');
    expect(received).toEqual(['Who?', true, true, true]);
    expect(asked.callbackType).toBe(CallbackType.message);
    expect(asked.isEphemeral).toBe(false);
    expect(discord.messages()).toHaveLength(1);
  });

  test('a deferral keeps its ephemeral flag through the edit', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('hidden');
    });
    const asked = discord.slash('ask', { question: 'Who?' });
    const message = await asked.settled();
    expect(asked.isEphemeral).toBe(true);
    expect(message.flags).toBe(MessageFlag.ephemeral);
    expect(asked.edits.map(({ content }) => content)).toEqual(['hidden']);
  });

  test('a deferral that is seen by all stays so, although the edit asks for the V2 flag', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      const container = new ContainerBuilder().addTextDisplayComponents(
        new TextDisplayBuilder().setContent('text'),
      );
      await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [container] });
    });
    const message = await discord.slash('ask', { question: 'Who?' }).settled();
    expect(message.flags).toBe(MessageFlag.componentsV2);
    expect(textsOf(message.components)).toEqual(['text']);
  });

  test('withResponse gives the message; follow-ups, their edits and deletions are kept apart', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: 'first', withResponse: true });
      const second = await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: second, content: 'second, edited' });
      const third = await interaction.followUp('third');
      await interaction.deleteReply(third);
      await interaction.editReply(`first is ${resource?.message?.content}`);
    });
    const asked = discord.slash('ask', { question: 'Who?' });
    await discord.whenSent(({ content }) => content === 'first is first');
    expect(asked.followUps.map(({ content }) => content)).toEqual(['second, edited', 'third']);
    expect(discord.messages().map(({ content }) => content)).toEqual(['first is first', 'second, edited']);
    expect(asked.followUps.map(({ flags }) => flags)).toEqual([MessageFlag.ephemeral, 0]);
  });

  test('the first follow-up of a deferral takes the place of "is thinking"', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.followUp('instead');
    });
    const asked = discord.slash('ask', { question: 'Who?' });
    expect((await asked.settled()).content).toBe('instead');
    expect(asked.followUps).toEqual([]);
  });

  test('a direct channel sends the user, no member', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`${interaction.inGuild()} ${interaction.channel?.isDMBased()}`);
    });
    const channel = discord.directChannel(discord.member);
    const asked = discord.slash('ask', { question: 'Who?' }, { channel });
    expect((await asked.settled()).content).toBe('false true');
    expect(discord.messages(channel)).toHaveLength(1);
  });
});

describe('other interactions', () => {
  test('autocomplete', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const value = interaction.options.getFocused();
      await interaction.respond([{ name: `Article ${value}`, value: 'a1' }]);
    });
    await expect(discord.autocomplete('ask', 'article', 'ira')).resolves.toEqual([
      { name: 'Article ira', value: 'a1' },
    ]);
  });

  test('a message command receives the whole message, though the bot may not read the channel', async () => {
    const { discord } = await start(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply(interaction.targetMessage.content);
    });
    const { id } = discord.sendMessage('He said "no".');
    const checked = discord.messageCommand('Check quote', id);
    expect((await checked.settled()).content).toBe('He said "no".');
  });

  test('a button updates its message, and whoever holds the first interaction sees it', async () => {
    const { discord } = await start(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'page 1', components: [buttons('next')] });
      }
      if (interaction.isButton()) await interaction.update('page 2');
    });
    const asked = discord.slash('ask', { question: 'Who?' });
    const { id } = await asked.settled();
    const clicked = discord.click(id, 'Label next');
    expect((await clicked.settled()).content).toBe('page 2');
    expect(asked.message?.content).toBe('page 2');
    expect(clicked.callbackType).toBe(CallbackType.update);
  });

  test('a deferred update is settled by its edit', async () => {
    const { discord } = await start(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'page 1', components: [buttons('next')] });
      }
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'page 2', components: [] });
    });
    const { id } = await discord.slash('ask', { question: 'Who?' }).settled();
    const message = await discord.click(id, 'next').settled();
    expect([message.content, message.components]).toEqual(['page 2', []]);
  });

  test('a select menu', async () => {
    const menu = new StringSelectMenuBuilder()
      .setCustomId('pick')
      .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
    const { discord } = await start(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
        await interaction.reply({ content: 'choose', components: [row] });
      }
      if (interaction.isStringSelectMenu()) await interaction.update(`chose ${interaction.values.join()}`);
    });
    const { id } = await discord.slash('ask', { question: 'Who?' }).settled();
    expect((await discord.select(id, 'pick', ['2']).settled()).content).toBe('chose 2');
    expect(() => discord.select(id, 'pick', ['3'])).toThrow(/does not offer/u);
    expect(() => discord.select(id, 'pick', ['1', '2'])).toThrow(/number of values/u);
  });

  test('a select of channels', async () => {
    const menu = new ChannelSelectMenuBuilder().setCustomId('where').setMinValues(0).setMaxValues(2);
    const { discord } = await start(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const row = new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(menu);
        await interaction.reply({ content: 'choose', components: [row] });
      }
      if (!interaction.isChannelSelectMenu()) return;
      const names = interaction.channels.map((channel) => ('name' in channel ? channel.name : ''));
      await interaction.update(`chose ${names.join() || 'none'}`);
    });
    const { id } = await discord.slash('ask', { question: 'Who?' }).settled();
    const elsewhere = discord.addChannel('elsewhere');
    expect((await discord.select(id, 'where', [elsewhere]).settled()).content).toBe('chose elsewhere');
    expect((await discord.select(id, 'where', []).settled()).content).toBe('chose none');
    expect(() => discord.select(id, 'where', ['1'.repeat(18)])).toThrow(/Unknown Channel/u);
  });

  test('a modal is shown, filled in and submitted', async () => {
    const input = new TextInputBuilder()
      .setCustomId('quote')
      .setLabel('Quotation')
      .setStyle(TextInputStyle.Paragraph);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    const form = new ModalBuilder().setCustomId('form').setTitle('Check').addComponents(row);
    const { discord } = await start(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(form);
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('quote'));
    });
    const asked = await discord.slash('ask', { question: 'Who?' }).responded();
    expect(asked.modal?.title).toBe('Check');
    expect(() => discord.submitModal(asked, {})).toThrow(/must be filled in/u);
    expect((await discord.submitModal(asked, { quote: 'no' }).settled()).content).toBe('no');
    await expect(asked.settled()).rejects.toThrow(/without a message/u);
  });
});
