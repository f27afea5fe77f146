/** Registration of commands, for everybody or for one guild. */
import { z } from 'zod';
import { missingAccess, unknownApplication } from './api-error.js';
import { withoutLocalizations, type CommandStore } from './commands.js';
import { parseBody } from './problems.js';
import type { Call, Route } from './rest.js';

const APPLICATION = '/applications/{application_id}';
const anything = z.record(z.string(), z.unknown());

/** @param onCommands called when commands were registered, or found registered. */
export function commandRoutes(commands: CommandStore, guildId: string, onCommands: () => void): Route[] {
  const scopes = [`${APPLICATION}/commands`, `${APPLICATION}/guilds/{guild_id}/commands`];
  return scopes.flatMap((base) => scopeRoutes(base, commands, guildId, onCommands));
}

function scopeRoutes(base: string, commands: CommandStore, guildId: string, onCommands: () => void): Route[] {
  const one = `${base}/{command_id}`;
  const scope = (call: Call): string | undefined => {
    if (call.parameter('application_id') !== commands.applicationId) throw unknownApplication();
    const guild = call.parameter('guild_id');
    if (guild !== '' && guild !== guildId) throw missingAccess();
    return guild === '' ? undefined : guild;
  };
  const changed = <Result>(result: Result): Result => {
    onCommands();
    return result;
  };
  return [
    {
      method: 'GET',
      template: base,
      handle: (call) => {
        const all = commands.list(scope(call));
        const found = isWithLocalizations(call) ? all : all.map(withoutLocalizations);
        return { body: found.length > 0 ? changed(found) : found };
      },
    },
    {
      method: 'PUT',
      template: base,
      handle: (call) => {
        const bodies = parseBody(z.array(z.unknown()), call.body);
        return { body: changed(commands.replaceAll(bodies, scope(call))) };
      },
    },
    {
      method: 'POST',
      template: base,
      handle: (call) => {
        const { command, isNew } = changed(commands.upsert(call.body, scope(call)));
        return { status: isNew ? 201 : 200, body: command };
      },
    },
    { method: 'GET', template: one, handle: (call) => ({ body: commands.get(idOf(call), scope(call)) }) },
    {
      method: 'PATCH',
      template: one,
      handle: (call) => {
        const changes = parseBody(anything, call.body);
        return { body: changed(commands.edit(idOf(call), changes, scope(call))) };
      },
    },
    {
      method: 'DELETE',
      template: one,
      handle: (call) => {
        commands.delete(idOf(call), scope(call));
        return {};
      },
    },
  ];
}

function isWithLocalizations({ query }: Call): boolean {
  return query.get('with_localizations') === 'true';
}

function idOf({ parameter }: Call): string {
  return parameter('command_id');
}
