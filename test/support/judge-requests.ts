/**
 * A judge that nobody here wrote: the schemas that npm `discord-api-spec` generates from Discord's own OpenAPI document.
 * It reads what the bot sent, and what the local Discord answered. The rules that those schemas lack are enforced by the
 * local Discord itself.
 */
import * as spec from 'discord-api-spec/zod';
import { z } from 'zod';
import type { RecordedRequest } from '../../src/local-discord/local-discord.js';

export interface Finding {
  /** Method and route. */
  readonly request: string;
  /** Where in the body. */
  readonly path: string;
  readonly message: string;
}

interface Expectation {
  /** Names of the schemas of body and answer, without "Schema"; `[]` behind a name stands for a list. */
  readonly body?: string;
  readonly answer?: string;
}

const schemas: Readonly<Record<string, unknown>> = spec;
const MESSAGE = { answer: 'MessageResponse' };
const COMMANDS = '/applications/{application_id}/commands';
const GUILD_COMMANDS = '/applications/{application_id}/guilds/{guild_id}/commands';
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const CHANNEL_MESSAGES = '/channels/{channel_id}/messages';

/** One schema for each type of callback: the message of a wrong one then names its field. */
const CALLBACKS: Readonly<Record<number, string>> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  'GET /gateway/bot': { answer: 'GatewayBotResponse' },
  'GET /gateway': {},
  'GET /users/@me': { answer: 'UserPIIResponse' },
  'GET /users/{user_id}': { answer: 'UserResponse' },
  'GET /applications/@me': { answer: 'PrivateApplicationResponse' },
  'GET /oauth2/applications/@me': { answer: 'PrivateApplicationResponse' },
  'GET /guilds/{guild_id}': { answer: 'GuildWithCountsResponse' },
  'GET /guilds/{guild_id}/members/{user_id}': { answer: 'GuildMemberResponse' },
  'POST /users/@me/channels': { body: 'CreatePrivateChannelRequest', answer: 'PrivateChannelResponse' },
  'GET /channels/{channel_id}': {},
  'POST /channels/{channel_id}/typing': {},
  ...Object.fromEntries([COMMANDS, GUILD_COMMANDS].flatMap(expectCommands)),
  [`POST ${CALLBACK}`]: { answer: 'InteractionCallbackResponse' },
  [`POST ${WEBHOOK}`]: { body: 'IncomingWebhookRequestPartial', ...MESSAGE },
  ...Object.fromEntries(
    [`${WEBHOOK}/messages/@original`, `${WEBHOOK}/messages/{message_id}`].flatMap((template) => [
      [`GET ${template}`, MESSAGE],
      [`PATCH ${template}`, { body: 'IncomingWebhookUpdateRequestPartial', ...MESSAGE }],
      [`DELETE ${template}`, {}],
    ]),
  ),
  [`GET ${CHANNEL_MESSAGES}`]: { answer: 'MessageResponse[]' },
  [`POST ${CHANNEL_MESSAGES}`]: { body: 'MessageCreateRequest', ...MESSAGE },
  [`GET ${CHANNEL_MESSAGES}/{message_id}`]: MESSAGE,
  [`PATCH ${CHANNEL_MESSAGES}/{message_id}`]: { body: 'MessageEditRequestPartial', ...MESSAGE },
  [`DELETE ${CHANNEL_MESSAGES}/{message_id}`]: {},
};

function expectCommands(template: string): [string, Expectation][] {
  const answer = 'ApplicationCommandResponse';
  return [
    [`GET ${template}`, { answer: `${answer}[]` }],
    [`PUT ${template}`, { body: 'ApplicationCommandUpdateRequest[]', answer: `${answer}[]` }],
    [`POST ${template}`, { body: 'ApplicationCommandCreateRequest', answer }],
    [`GET ${template}/{command_id}`, { answer }],
    [`PATCH ${template}/{command_id}`, { body: 'ApplicationCommandPatchRequestPartial', answer }],
    [`DELETE ${template}/{command_id}`, {}],
  ];
}

