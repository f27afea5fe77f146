/** An interaction as the gateway sends it, and where its reply will stand. */
import { UPLOAD_BYTES } from './limits.js';
import { MessageType, type Message } from './message.js';
import type { Placement } from './messages.js';
import { channelPayload, memberPayload } from './payloads.js';
import { isDirect, type Channel, type User, type World } from './world.js';

/** Who acts, and where. */
export interface Scene {
  readonly user: User;
  readonly channel: Channel;
  readonly locale: string;
  /** The person has installed the bot, and the guild has not. */
  readonly isBrought?: boolean;
}

/** What a person does. */
export interface Act {
  readonly type: number;
  readonly scene: Scene;
  readonly data: Readonly<Record<string, unknown>>;
  /** The message whose component is used. */
  readonly source?: Message;
  /** Type of the message that replies. */
  readonly replyType?: number;
  /** The message on which a command is used. */
  readonly targetId?: string;
  /** Autocomplete on a number. */
  readonly isNumeric?: boolean;
}

const GUILD_CONTEXT = 0;
const DIRECT_CONTEXT = 1;

export function placeReply(
  { type, scene, replyType, targetId, source }: Act,
  id: string,
  world: World,
): Placement {
  const { bot } = world;
  const interaction_metadata = {
    id,
    type,
    user: scene.user,
    authorizing_integration_owners: ownersOf(scene, world),
    ...(targetId !== undefined && { target_message_id: targetId }),
    ...(source !== undefined && { interacted_message_id: source.id }),
  };
  const extra = { application_id: bot.id, webhook_id: bot.id, interaction_metadata };
  return { channelId: scene.channel.id, author: bot, type: replyType ?? MessageType.default, extra };
}

/** All that an interaction carries beside its id and token. */
export function createEnvelope({ type, scene, data, source }: Act, world: World): Record<string, unknown> {
  const { user, channel, locale } = scene;
  const permissions = String(world.permissionsOf(user.id));
  const direct = isDirect(channel);
  return {
    application_id: world.bot.id,
    type,
    version: 1,
    data,
    ...(direct ? { user } : guildFields(user, permissions, world)),
    ...(source !== undefined && { message: source }),
    channel_id: channel.id,
    channel: { ...channelPayload(world, channel), ...(!direct && { permissions }) },
    app_permissions: String(world.botPermissions),
    locale,
    entitlements: [],
    authorizing_integration_owners: ownersOf(scene, world),
    context: direct ? DIRECT_CONTEXT : GUILD_CONTEXT,
    attachment_size_limit: UPLOAD_BYTES,
  };
}

function guildFields(user: User, permissions: string, world: World): Record<string, unknown> {
  return {
    guild_id: world.guildId,
    guild: { id: world.guildId, locale: world.locale, features: [] },
    guild_locale: world.locale,
    member: { ...memberPayload(world, user.id), permissions },
  };
}

/** Whose installation lets the bot act here: the guild's (`0` stands for a direct channel), or the person's. */
function ownersOf({ channel, user, isBrought }: Scene, world: World): Readonly<Record<string, string>> {
  if (isBrought === true) return { 1: user.id };
  return { 0: isDirect(channel) ? '0' : world.guildId };
}
