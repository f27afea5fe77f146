/**
 * Discord's limits, as of August 2026. Lengths are UTF-16 units: where Discord counts code points this is the stricter
 * reading, so a bot that passes here passes there.
 */

/** An interaction must have its first response within this time. */
export const RESPONSE_DUE_MS = 3_000;
/** Life of an interaction's token. */
export const TOKEN_LIFE_MS = 15 * 60_000;

/** Of a message. */
export const CONTENT_LENGTH = 2_000;
export const MESSAGE_ATTACHMENTS = 10;
export const UPLOAD_BYTES = 10 * 1024 * 1024;
export const ALLOWED_MENTION_IDS = 100;
export const STICKERS = 3;
export const NONCE_LENGTH = 25;
/** "The past few minutes" in which a nonce is unique when its author wants that. */
export const NONCE_LIFE_MS = 5 * 60_000;
export const MESSAGES_A_PAGE = 100;

/** Of embeds. */
export const EMBEDS = 10;
export const EMBED_TITLE = 256;
export const EMBED_DESCRIPTION = 4_096;
export const EMBED_FIELDS = 25;
export const EMBED_FIELD_NAME = 256;
export const EMBED_FIELD_VALUE = 1_024;
export const EMBED_FOOTER = 2_048;
export const EMBED_AUTHOR = 256;
/** Over all embeds of a message. */
export const EMBEDS_TEXT = 6_000;
export const MEDIA_URL_LENGTH = 2_048;

/** Of components. */
export const ACTION_ROWS = 5;
export const ROW_BUTTONS = 5;
export const CUSTOM_ID_LENGTH = 100;
export const LABEL_LENGTH = 80;
export const URL_LENGTH = 512;
export const SELECT_OPTIONS = 25;
export const SELECT_TEXT = 100;
export const PLACEHOLDER_LENGTH = 150;
export const SECTION_TEXTS = 3;
export const GALLERY_ITEMS = 10;
export const MEDIA_DESCRIPTION = 1_024;
export const HIGHEST_COLOUR = 0xff_ff_ff;
/** Over the whole message, nested ones counted. */
export const V2_COMPONENTS = 40;
/** Over all text displays of a message. */
export const V2_TEXT = 4_000;

/** Of modals. */
export const MODAL_TITLE = 45;
export const MODAL_COMPONENTS = 5;
export const MODAL_LABEL = 45;
export const TEXT_INPUT = 4_000;
export const TEXT_INPUT_PLACEHOLDER = 100;

/** Of commands. */
export const COMMAND_NAME = 32;
export const COMMAND_DESCRIPTION = 100;
export const COMMAND_OPTIONS = 25;
export const CHOICES = 25;
export const CHOICE_TEXT = 100;
/** Names, descriptions and choices of a command together. */
export const COMMAND_TEXT = 8_000;
export const STRING_OPTION_LENGTH = 6_000;
export const CHAT_COMMANDS = 100;

/** Of the gateway: messages a client may send in a minute. */
export const GATEWAY_SENDS = 120;
export const GATEWAY_SENDS_WINDOW_MS = 60_000;
/** Events kept for a client that resumes; Discord keeps them for some minutes. */
export const REPLAY_EVENTS = 1_000;
