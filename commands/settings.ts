/** `/settings`: what a server has set, and the controls to change it. For those who may manage the server. */
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { refuseSettings, showSettings } from '../src/discord/show-settings.js';

export const settings: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'settings',
    description: 'See and change where and how I answer in this server, and how long questions are kept',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  isQuestion: false,
  refuse: refuseSettings,
  isPrivate: () => true,
  run: (asking) => showSettings(asking),
};
