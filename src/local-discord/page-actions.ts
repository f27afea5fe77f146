/** What a person does on the page. Each body is parsed; what the client would refuse is refused in words. */
import { z } from 'zod';
import { ApiError } from './api-error.js';
import { parseCommandText } from './command-text.js';
import type { Command } from './commands.js';
import { LANGUAGES } from './languages.js';
import { CONTENT_LENGTH } from './limits.js';
import { localizeCommand, namesOfBot } from './localize-commands.js';
import { PageError } from './page-error.js';
import type { PageEvents } from './page-events.js';
import type { PageView } from './page-view.js';
import type { Acting } from './person.js';
import { commandsIn } from './usable-commands.js';
import type { User } from './world.js';

const id = z.string().min(1);
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const inChannel = z.object({ user: id, channel: id });
const onMessage = z.object({ user: id, messageId: id });

const bodies = {
  slash: inChannel.extend({ name: z.string(), options: values.default({}) }),
  commandText: inChannel.extend({ text: z.string() }),
  autocomplete: inChannel.extend({
    name: z.string(),
    focused: z.string(),
    value: z.string(),
    others: values.default({}),
  }),
  messageCommand: onMessage.extend({ name: z.string() }),
  click: onMessage.extend({ customId: z.string() }),
  select: onMessage.extend({ customId: z.string(), values: z.array(z.string()) }),
  modal: z.object({ user: id, interaction: id, values: z.record(z.string(), z.string()) }),
  message: inChannel.extend({
    content: z.string().trim().min(1, 'A message needs a text.').max(CONTENT_LENGTH),
    replyTo: id.optional(),
  }),
  dismiss: onMessage,
  language: z.object({ user: id, language: z.enum(LANGUAGES.map(({ tag }) => tag)) }),
};

type Action = (body: unknown) => Promise<object> | object;

/** The actions by the last part of their address. */
export function pageActions(view: PageView, events: PageEvents): Readonly<Record<string, Action>> {
  const { person, interactions } = view.parts;
  return {
    slash: (body) => {
      const { name, options, ...where } = read(bodies.slash, body);
      const used = named(view, where, { name, values: options });
      return begun(person.slash(used.name, used.values, acting(view, where)));
    },
    'command-text': (body) => runText(view, read(bodies.commandText, body)),
    autocomplete: async (body) => {
      const { name, focused, value, others, ...where } = read(bodies.autocomplete, body);
      const used = named(view, where, { name, values: others });
      const [option = focused] = Object.keys(named(view, where, { name, values: { [focused]: '' } }).values);
      const who = { ...acting(view, where), others: used.values };
      return { choices: await person.autocomplete(used.name, option, value, who) };
    },
    'message-command': (body) => {
      const { name, messageId, user } = read(bodies.messageCommand, body);
      const who = onSeen(view, messageId, user);
      const used = named(view, who, { name, values: {} });
      return begun(person.messageCommand(used.name, messageId, who));
    },
    click: (body) => {
      const { messageId, customId, user } = read(bodies.click, body);
      return begun(person.click(messageId, customId, onSeen(view, messageId, user)));
    },
    select: (body) => {
      const { messageId, customId, values, user } = read(bodies.select, body);
      return begun(person.select(messageId, customId, values, onSeen(view, messageId, user)));
    },
    modal: (body) => {
      const { interaction, values, user } = read(bodies.modal, body);
      const opened = interactions.withId(interaction);
      if (opened?.start.userId !== view.user(user).id) throw new PageError(404, 'There is no such form.');
      return begun(person.submitModal(opened, values));
    },
    message: (body) => {
      const { content, replyTo, ...where } = read(bodies.message, body);
      if (replyTo !== undefined) view.message(replyTo, view.user(where.user));
      const reply = replyTo === undefined ? {} : { replyTo };
      return { message: person.sendMessage(content, { ...acting(view, where), ...reply }).id };
    },
    dismiss: (body) => {
      const { messageId, user } = read(bodies.dismiss, body);
      dismiss(view, events, messageId, view.user(user));
      return {};
    },
    language: (body) => {
      const { user, language } = read(bodies.language, body);
      view.parts.world.setLanguage(view.user(user).id, language);
      return {};
    },
  };
}

/**
 * Runs what would be refused by the client as well: whoever types `/reindex` without the right shall see the bot itself
 * refuse, as it would where a server's owner has changed who is offered it.
 */
function runText(view: PageView, { text, ...where }: z.infer<typeof bodies.commandText>): object {
  const who = acting(view, where);
  const parsed = parseCommandText(text, [...localizedIn(view, who), ...knownIn(view, who)]);
  if (parsed.kind === 'problem') throw new PageError(400, parsed.words);
  const used = named(view, where, { name: parsed.name, values: parsed.options });
  return begun(view.parts.person.slash(used.name, used.values, { ...who, force: true }));
}

type Where = { readonly user: string; readonly channel: string };

/** All commands of a channel, also those that the person may not use. */
function knownIn(view: PageView, { user, channel }: Where): Command[] {
  const { world, commands } = view.parts;
  return commandsIn(commands, world, view.channel(channel, view.user(user)));
}

function localizedIn(view: PageView, where: Where): Command[] {
  const language = view.parts.world.languageOf(where.user);
  return knownIn(view, where).map((command) => localizeCommand(command, language));
}

/** The page knows commands by the names that it shows. */
function named(
  view: PageView,
  where: Where,
  used: Parameters<typeof namesOfBot>[2],
): ReturnType<typeof namesOfBot> {
  return namesOfBot(knownIn(view, where), view.parts.world.languageOf(where.user), used);
}

function dismiss(view: PageView, events: PageEvents, messageId: string, user: User): void {
  const { channel_id } = view.dismiss(messageId, user);
  events.tellDismissed(messageId, channel_id, user);
}

/** Nobody can act as the bot, or where they are not. */
function acting(view: PageView, where: Where): Acting & Where {
  const user = view.user(where.user);
  return { user: user.id, channel: view.channel(where.channel, user).id };
}

function onSeen(view: PageView, messageId: string, userId: string): Acting & Where {
  const user = view.user(userId);
  return { user: user.id, channel: view.message(messageId, user).channel_id };
}

function begun(interaction: { readonly id: string }): object {
  return { interaction: interaction.id };
}

function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  const words = error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new PageError(400, words.join('; '));
}

/** What the person's client would say; anything else that is thrown is a mistake in this server. */
export function wordsOf(error: unknown): { status: number; words: string } | undefined {
  if (error instanceof PageError) return { status: error.status, words: error.message };
  const isExpected = error instanceof Error && (error.name === 'Error' || error instanceof ApiError);
  return isExpected ? { status: 400, words: error.message } : undefined;
}
