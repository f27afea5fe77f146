/** `/reindex`: reads the articles again. For administrators. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { renderOutcome, renderProgress } from '../src/discord/render-report.js';
import { say } from '../src/discord/reply.js';

const REFUSAL = say('Only administrators of this server can have the articles read again.');
const SERVER_ONLY = say('This command works in a server only, and for its administrators.');

export const reindex: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'reindex',
    description: 'Read the articles again and report what was added, changed, removed or refused',
    default_member_permissions: '0',
    contexts: [InteractionContextType.Guild],
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
  refuse(interaction) {
    if (!interaction.inGuild()) return SERVER_ONLY;
    return interaction.memberPermissions.has(PermissionFlagsBits.Administrator) ? undefined : REFUSAL;
  },
  isPrivate: () => false,
  async run({ options }, { reindexer }, showProgress) {
    const full = options.getBoolean('full') ?? false;
    return renderOutcome(
      await reindexer.reindex({ full, onProgress: (progress) => showProgress(renderProgress(progress)) }),
    );
  },
};
