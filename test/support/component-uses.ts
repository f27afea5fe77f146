/** One use of every component: which message holds it, and what a person does there. By the component's kind. */
import { sourceKey } from '../../src/discord/render-settings.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import type { Interaction, Message } from '../../src/local-discord/local-discord.js';
import type { Use } from './uses.js';
import { QUESTION, TOPIC, type UsedBot } from './used-bot.js';
import { allComponents } from './replies.js';

export interface ComponentUse {
  /** Shows a message that holds the component, to the administrator. */
  readonly show: (bot: UsedBot) => Promise<Message>;
  /** The component's id, where the message need not have it: earlier versions put it there, or it comes later. */
  readonly id?: ((bot: UsedBot) => string) | undefined;
  /** What is chosen from it. */
  readonly values?: ((bot: UsedBot) => readonly string[]) | undefined;
  /** The kind of the button that opens it, and what is typed: it is a form. */
  readonly form?: { readonly opener: string; readonly fields: Readonly<Record<string, string>> } | undefined;
  /** What somebody is told who may not use it; undefined where everybody may who sees the message. */
  readonly refusal?: string | undefined;
  readonly messages?: number;
  /** How many records there are more, by the name of their table. */
  readonly rows?: Readonly<Record<string, number>>;
  readonly again?: Use['again'];
}

const ask =
  (question: string, isPrivate: boolean) =>
  ({ discord }: UsedBot): Promise<Message> =>
    discord.slash('ask', { question, private: isPrivate }, { user: discord.administrator }).settled();
const answer = ask(QUESTION, false);

const command =
  (name: string, options: Readonly<Record<string, string | boolean>> = {}) =>
  ({ discord }: UsedBot): Promise<Message> =>
    discord.slash(name, options, { user: discord.administrator }).settled();

const behind =
  (show: ComponentUse['show'], kind: string) =>
  async (bot: UsedBot): Promise<Message> => {
    const message = await show(bot);
    return useComponent(bot, kind, { show }, message).settled();
  };

/** More subjects than a page has. */
const SUBJECTS = [
  'What is the population of Taiwan?',
  'How old is Nancy Pelosi?',
  'When does the new bridge open?',
  'What is the price of bread?',
  'Who won the football match?',
  'Why did the mayor resign?',
  'Where is the nearest hospital?',
  'Which film won the award?',
  'How deep is the ocean?',
  'Is it going to rain tomorrow?',
];

const showGaps = (bot: UsedBot): Promise<Message> => {
  const { store, discord } = bot;
  for (const [at, question] of SUBJECTS.entries())
    store.gaps.add({ guildId: discord.guildId, question, reason: 'declined', receiptId: `AAAA000${at}` });
  return command('gaps')(bot);
};

/** A run that waits, so that it can be cancelled; what it shows is another message. */
const beginRun = async (bot: UsedBot): Promise<Message> => {
  const message = await command('articles')(bot);
  bot.hold();
  bot.running = bot.discord.slash('reindex', {}, { user: bot.discord.administrator });
  await bot.held();
  return message;
};

const settings = command('settings');
const { managersOnly } = ENGLISH.settings;
const oneSetting = { show: settings, rows: { settings: 1 }, refusal: managersOnly };

export const COMPONENT_USES: Readonly<Record<string, ComponentUse>> = {
  nearest: { show: answer, id: ({ reference }) => `nearest:1:${reference()}`, messages: 1 },
  context: { show: command('source', { quote: 'war games near Taiwan last August' }), messages: 1 },
  around: { show: answer, messages: 1 },
  'around-page': { show: behind(answer, 'around') },
  more: { show: answer, messages: 1 },
  'more-page': { show: behind(answer, 'more') },
  share: { show: ask(QUESTION, true), messages: 1, rows: { shown_messages: 1 } },
  dismiss: {
    show: answer,
    refusal: ENGLISH.reader.mayNotDismiss,
    messages: -1,
    rows: { shown_messages: -1 },
  },
  vote: { show: answer, messages: 1, rows: { votes: 1 } },
  about: { show: answer },
  'about-asked': {
    show: answer,
    form: { opener: 'about', fields: { question: 'And what was it for?' } },
    messages: 1,
    rows: { receipts: 1, shown_messages: 1 },
  },
  timeline: { show: command('timeline', { topic: TOPIC }) },
  'cancel-reindex': {
    show: beginRun,
    id: ({ running }) => `cancel-reindex:1:${running?.id}`,
    refusal: ENGLISH.run.administratorsOnly,
    // That the run is over.
    again: { messages: 1 },
  },
  'gaps-page': { show: showGaps, refusal: ENGLISH.gaps.administratorsOnly },
  'set-channels': { ...oneSetting, values: ({ discord }) => [discord.channelId] },
  'set-sources': { ...oneSetting, values: () => [sourceKey('Paper 3')] },
  'set-language': { ...oneSetting, values: () => ['fr'] },
  'set-keeping': { ...oneSetting, values: () => ['forever'] },
  'set-private': oneSetting,
  'set-follow-up': oneSetting,
  'type-sources': { show: settings, refusal: managersOnly },
  'typed-sources': { ...oneSetting, form: { opener: 'type-sources', fields: { names: 'paper 3' } } },
};

/** Uses a button or a select, as the administrator unless somebody else is named. */
export function useComponent(
  bot: UsedBot,
  kind: string,
  { id: forced, values }: ComponentUse,
  message: Message,
  user = bot.discord.administrator,
): Interaction {
  const { discord } = bot;
  if (forced !== undefined) return discord.click(message.id, forced(bot), { user, force: true });
  const id = idIn(message, kind);
  return values === undefined
    ? discord.click(message.id, id, { user })
    : discord.select(message.id, id, values(bot), { user });
}

/** Uses a component as the table says, its form included. */
export async function useShown(
  bot: UsedBot,
  kind: string,
  use: ComponentUse,
  message: Message,
): Promise<() => Interaction> {
  const { form } = use;
  if (form === undefined) return () => useComponent(bot, kind, use, message);
  const opened = await useComponent(bot, form.opener, { show: use.show }, message).responded();
  return () => bot.discord.submitModal(opened, form.fields);
}

/** Of several with the same kind the first that can be used. */
export function idIn(message: Message, kind: string): string {
  const usable = allComponents(message.components).filter(({ disabled }) => disabled !== true);
  const found = usable.find(({ custom_id: id }) => id?.startsWith(`${kind}:`) === true);
  if (found?.custom_id === undefined) throw new Error(`The message has no component of the kind ${kind}.`);
  return found.custom_id;
}