/** What is wrong with the bodies that the bot sent. A request to a route that Discord does not have is wrong as well. */
export function judgeRequests(requests: readonly RecordedRequest[]): Finding[] {
  return requests.flatMap((request) => {
    const expectation = EXPECTATIONS[nameOf(request)];
    if (expectation === undefined) return [finding(request, [], 'is no route that this judge knows')];
    const schema = request.template === CALLBACK ? callbackSchema(request.body) : expectation.body;
    if (schema !== undefined) return judge(request, schema, request.body);
    return request.body === undefined ? [] : [finding(request, [], 'takes no body')];
  });
}

/** What is wrong with the answers that the bot got. */
export function judgeResponses(requests: readonly RecordedRequest[]): Finding[] {
  return requests.flatMap((request) => {
    const { status = 204, response } = request;
    if (status === 204) return [];
    const schema = status >= 400 ? 'ErrorResponse' : EXPECTATIONS[nameOf(request)]?.answer;
    return schema === undefined ? [] : judge(request, schema, response);
  });
}

/** Messages that could ping somebody, because they do not say that nobody is to be pinged. */
export function judgeMentions(requests: readonly RecordedRequest[]): Finding[] {
  return requests.filter(holdsMessage).flatMap((request) => {
    const body = messageBody.parse(request.body);
    const { content, components, embeds, allowed_mentions } = body.data ?? body;
    const showsText = [content, components, embeds].some((part) => part !== undefined && part !== null);
    if (!showsText || isSilent.safeParse(allowed_mentions).success) return [];
    return [finding(request, ['allowed_mentions'], 'must be {parse: []}')];
  });
}

const messageFields = z.object({
  content: z.unknown().optional(),
  components: z.unknown().optional(),
  embeds: z.unknown().optional(),
  allowed_mentions: z.unknown().optional(),
});
const messageBody = messageFields.extend({ data: messageFields.optional() });
const isSilent = z.object({
  parse: z.tuple([]),
  users: z.tuple([]).optional(),
  roles: z.tuple([]).optional(),
});

function holdsMessage({ method, template = '', body }: RecordedRequest): boolean {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  if (template === CALLBACK) return type === 4 || type === 7;
  const isMessage = template.startsWith(WEBHOOK) || template.startsWith(CHANNEL_MESSAGES);
  return isMessage && (method === 'POST' || method === 'PATCH');
}

function callbackSchema(body: unknown): string {
  const type = typeof body === 'object' && body !== null && 'type' in body ? Number(body.type) : 0;
  return CALLBACKS[type] ?? 'PongInteractionCallbackRequest';
}

function judge(request: RecordedRequest, name: string, value: unknown): Finding[] {
  const { error } = z.safeParse(schemaOf(name), value);
  return (error?.issues ?? [])
    .flatMap((issue) => deepest(issue))
    .filter((issue) => !isKnownMistake(issue))
    .map(({ path, message }) => finding(request, path, message));
}

/** The document wants a number where Discord's text documentation, discord.js and Discord itself use a string. */
function isKnownMistake({ path, message }: { path: readonly PropertyKey[]; message: string }): boolean {
  return path.at(-1) === 'default_member_permissions' && message.endsWith('received string');
}

function schemaOf(name: string): z.core.$ZodType {
  const isList = name.endsWith('[]');
  const schema = schemas[`${isList ? name.slice(0, -2) : name}Schema`];
  if (!(schema instanceof z.core.$ZodType)) throw new Error(`discord-api-spec has no schema ${name}.`);
  return isList ? z.array(schema) : schema;
}

/** Of a union only the branch that was meant is of interest: the one whose `type` fits. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    (branch) => !branch.some(({ path }) => path.length === 1 && path[0] === 'type'),
  );
  if (meant === undefined) return [issue];
  return meant.flatMap(deepest).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

function nameOf({ method, template, path }: RecordedRequest): string {
  return `${method} ${template ?? path}`;
}

function finding(request: RecordedRequest, path: readonly PropertyKey[], message: string): Finding {
  return { request: nameOf(request), path: path.map(String).join('.'), message };
}
