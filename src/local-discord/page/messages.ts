/** Messages as the server sends them: Discord's JSON, and what the client adds to it on the screen. */
import { parsePart, type Part } from './components.js';
import { Fields, parseNumber, parseText } from './fields.js';

/** Type of a message that answers a slash command. */
const SLASH_ANSWER = 20;

export interface Author {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface File {
  readonly name: string;
  readonly size: number;
  readonly url: string;
}

export interface Embed {
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly description: string | undefined;
  readonly color: number | undefined;
  readonly author: string | undefined;
  readonly footer: string | undefined;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly author: Author;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly isEdited: boolean;
  readonly content: string;
  readonly parts: readonly Part[];
  readonly embeds: readonly Embed[];
  readonly files: readonly File[];
  /** Ids of users that it pings. */
  readonly pings: readonly string[];
  readonly isEphemeral: boolean;
  /** A deferred answer that has not come yet. */
  readonly isLoading: boolean;
  /** The command's name as it is written: with a slash, if it is used so. */
  readonly invokedBy: { readonly userName: string; readonly commandName: string } | undefined;
  readonly replyTo:
    | { readonly id: string; readonly authorName: string; readonly excerpt: string }
    | undefined;
}

export function parseMessage(value: unknown, where: string): Message {
  const from = new Fields(value, where);
  return {
    id: from.text('id'),
    channelId: from.text('channel_id'),
    author: from.child('author', parseAuthor),
    timestamp: from.text('timestamp'),
    isEdited: from.maybe('edited_timestamp', parseText) !== undefined,
    content: from.text('content'),
    parts: from.list('components', parsePart),
    embeds: from.list('embeds', parseEmbed),
    files: from.list('attachments', parseFile),
    pings: from.list('mentions', (user, at) => new Fields(user, at).text('id')),
    isEphemeral: from.flag('isEphemeral'),
    isLoading: from.flag('isLoading'),
    invokedBy: from.maybe('invokedBy', (value, at) => parseInvocation(value, at, from.number('type'))),
    replyTo: from.maybe('replyTo', parseReply),
  };
}

function parseAuthor(value: unknown, where: string): Author {
  const from = new Fields(value, where);
  const name = from.maybe('global_name', parseText) ?? from.text('username');
  return { id: from.text('id'), name, isBot: from.flag('bot') };
}

function parseFile(value: unknown, where: string): File {
  const from = new Fields(value, where);
  return { name: from.text('filename'), size: from.number('size'), url: from.text('url') };
}

function parseInvocation(value: unknown, where: string, type: number): Message['invokedBy'] {
  const from = new Fields(value, where);
  const name = from.text('commandName');
  return { userName: from.text('userName'), commandName: type === SLASH_ANSWER ? `/${name}` : name };
}

function parseReply(value: unknown, where: string): Message['replyTo'] {
  const from = new Fields(value, where);
  return { id: from.text('id'), authorName: from.text('authorName'), excerpt: from.text('excerpt') };
}

function parseEmbed(value: unknown, where: string): Embed {
  const from = new Fields(value, where);
  return {
    title: from.maybe('title', parseText),
    url: from.maybe('url', parseText),
    description: from.maybe('description', parseText),
    color: from.maybe('color', parseNumber),
    author: from.maybe('author', (author, at) => new Fields(author, at).text('name')),
    footer: from.maybe('footer', (footer, at) => new Fields(footer, at).text('text')),
    fields: from.list('fields', (field, at) => {
      const own = new Fields(field, at);
      return { name: own.text('name'), value: own.text('value') };
    }),
  };
}
