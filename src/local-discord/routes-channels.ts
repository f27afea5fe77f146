/** Channels and the messages that the bot sends, reads, edits and deletes there without an interaction. */
import { missingAccess, missingPermissions, unknownMessage } from './api-error.js';
import * as limits from './limits.js';
import { isEphemeral, type Message } from './message.js';
import type { MessageStore } from './messages.js';
import { channelPayload } from './payloads.js';
import { parseBody } from './problems.js';
import type { Call, Route } from './rest.js';
import { messageCreate, messageEdit, type MessageCreate } from './validate-messages.js';
import { asSeenByBot } from './visibility.js';
import { isDirect, Permission, type Channel, type World } from './world.js';

const CHANNEL = '/channels/{channel_id}';
const MESSAGE = `${CHANNEL}/messages/{message_id}`;
const DEFAULT_PAGE = 50;

export function channelRoutes(world: World, messages: MessageStore): Route[] {
  const channelOf = ({ parameter }: Call): Channel => world.channel(parameter('channel_id'));
  const messageOf = (call: Call): Message => {
    const message = messages.get(call.parameter('message_id'), permit(world, channelOf(call)).id);
    if (isEphemeral(message)) throw unknownMessage();
    return message;
  };
  return [
    {
      method: 'GET',
      template: CHANNEL,
      handle: (call) => ({ body: channelPayload(world, channelOf(call)) }),
    },
    {
      method: 'POST',
      template: `${CHANNEL}/typing`,
      handle: (call) => (permit(world, channelOf(call), Permission.sendMessages), {}),
    },
    {
      method: 'GET',
      template: `${CHANNEL}/messages`,
      handle: (call) => {
        const { id } = permit(world, channelOf(call), Permission.readHistory);
        const visible = messages.list(id).filter((message) => !isEphemeral(message));
        const page = visible.toReversed().slice(0, pageSize(call));
        return { body: page.map((message) => asSeenByBot(message, world)) };
      },
    },
    {
      method: 'POST',
      template: `${CHANNEL}/messages`,
      handle: (call) => ({ body: send(world, messages, channelOf(call), call) }),
    },
    { method: 'GET', template: MESSAGE, handle: (call) => ({ body: asSeenByBot(messageOf(call), world) }) },
    {
      method: 'PATCH',
      template: MESSAGE,
      handle: (call) => {
        const { id } = messageOf(call);
        return { body: messages.edit(id, parseBody(messageEdit, call.body), call.files) };
      },
    },
    {
      method: 'DELETE',
      template: MESSAGE,
      handle: (call) => {
        const message = messageOf(call);
        if (message.author.id !== world.bot.id) throw missingPermissions();
        messages.delete(message.id);
        return {};
      },
    },
  ];
}

function send(world: World, messages: MessageStore, channel: Channel, { body, files }: Call): Message {
  permit(world, channel, Permission.sendMessages);
  if (files.length > 0) permit(world, channel, Permission.attachFiles);
  const content = parseBody(messageCreate, body);
  const sent = findRepeated(messages, world, content);
  if (sent !== undefined) return sent;
  const reference = content.message_reference ?? undefined;
  const target = reference && messages.find(reference.message_id);
  if (reference !== undefined && target === undefined && reference.fail_if_not_exists !== false) {
    throw unknownMessage();
  }
  const placement = { channelId: channel.id, author: world.bot };
  return messages.create(
    content,
    files,
    target === undefined ? placement : { ...placement, replyTo: target },
  );
}

/** A request that is tried again after its answer was lost must not send a second message. */
function findRepeated(
  messages: MessageStore,
  { bot }: World,
  { nonce, enforce_nonce }: MessageCreate,
): Message | undefined {
  if (enforce_nonce !== true || nonce === undefined || nonce === null) return undefined;
  return messages.withNonce(nonce, bot);
}

/** @throws ApiError 50001 or 50013 when the bot lacks a right in a guild's channel. */
function permit(world: World, channel: Channel, right: bigint = Permission.viewChannel): Channel {
  if (isDirect(channel)) return channel;
  const rights = world.permissionsOf(world.bot.id);
  if ((rights & Permission.viewChannel) === 0n) throw missingAccess();
  if ((rights & right) === 0n) throw missingPermissions();
  return channel;
}

function pageSize({ query }: Call): number {
  const wanted = Number(query.get('limit') ?? DEFAULT_PAGE);
  return Math.min(Math.max(1, wanted), limits.MESSAGES_A_PAGE);
}
