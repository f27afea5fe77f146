/** `/gaps`: questions that the articles did not answer, or that were answered wrongly. For administrators. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { renderGaps, renderGapsFile } from '../src/discord/render-gaps.js';
import { refuseGaps, showGaps } from '../src/discord/show-gaps.js';

export const gaps: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'gaps',
    description: 'See which questions were declined or marked wrong, put together by what they ask',
    default_member_permissions: '0',
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'csv',
        description: 'All of them as a file for a spreadsheet, instead of a list',
      },
    ],
  },
  isQuestion: false,
  refuse: refuseGaps,
  isPrivate: () => true,
  run(asking, { options }) {
    const asFile = options.getBoolean('csv') ?? false;
    return showGaps(asking, (grouped) =>
      asFile ? renderGapsFile(asking.texts, grouped) : renderGaps(asking.texts, grouped, 0),
    );
  },
};
