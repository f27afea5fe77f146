/** Whom a text pings, given what its author allowed. */
import type { AllowedMentions } from './validate-messages.js';
import type { User, World } from './world.js';

export interface Mentions {
  readonly mentions: readonly User[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
}

const USER = /<@!?(\d{15,21})>/gu;
const ROLE = /<@&(\d{15,21})>/gu;
const EVERYONE = /@(?:everyone|here)\b/u;

/** @param allowed undefined: everything that is written pings. */
export function findMentions(
  text: string,
  allowed: AllowedMentions | null | undefined,
  world: World,
): Mentions {
  const users = idsIn(text, USER).filter((id) => mayPing('users', id, allowed));
  return {
    mentions: users.flatMap((id) => (world.hasUser(id) ? [world.user(id)] : [])),
    mention_roles: idsIn(text, ROLE).filter((id) => mayPing('roles', id, allowed)),
    mention_everyone: EVERYONE.test(text) && mayPing('everyone', undefined, allowed),
  };
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id]) => id ?? ''))];
}

function mayPing(
  kind: 'users' | 'roles' | 'everyone',
  id: string | undefined,
  allowed: AllowedMentions | null | undefined,
): boolean {
  if (allowed === undefined || allowed === null) return true;
  if (allowed.parse?.includes(kind) === true) return true;
  return kind !== 'everyone' && id !== undefined && (allowed[kind] ?? []).includes(id);
}
