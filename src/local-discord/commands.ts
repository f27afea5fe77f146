/** Registered commands: global ones, and those of the guild. */
import { tooManyCommands, unknownCommand } from './api-error.js';
import * as limits from './limits.js';
import { refuseProblems } from './problems.js';
import { repeated } from './fields.js';
import { CommandType, parseCommand, type CommandOption, type CommandPayload } from './validate-commands.js';

/** A command in the form in which Discord sends it back, which is not that in which it was sent. */
export interface Command {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly default_member_permissions: string | null;
  readonly type: number;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description: string;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly nsfw: boolean;
  readonly guild_id?: string;
  readonly dm_permission?: boolean;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[];
  readonly options?: readonly CommandOption[];
}

export class CommandStore {
  /** Global commands under the empty string, others under their guild. */
  readonly #scopes = new Map<string, Command[]>();

  constructor(
    readonly applicationId: string,
    readonly createId: () => string,
  ) {}

  list(guildId?: string): readonly Command[] {
    return this.#scopes.get(guildId ?? '') ?? [];
  }

  get(id: string, guildId?: string): Command {
    const found = this.list(guildId).find((command) => command.id === id);
    if (found === undefined) throw unknownCommand();
    return found;
  }

  /** Replaces all commands, of every type; those with a known name and type keep their ids. */
  replaceAll(bodies: readonly unknown[], guildId?: string): readonly Command[] {
    const payloads = bodies.map((body, at) => parseCommand(body, guildId !== undefined, [at]));
    const duplicates = repeated(payloads, keyOf).map((at) => ({
      path: [at, 'name'],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    }));
    refuseProblems(duplicates);
    this.#store(
      payloads.map((payload) => this.#build(payload, guildId)),
      guildId,
    );
    return this.list(guildId);
  }

  /** Adds a command, or replaces the one of the same name and type. */
  upsert(body: unknown, guildId?: string): { command: Command; isNew: boolean } {
    const payload = parseCommand(body, guildId !== undefined);
    const others = this.list(guildId).filter((command) => keyOf(command) !== keyOf(payload));
    const isNew = others.length === this.list(guildId).length;
    const command = this.#build(payload, guildId);
    this.#store([...others, command], guildId);
    return { command, isNew };
  }

  edit(id: string, changes: Readonly<Record<string, unknown>>, guildId?: string): Command {
    const before = this.get(id, guildId);
    const payload = parseCommand({ ...before, ...changes, type: before.type }, guildId !== undefined);
    const command = { ...this.#build(payload, guildId), id };
    this.#store(
      this.list(guildId).map((one) => (one.id === id ? command : one)),
      guildId,
    );
    return command;
  }

  delete(id: string, guildId?: string): void {
    const { id: known } = this.get(id, guildId);
    this.#store(
      this.list(guildId).filter((command) => command.id !== known),
      guildId,
    );
  }

  #store(commands: Command[], guildId?: string): void {
    if (commands.filter(({ type }) => type === CommandType.chat).length > limits.CHAT_COMMANDS) {
      throw tooManyCommands();
    }
    this.#scopes.set(guildId ?? '', commands);
  }

  #build(payload: CommandPayload, guildId?: string): Command {
    const known = this.list(guildId).find((command) => keyOf(command) === keyOf(payload));
    return {
      id: known?.id ?? this.createId(),
      application_id: this.applicationId,
      version: this.createId(),
      default_member_permissions: normalizeBits(payload.default_member_permissions),
      type: payload.type,
      name: payload.name,
      name_localizations: payload.name_localizations ?? null,
      description: payload.description ?? '',
      description_localizations: payload.description_localizations ?? null,
      nsfw: payload.nsfw ?? false,
      ...(guildId === undefined ? globalFields(payload) : { guild_id: guildId }),
      ...(payload.options.length > 0 && { options: payload.options.map(compact) }),
    };
  }
}

function globalFields({ contexts, integration_types, dm_permission }: CommandPayload): Partial<Command> {
  return {
    dm_permission: dm_permission ?? true,
    contexts: contexts ?? null,
    integration_types: integration_types ?? [0],
  };
}

/** In the form of a list that was not asked for `with_localizations`. */
export function withoutLocalizations(command: Command): Command {
  const copy = structuredClone(command);
  strip(copy);
  return copy;
}

function strip(value: object): void {
  Reflect.deleteProperty(value, 'name_localizations');
  Reflect.deleteProperty(value, 'description_localizations');
  if ('options' in value && Array.isArray(value.options)) value.options.forEach(strip);
  if ('choices' in value && Array.isArray(value.choices)) value.choices.forEach(strip);
}

/** Discord leaves out of its answer what is false or empty. */
function compact(option: CommandOption): CommandOption {
  const copy = structuredClone(option);
  prune(copy);
  return copy;
}

function prune(option: CommandOption): void {
  for (const [key, value] of Object.entries(option)) {
    if (value === undefined || value === null || value === false || isEmptyList(value)) {
      Reflect.deleteProperty(option, key);
    }
  }
  if ('options' in option) option.options?.forEach(prune);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function normalizeBits(bits: string | null | undefined): string | null {
  return bits === null || bits === undefined ? null : String(BigInt(bits));
}

function keyOf({ type, name }: { type: number; name: string }): string {
  return `${type} ${name}`;
}
