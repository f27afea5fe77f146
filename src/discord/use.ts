/** Reads from Discord how a component was used. */
import {
  MessageFlags,
  type Message,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Use } from './component.js';

export function readUse(interaction: MessageComponentInteraction | ModalSubmitInteraction): Use {
  const { message } = interaction;
  return {
    messageId: message?.id,
    askerId: message === null ? undefined : askerOf(message),
    isPrivate: message?.flags.has(MessageFlags.Ephemeral) ?? true,
    values: interaction.isAnySelectMenu() ? interaction.values : [],
    fields: interaction.isModalSubmit() ? readFields(interaction) : new Map(),
  };
}

/** Who used the command, or wrote the message that was replied to. */
function askerOf(message: Message): string | undefined {
  return message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
}

function readFields({ fields }: ModalSubmitInteraction): Map<string, string> {
  const texts = [...fields.fields].flatMap(([id, field]) =>
    'value' in field ? [[id, field.value] as const] : [],
  );
  return new Map(texts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
