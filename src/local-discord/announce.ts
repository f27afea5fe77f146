/** What the gateway tells clients: at the beginning of a session, and when a message changes. */
import { Intent, type Gateway, type GatewayEvent, type Greeting } from './gateway.js';
import { isEphemeral, type Message } from './message.js';
import type { MessageEvent } from './messages.js';
import { guildCreatePayload, memberPayload } from './payloads.js';
import { asSeenByBot } from './visibility.js';
import { isDirect, type World } from './world.js';

const EVENT_NAMES = {
  created: 'MESSAGE_CREATE',
  edited: 'MESSAGE_UPDATE',
  deleted: 'MESSAGE_DELETE',
} as const;

export function greet(world: World, intents: number): Greeting {
  const ready = {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null },
    guilds: [{ id: world.guildId, unavailable: true }],
    private_channels: [],
    relationships: [],
    presences: [],
    application: { id: world.bot.id, flags: 0 },
  };
  const guild: GatewayEvent = { t: 'GUILD_CREATE', d: guildCreatePayload(world) };
  return { ready, guilds: (intents & Intent.guilds) === 0 ? [] : [guild] };
}

/** Tells clients of a message, unless only one person sees it. */
export function announce({ kind, message }: MessageEvent, world: World, gateway: Gateway): void {
  if (isEphemeral(message)) return;
  const { id, channel_id } = message;
  const channel = world.channel(channel_id);
  const guild = isDirect(channel) ? {} : { guild_id: world.guildId };
  const content =
    kind === 'deleted'
      ? { id, channel_id }
      : { ...asSeenByBot(message, world), ...authorMember(message, world), channel_type: channel.type };
  const intent = isDirect(channel) ? Intent.directMessages : Intent.guildMessages;
  gateway.dispatch({ t: EVENT_NAMES[kind], d: { ...content, ...guild } }, intent);
}

/** The author as a member, without the user, who is in the message already. */
function authorMember({ author, channel_id }: Message, world: World): { member?: object } {
  if (isDirect(world.channel(channel_id))) return {};
  const { user: _inMessage, ...member } = memberPayload(world, author.id);
  return { member };
}
