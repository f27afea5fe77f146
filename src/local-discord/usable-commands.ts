/** Which commands a person is offered in a place, and why not the others. */
import type { Command, CommandStore } from './commands.js';
import { isDirect, Permission, type Channel, type User, type World } from './world.js';

const GUILD_CONTEXT = 0;
const DIRECT_CONTEXT = 1;
const ALL_CONTEXTS = [0, 1, 2];

/** Who wants to use a command, and where. */
export interface Place {
  readonly user: User;
  readonly channel: Channel;
}

/** All commands that exist in a channel; the guild's hide global ones of the same name and type. */
export function commandsIn(commands: CommandStore, world: World, channel: Channel): Command[] {
  const own = isDirect(channel) ? [] : commands.list(world.guildId);
  const isHidden = ({ name, type }: Command): boolean =>
    own.some((one) => one.name === name && one.type === type);
  return [...own, ...commands.list().filter((command) => !isHidden(command))];
}

/** Those that the person's client would offer. */
export function usableCommands(commands: CommandStore, world: World, place: Place): Command[] {
  return commandsIn(commands, world, place.channel).filter(
    (command) => whyUnusable(command, world, place) === undefined,
  );
}

/** @returns words, or undefined when the person may use the command. */
export function whyUnusable(command: Command, world: World, { user, channel }: Place): string | undefined {
  const { name, contexts } = command;
  const context = isDirect(channel) ? DIRECT_CONTEXT : GUILD_CONTEXT;
  if (!(contexts ?? ALL_CONTEXTS).includes(context))
    return `"${name}" cannot be used in this kind of channel.`;
  if (isDirect(channel) || hasRight(command, world.permissionsOf(user.id))) return undefined;
  return `This member may not use "${name}".`;
}

/** Rights of "0" are those of administrators alone. */
function hasRight({ default_member_permissions: needed }: Command, rights: bigint): boolean {
  if (needed === null || (rights & Permission.administrator) !== 0n) return true;
  return BigInt(needed) !== 0n && (rights & BigInt(needed)) === BigInt(needed);
}
