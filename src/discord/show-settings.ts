/** What `/settings` and its controls have in common: who may use them, how a change is saved, and what is shown then. */
import type { z } from 'zod';
import type { ServerSettings } from '../state/settings.js';
import type { Asking } from './asking.js';
import { defineComponent, type Component, type Use } from './component.js';
import { renderSettings } from './render-settings.js';
import { say, type Reply } from './reply.js';
import { isAnsweredIn } from './server-rules.js';
import { KEEP } from './stage.js';

/** Undefined for whoever may see and change them. */
export function refuseSettings({ ownTexts, guildId, isManager }: Asking): Reply | undefined {
  if (guildId === undefined) return say(ownTexts.settings.serverOnly);
  return isManager ? undefined : say(ownTexts.settings.managersOnly);
}

/** @param notes - what has just been done. */
export function showSettings(asking: Asking, notes: readonly string[] = []): Reply {
  const { ownTexts, guildId, rooms } = asking;
  const settings = rooms.store.settings.get(guildId);
  const follows = guildId === undefined ? [] : rooms.store.follows.ofServer(guildId);
  const paused = follows
    .filter((follow) => !isAnsweredIn(settings, follow))
    .map(({ channelId }) => channelId);
  return renderSettings(ownTexts, {
    settings,
    sources: knownSources(asking),
    paused: [...new Set(paused)],
    notes,
  });
}

/** Names of all sources that can be chosen: those of the articles, most articles first, and those that were chosen before. */
export function knownSources({ guildId, rooms: { answerer, store } }: Asking): string[] {
  const shelf = answerer.shelf();
  const names = 'kind' in shelf ? [] : shelf.sources.map(({ source }) => source);
  return [...new Set([...names, ...store.settings.get(guildId).sources])];
}

interface Setting<Args> {
  readonly kind: string;
  readonly args: z.ZodType<Args>;
  /**
   * What is to be changed, whatever holds now: pressed twice it does the same. @throws UserError for what cannot be set;
   * nothing is changed then.
   */
  readonly read: (asking: Asking, args: Args, use: Use) => Partial<ServerSettings>;
}

/** A control that saves what was chosen; its message then shows what holds. */
export function defineSetting<Args>({ kind, args, read }: Setting<Args>): Component {
  return defineComponent<Args>({
    kind,
    version: 1,
    args,
    acknowledgement: 'update',
    async run(asking, parsed, use, { tell }) {
      const { guildId, ownTexts, rooms } = asking;
      // Somebody may manage the server no longer.
      const refusal = refuseSettings(asking);
      if (refusal !== undefined || guildId === undefined) {
        await tell(refusal ?? say(ownTexts.settings.serverOnly));
        return KEEP;
      }
      const change = read(asking, parsed, use);
      rooms.store.settings.change(guildId, change);
      const { saved, forgotten } = ownTexts.settings;
      return showSettings(asking, change.keepQuestions === 'off' ? [saved, forgotten] : [saved]);
    },
  });
}
