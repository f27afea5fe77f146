/** `/reindex`: reads the articles again. For administrators. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { renderOutcome, renderProgress } from '../src/discord/render-report.js';
import { say } from '../src/discord/reply.js';
import { RunPace } from '../src/discord/run-pace.js';

export const reindex: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'reindex',
    description: 'Read the articles again and report what was added, changed, removed or refused',
    default_member_permissions: '0',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'full',
        description: 'Read and embed every article again, also those that have not changed',
      },
    ],
  },
  isQuestion: false,
  // Server owners can hand the command to anybody, so the permission is checked again here.
  refuse({ texts: { report }, guildId, isAdministrator }) {
    if (guildId === undefined) return say(report.serverOnly);
    return isAdministrator ? undefined : say(report.administratorsOnly);
  },
  isPrivate: () => false,
  async run({ texts, rooms: { reindexer } }, { id: name, options }, { showProgress }) {
    const pace = new RunPace();
    const outcome = await reindexer.reindex({
      full: options.getBoolean('full') ?? false,
      name,
      onProgress: (progress) => showProgress(renderProgress(texts, pace.note(progress), name)),
    });
    return renderOutcome(texts, outcome);
  },
};
