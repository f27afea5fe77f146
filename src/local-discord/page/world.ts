/** What the page is told when it opens: who is there, where, and what was said. */
import { parseCommands, type Command } from './commands.js';
import { Fields, parseText } from './fields.js';
import { parseMessage, type Message } from './messages.js';

export interface Bot {
  readonly id: string;
  readonly name: string;
  readonly isConnected: boolean;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly isAdministrator: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isDirect: boolean;
}

export interface Language {
  readonly tag: string;
  readonly name: string;
}

export interface World {
  readonly bot: Bot;
  readonly guild: { readonly id: string; readonly name: string };
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
  /** In which the person has the client, by its tag, and which there are. */
  readonly language: string;
  readonly languages: readonly Language[];
}

export interface Snapshot {
  readonly world: World;
  readonly commands: readonly Command[];
  readonly messages: readonly Message[];
  /** Texts to try, offered above the first message; the server may leave them out. */
  readonly examples: readonly string[];
}

export function parseSnapshot(value: unknown, where: string): Snapshot {
  const from = new Fields(value, where);
  const world = {
    bot: from.child('bot', parseBot),
    guild: from.child('guild', parseGuild),
    members: from.list('members', parseMember),
    channels: from.list('channels', parseChannel),
    language: from.text('language'),
    languages: from.list('languages', parseLanguage),
  };
  return {
    world,
    commands: from.child('commands', parseCommands),
    messages: from.list('messages', parseMessage),
    examples: from.list('examples', parseText),
  };
}

function parseBot(value: unknown, where: string): Bot {
  const from = new Fields(value, where);
  return { id: from.text('id'), name: from.text('name'), isConnected: from.flag('isConnected') };
}

function parseGuild(value: unknown, where: string): World['guild'] {
  const from = new Fields(value, where);
  return { id: from.text('id'), name: from.text('name') };
}

function parseMember(value: unknown, where: string): Member {
  const from = new Fields(value, where);
  return { id: from.text('id'), name: from.text('name'), isAdministrator: from.flag('isAdministrator') };
}

function parseChannel(value: unknown, where: string): Channel {
  const from = new Fields(value, where);
  return { id: from.text('id'), name: from.text('name'), isDirect: from.flag('isDirect') };
}

function parseLanguage(value: unknown, where: string): Language {
  const from = new Fields(value, where);
  return { tag: from.text('tag'), name: from.text('name') };
}
