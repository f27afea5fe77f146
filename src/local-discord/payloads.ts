/** The world in the form in which Discord sends it. */
import { EVERYBODY, Permission, isDirect, isThread, type Channel, type World } from './world.js';

const NO_FLAGS = { flags: 0 };

export function memberPayload(world: World, userId: string): Record<string, unknown> {
  const isAdministrator = (world.permissionsOf(userId) & Permission.administrator) !== 0n;
  return {
    user: world.user(userId),
    roles: isAdministrator ? [world.adminRoleId] : [],
    nick: null,
    avatar: null,
    banner: null,
    joined_at: world.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    pending: false,
    deaf: false,
    mute: false,
    ...NO_FLAGS,
  };
}

export function channelPayload(world: World, channel: Channel): Record<string, unknown> {
  if (isDirect(channel)) {
    return { id: channel.id, type: channel.type, ...NO_FLAGS, recipients: [channel.recipient] };
  }
  if (isThread(channel)) return threadPayload(world, channel);
  return {
    id: channel.id,
    type: channel.type,
    ...NO_FLAGS,
    guild_id: world.guildId,
    name: channel.name,
    position: world.guildChannels.indexOf(channel),
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [],
    last_message_id: null,
  };
}

/** The bot is no member of it: it hears of the messages that mention it all the same. */
function threadPayload(world: World, { id, type, name, parentId }: Channel): Record<string, unknown> {
  const thread_metadata = {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: world.joinedAt,
    locked: false,
    create_timestamp: world.joinedAt,
  };
  return {
    id,
    type,
    ...NO_FLAGS,
    guild_id: world.guildId,
    name,
    parent_id: parentId,
    owner_id: world.ownerId,
    last_message_id: null,
    rate_limit_per_user: 0,
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    thread_metadata,
  };
}

function rolePayload(
  id: string,
  name: string,
  permissions: bigint,
  position: number,
): Record<string, unknown> {
  const look = { color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null } };
  const rest = {
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    ...NO_FLAGS,
  };
  return { id, name, permissions: String(permissions), position, ...look, ...rest };
}

/** Of GUILD_CREATE, and of the REST answer. */
export function guildPayload(world: World): Record<string, unknown> {
  return {
    id: world.guildId,
    name: 'Local guild',
    owner_id: world.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    home_header: null,
    incidents_data: null,
    vanity_url_code: null,
    features: [],
    preferred_locale: world.locale,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    application_id: null,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    region: 'deprecated',
    emojis: [],
    stickers: [],
    roles: [
      rolePayload(world.guildId, '@everyone', EVERYBODY, 0),
      rolePayload(world.adminRoleId, 'Administrator', Permission.administrator, 1),
    ],
  };
}

/** What GUILD_CREATE adds. */
export function guildCreatePayload(world: World): Record<string, unknown> {
  return {
    ...guildPayload(world),
    joined_at: world.joinedAt,
    large: false,
    unavailable: false,
    member_count: world.memberCount,
    members: [memberPayload(world, world.bot.id)],
    channels: world.guildChannels.map((channel) => channelPayload(world, channel)),
    threads: world.threads.map((thread) => channelPayload(world, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function applicationPayload(world: World): Record<string, unknown> {
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    ...NO_FLAGS,
    flags_new: '0',
    bot: world.bot,
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: world.user(world.ownerId),
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  };
}
