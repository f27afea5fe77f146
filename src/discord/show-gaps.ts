/** What `/gaps` and its buttons have in common: who may see the questions, and how they are looked up. */
import type { Asking } from './asking.js';
import { groupGaps, type GroupedGaps } from './gap-groups.js';
import { renderNoGaps } from './render-gaps.js';
import { say, type Reply } from './reply.js';

/** Undefined for whoever may see them. */
export function refuseGaps({ ownTexts, guildId, isAdministrator }: Asking): Reply | undefined {
  if (guildId === undefined) return say(ownTexts.report.serverOnly);
  return isAdministrator ? undefined : say(ownTexts.gaps.administratorsOnly);
}

export async function showGaps(
  { ownTexts, guildId, rooms: { answerer, store } }: Asking,
  render: (grouped: GroupedGaps) => Reply,
): Promise<Reply> {
  const gaps = guildId === undefined ? [] : store.gaps.list(guildId);
  const isKept = store.settings.get(guildId).keepQuestions !== 'off';
  return gaps.length === 0 ? renderNoGaps(ownTexts, isKept) : render(await groupGaps(gaps, answerer));
}
