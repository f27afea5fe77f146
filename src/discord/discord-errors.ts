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

function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.some((code) => code === error.code);
}
