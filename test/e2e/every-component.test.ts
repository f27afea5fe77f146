/** Every button, select and form says in words why it does nothing: for old ones, for other people, and when its message is gone. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { components } from '../../src/discord/components/index.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { MessageFlag, type Interaction, type Message } from '../../src/local-discord/local-discord.js';
import {
  COMPONENT_USES,
  idIn,
  useComponent,
  useShown,
  type ComponentUse,
} from '../support/component-uses.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';
import { startUsedBot, type UsedBot } from '../support/used-bot.js';
import { answered } from '../support/uses.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: UsedBot;

beforeAll(async () => {
  bot = await startUsedBot(folder, embedder);
});
beforeEach(() => bot.store.forgetServer(bot.discord.guildId));
afterEach(async () => {
  bot.release();
  await bot.running?.settled();
  bot.running = undefined;
});
afterAll(() => bot.stop());

const textOf = (message: Message | undefined): string => textsOf(message ?? { components: [] }).join('\n');
const isPrivate = (message: Message | undefined): boolean =>
  ((message?.flags ?? 0) & MessageFlag.ephemeral) !== 0;

/** A message of somebody's own, on which anything can be pressed. */
const ownMessage = (user: string): Promise<Message> => bot.discord.slash('articles', {}, { user }).settled();

/** What one person was told beside the message that was used. */
async function told(interaction: Interaction, source: Message): Promise<string> {
  await answered(interaction);
  const [further] = interaction.followUps;
  const reply = interaction.message?.id === source.id ? further : (further ?? interaction.message);
  expect(isPrivate(reply)).toBe(true);
  return textOf(reply);
}

describe.each(components.map(({ kind }) => kind))('%s', (kind) => {
  test.each([`${kind}:9999`, `${kind}:1:a:b:c:d:e:f:g`])('of another version says so: %s', async (id) => {
    const message = await ownMessage(bot.discord.member);
    const used = bot.discord.click(message.id, id, { force: true });
    expect(await told(used, message)).toBe(ENGLISH.general.outdated);
  });
});

const USES = Object.entries(COMPONENT_USES);

test.each(USES.filter(([, { refusal }]) => refusal !== undefined))(
  '%s, used by somebody who may not, changes nothing and says so',
  async (kind, use) => {
    const { discord } = bot;
    const stranger = discord.addMember('Stranger');
    const message = await use.show(bot);
    const own = await ownMessage(stranger); // answered after it: what was shown is noted by then
    const pressed = isPrivate(message) ? own : message;
    const before = bot.countRows();
    const used = await useAsStranger(kind, use, { shown: message, pressed }, stranger);
    expect(await told(used, pressed)).toBe(use.refusal);
    expect(discord.messages().some(({ id }) => id === message.id)).toBe(true);
    expect(bot.countRows()).toEqual(before);
  },
);

/** Who does not see a message cannot press on it; rights may be lost with the message still there, which is the same for the bot. */
async function useAsStranger(
  kind: string,
  { id, form, show }: ComponentUse,
  { shown, pressed }: { readonly shown: Message; readonly pressed: Message },
  user: string,
): Promise<Interaction> {
  if (form === undefined)
    return bot.discord.click(pressed.id, id?.(bot) ?? idIn(shown, kind), { user, force: true });
  const opened = await useComponent(bot, form.opener, { show }, shown).responded();
  return bot.discord.submitModal(opened, form.fields, { user });
}

test.each(
  USES.filter(([, { refusal, show }]) => refusal === undefined && show !== COMPONENT_USES['share']?.show),
)('%s of a message that everybody sees answers whoever uses it', async (kind, use) => {
  const message = await use.show(bot);
  if (isPrivate(message)) return; // Discord shows it to one person
  const stranger = bot.discord.addMember('Stranger');
  const opened =
    use.form && (await useComponent(bot, use.form.opener, { show: use.show }, message, stranger).responded());
  const used =
    opened === undefined
      ? useComponent(bot, kind, use, message, stranger)
      : bot.discord.submitModal(opened, use.form?.fields ?? {});
  await answered(used);
  expect(used.modal?.title ?? textOf(used.message)).not.toBe('');
});

/** What was wanted has happened, or the answer stands elsewhere. */
const NOTHING_TO_SAY = ['dismiss', 'cancel-reindex'];

test.each(USES.filter(([kind]) => !NOTHING_TO_SAY.includes(kind)))(
  '%s of a message that is gone meanwhile answers in words, or says that it is gone',
  async (kind, use) => {
    const message = await use.show(bot);
    const act = await useShown(bot, kind, use, message);
    const used = act();
    bot.discord.removeMessage(message.id);
    await answered(used);
    const words = used.modal?.title ?? [used.message, ...used.followUps].map(textOf).join('');
    expect(words).not.toBe('');
  },
);

test.each(NOTHING_TO_SAY)('%s of a message that is gone meanwhile does no harm', async (kind) => {
  const use = COMPONENT_USES[kind];
  if (use === undefined) throw new Error(`There is no use of ${kind}.`);
  const message = await use.show(bot);
  const used = useComponent(bot, kind, use, message);
  bot.discord.removeMessage(message.id);
  await used.responded();
  expect(used.refusals).toEqual([]);
});
