/** What a person does on the page. Each body is parsed; what the client would refuse is refused in words. */
import { z } from 'zod';
import { ApiError } from './api-error.js';
import { parseCommandText } from './command-text.js';
import { CONTENT_LENGTH } from './limits.js';
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
};

type Action = (body: unknown) => Promise<object> | object;

/** The actions by the last part of their address. */
export function pageActions(view: PageView, events: PageEvents): Readonly<Record<string, Action>> {
  const { person, interactions } = view.parts;
  return {
    slash: (body) => {
      const { name, options, ...where } = read(bodies.slash, body);
      return begun(person.slash(name, options, acting(view, where)));
    },
    'command-text': (body) => runText(view, read(bodies.commandText, body)),
    autocomplete: async (body) => {
      const { name, focused, value, others, ...where } = read(bodies.autocomplete, body);
      return { choices: await person.autocomplete(name, focused, value, { ...acting(view, where), others }) };
    },
    'message-command': (body) => {
      const { name, messageId, user } = read(bodies.messageCommand, body);
      return begun(person.messageCommand(name, messageId, onSeen(view, messageId, user)));
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
  };
}

/**
 * Runs what would be refused by the client as well: whoever types `/reindex` without the right shall see the bot itself
 * refuse, as it would where a server's owner has changed who is offered it.
 */
function runText(view: PageView, { text, ...where }: z.infer<typeof bodies.commandText>): object {
  const { person, world, commands } = view.parts;
  const who = acting(view, where);
  const parsed = parseCommandText(
    text,
    commandsIn(commands, world, view.channel(who.channel, view.user(who.user))),
  );
  if (parsed.kind === 'problem') throw new PageError(400, parsed.words);
  return begun(person.slash(parsed.name, parsed.options, { ...who, force: true }));
}

function dismiss(view: PageView, events: PageEvents, messageId: string, user: User): void {
  const { channel_id } = view.dismiss(messageId, user);
  events.tellDismissed(messageId, channel_id, user);
}

/** Nobody can act as the bot, or where they are not. */
function acting(view: PageView, where: { user: string; channel: string }): Acting & { user: string } {
  const user = view.user(where.user);
  return { user: user.id, channel: view.channel(where.channel, user).id };
}

function onSeen(view: PageView, messageId: string, userId: string): Acting {
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
