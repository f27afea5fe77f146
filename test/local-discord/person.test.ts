/** What Discord's client would not let a person do. */
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startBot } from '../support/stock-client.js';

const nothing = (): Promise<void> => Promise.resolve();

describe('commands', () => {
  test('an ordinary member is not offered what is for administrators, but can be made to send it', async () => {
    const { discord } = await startBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(String(interaction.memberPermissions?.has('Administrator')));
    });
    expect(() => discord.slash('reindex')).toThrow(/may not use/u);
    const user = discord.administrator;
    expect((await discord.slash('reindex', {}, { user }).settled()).content).toBe('true');
    expect((await discord.slash('reindex', {}, { force: true }).settled()).content).toBe('false');
  });

  test.each([
    ['an unknown command', 'nothing', {}, /no command/u],
    ['a missing option', 'ask', {}, /"question" is missing/u],
    ['an unknown option', 'ask', { question: 'x', other: 'y' }, /no option "other"/u],
    ['a value of another type', 'ask', { question: 5 }, /cannot be sent as number/u],
    ['a string that is too long', 'ask', { question: 'x'.repeat(301) }, /out of its bounds/u],
  ])('%s is an error', async (_name, command, options, message) => {
    const { discord } = await startBot(nothing);
    expect(() => discord.slash(command, options)).toThrow(message);
  });

  test('autocomplete needs an option that has it', async () => {
    const { discord } = await startBot(nothing);
    await expect(discord.autocomplete('ask', 'question', 'x')).rejects.toThrow(/no autocomplete/u);
  });

  test('many people may ask at once', async () => {
    const { discord } = await startBot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.user.username);
    });
    const people = Array.from({ length: 50 }, (_, at) => discord.addMember(`person-${at}`));
    const asked = people.map((user) => discord.slash('ask', { question: 'Who?' }, { user }));
    const answers = await Promise.all(asked.map((one) => one.settled()));
    expect(answers.map(({ content }) => content)).toEqual(people.map((_, at) => `person-${at}`));
  });
});

describe('controls', () => {
  test('only who sees a message can use it; disabled buttons and links cannot be used', async () => {
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('yes').setLabel('Yes').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('no').setLabel('No').setStyle(ButtonStyle.Danger).setDisabled(true),
      new ButtonBuilder().setURL('https://example.org').setLabel('Link').setStyle(ButtonStyle.Link),
    );
    const { discord } = await startBot(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'x', components: [row], flags: MessageFlags.Ephemeral });
      }
      if (interaction.isButton()) await interaction.update({ content: 'done', components: [] });
    });
    const { id } = await discord.slash('ask', { question: 'Who?' }).settled();
    expect(() => discord.click(id, 'Yes', { user: discord.administrator })).toThrow(/does not see/u);
    expect(() => discord.click(id, 'No')).toThrow(/disabled/u);
    expect(() => discord.click(id, 'Link')).toThrow(/is a link/u);
    expect(() => discord.click(id, 'Maybe')).toThrow(/nothing named/u);
    expect((await discord.click(id, 'Yes').settled()).content).toBe('done');
  });

  test('a button of an earlier version can be pressed although it is gone', async () => {
    const { discord } = await startBot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('x');
      if (interaction.isButton()) await interaction.reply(interaction.customId);
    });
    const { id } = await discord.slash('ask', { question: 'Who?' }).settled();
    expect(() => discord.click(id, 'old:1')).toThrow(/nothing named/u);
    expect((await discord.click(id, 'old:1', { force: true }).settled()).content).toBe('old:1');
  });
});
