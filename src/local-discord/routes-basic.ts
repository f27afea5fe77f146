/** The gateway's address, the bot itself, the guild. */
import { z } from 'zod';
import { unknownGuild, unknownMember } from './api-error.js';
import { snowflake } from './fields.js';
import { applicationPayload, channelPayload, guildPayload, memberPayload } from './payloads.js';
import { parseBody } from './problems.js';
import type { Call, Route } from './rest.js';
import type { World } from './world.js';

const SESSION_STARTS_A_DAY = 1_000;
const DAY_MS = 24 * 60 * 60_000;
const directRequest = z.object({ recipient_id: snowflake });

export function basicRoutes(world: World, gatewayUrl: () => string): Route[] {
  const start = { total: SESSION_STARTS_A_DAY, remaining: SESSION_STARTS_A_DAY, reset_after: DAY_MS };
  const gateway = (): object => ({
    url: gatewayUrl(),
    shards: 1,
    session_start_limit: { ...start, max_concurrency: 1 },
  });
  const guild = ({ parameter }: Call): void => {
    if (parameter('guild_id') !== world.guildId) throw unknownGuild();
  };
  return [
    get('/gateway', () => ({ url: gatewayUrl() }), true),
    get('/gateway/bot', gateway),
    get('/users/@me', () => ({
      ...world.bot,
      mfa_enabled: true,
      locale: 'en-US',
      verified: true,
      email: null,
    })),
    get('/applications/@me', () => applicationPayload(world)),
    get('/oauth2/applications/@me', () => applicationPayload(world)),
    get('/users/{user_id}', ({ parameter }) => world.user(parameter('user_id'))),
    get('/guilds/{guild_id}', (call) => (guild(call), guildPayload(world))),
    get('/guilds/{guild_id}/members/{user_id}', (call) => {
      guild(call);
      const id = call.parameter('user_id');
      if (!world.hasMember(id)) throw unknownMember();
      return memberPayload(world, id);
    }),
    {
      method: 'POST',
      template: '/users/@me/channels',
      handle: ({ body }) => {
        const { recipient_id } = parseBody(directRequest, body);
        return { body: channelPayload(world, world.directChannel(recipient_id)) };
      },
    },
  ];
}

function get(template: string, answer: (call: Call) => object, isOpen = false): Route {
  return { method: 'GET', template, isOpen, handle: (call) => ({ body: answer(call) }) };
}
