/** Discord's limits, as of November 2026. Characters are counted as UTF-16 units here, which is never too few. */

/** Text of all components of one message together. */
export const MESSAGE_TEXT = 4000;
/** Components of one message, nested ones counted too. */
export const MESSAGE_COMPONENTS = 40;
export const BUTTON_LABEL = 80;
export const CUSTOM_ID = 100;
export const ROW_BUTTONS = 5;
export const SELECT_OPTIONS = 25;
/** Of a select option's label and description, and of a select's placeholder (which may be longer, but is not seen). */
export const SELECT_TEXT = 100;
export const FORM_TITLE = 45;
export const FORM_LABEL = 45;
/** Of a field's placeholder and description. */
export const PLACEHOLDER = 100;
export const FORM_TEXT = 4000;
export const COMMAND_NAME = 32;
export const COMMAND_DESCRIPTION = 100;
export const URL_LENGTH = 512;
export const AUTOCOMPLETE_CHOICES = 25;
/** Of a choice's name and of its value. */
export const CHOICE = 100;
/** The most that `max_length` of a text option may be. */
export const OPTION_TEXT = 6000;
/** An interaction cannot be answered through its token after this time. */
export const TOKEN_LIFE_MS = 15 * 60_000;
/** An interaction that is not acknowledged by then is lost. */
export const ACKNOWLEDGE_MS = 3000;
