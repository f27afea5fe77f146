/** Discord's refusals that are part of daily life: they are logged, and nothing else can or must be done. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** The interaction is not known (any more): too late, or one of Discord's own slips. */
export function isUnknownInteraction(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownInteraction);
}

/** It was acknowledged before: an earlier try got through although its answer was lost. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

/** The token of an interaction has run out, or its reply was removed. */
export function isTokenGone(error: unknown): boolean {
  return hasCode(
    error,
    RESTJSONErrorCodes.UnknownWebhook,
    RESTJSONErrorCodes.InvalidWebhookToken,
    RESTJSONErrorCodes.UnknownMessage,
  );
}

/** The message of a component was removed while it was worked on. */
export function isMessageGone(error: unknown): boolean {
  return hasCode(error, RESTJSONErrorCodes.UnknownMessage);
}

/** Why a message of the bot's own did not get through. */
export type Refusal =
  /** "gone": the channel or the message. "closed": the channel, to the bot. "refused": the message, as it is. */
  | { readonly kind: 'gone' | 'closed' | 'refused'; readonly error: unknown }
  /** It may work later: Discord has a bad time, or cannot be reached. */
  | { readonly kind: 'failed'; readonly error: unknown };

export function explainRefusal(error: unknown): Refusal {
  if (!(error instanceof DiscordAPIError)) return { kind: 'failed', error };
  if (error.status === 404) return { kind: 'gone', error };
  if (isForbidden(error)) return { kind: 'closed', error };
  return { kind: error.status < 500 ? 'refused' : 'failed', error };
}

/** The bot may not do this there: a right is missing, or a thread was archived. */
export function isForbidden(error: unknown): boolean {
  return (
    (error instanceof DiscordAPIError && error.status === 403) ||
    hasCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)
  );
}

function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}
