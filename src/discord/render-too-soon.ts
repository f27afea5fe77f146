/** A refusal that says when to try again. */
import { say, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** @param againMs - the time from which on the next question is answered, in milliseconds since 1970. */
export function renderTooSoon(texts: Texts, againMs: number): Reply {
  return say(texts.general.tooSoon(`<t:${Math.ceil(againMs / 1000)}:R>`));
}
