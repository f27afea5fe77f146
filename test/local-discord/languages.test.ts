/** A person's language: commands have other names in it, which lead to the same command, and the bot is told. */
import { ApplicationCommandOptionType, ApplicationCommandType, type Interaction } from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { namesOfBot } from '../../src/local-discord/localize-commands.js';
import { PageClient } from '../support/page-client.js';
import { startBot, type Bot } from '../support/stock-client.js';

const named = (name: string, de: string) => ({ name, name_localizations: { de } });
const described = (text: string, de: string) => ({ description: text, description_localizations: { de } });
const COMMANDS = [
  {
    ...named('ask', 'fragen'),
    ...described('Asks something', 'Fragt etwas'),
    options: [
      {
        ...named('question', 'frage'),
        ...described('What to ask', 'Was gefragt wird'),
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
      },
      { name: 'private', description: 'Who sees it', type: ApplicationCommandOptionType.Boolean },
    ],
  },
  { ...named('Check quote', 'Zitat prüfen'), type: ApplicationCommandType.Message },
] as const;

let bot: Bot;
let page: PageClient;
let here: { readonly user: string; readonly channel: string };

beforeEach(async () => {
  bot = await startBot(answer);
  await bot.client.application.commands.set(COMMANDS.map((command) => ({ ...command })));
  page = new PageClient(bot.discord.pageUrl);
  here = { user: bot.discord.member, channel: bot.discord.channelId };
});

async function answer(interaction: Interaction): Promise<void> {
  const { locale } = interaction;
  if (interaction.isAutocomplete()) await interaction.respond([{ name: locale, value: locale }]);
  else if (interaction.isMessageContextMenuCommand()) await interaction.reply(`checked in ${locale}`);
  else if (interaction.isChatInputCommand())
    await interaction.reply(`${interaction.options.getString('question')} in ${locale}`);
}

const said = async (words: string): Promise<unknown> =>
  bot.discord.whenSent(({ content }) => content === words);

describe('a person who has the client in German', () => {
  beforeEach(async () => void (await page.post('language', { user: here.user, language: 'de' })));

  test('is shown commands and options by their German names, and others are not', async () => {
    const state = await page.state({ user: here.user });
    expect(state.language).toBe('de');
    expect(state.commands).toMatchObject([
      { name: 'fragen', description: 'Fragt etwas', options: [{ name: 'frage' }, { name: 'private' }] },
      { name: 'Zitat prüfen' },
    ]);
    const other = await page.state({ user: bot.discord.administrator });
    expect([other.language, other.commands[0]?.name]).toEqual(['en-US', 'ask']);
  });

  test('uses them by these names; the bot hears its own, and the language', async () => {
    await page.post('slash', { ...here, name: 'fragen', options: { frage: 'Wer?', private: true } });
    await said('Wer? in de');
    const typing = { ...here, name: 'fragen', focused: 'frage', value: 'W', others: { private: true } };
    expect(await page.post('autocomplete', typing)).toMatchObject({ choices: [{ name: 'de' }] });
    const { id } = bot.discord.sendMessage('words');
    await page.post('message-command', { user: here.user, messageId: id, name: 'Zitat prüfen' });
    await said('checked in de');
  });

  test('may type a command by either name', async () => {
    await page.post('command-text', { ...here, text: '/fragen frage:Wer kam?' });
    await said('Wer kam? in de');
    await page.post('command-text', { ...here, text: '/ask question:Who came?' });
    await said('Who came? in de');
  });
});

test('a language that Discord does not have is refused', async () => {
  expect((await page.post('language', { user: here.user, language: 'tlh' })).status).toBe(400);
  expect((await page.state({ user: here.user })).language).toBe('en-US');
});

test('names of subcommands are found, too, and what is not known stays as it is', () => {
  const branch = {
    type: 1,
    ...named('add', 'neu'),
    description: 'x',
    options: [{ type: 3, ...named('name', 'titel'), description: 'x' }],
  };
  const [ask] = bot.discord.commands();
  if (ask === undefined) throw new Error('The command is missing.');
  const commands = [{ ...ask, ...named('list', 'liste'), options: [branch] }];
  const used = { name: 'liste neu', values: { titel: 'A', other: 1 } };
  expect(namesOfBot(commands, 'de', used)).toEqual({ name: 'list add', values: { name: 'A', other: 1 } });
  expect(namesOfBot(commands, 'fr', used)).toEqual(used);
});
