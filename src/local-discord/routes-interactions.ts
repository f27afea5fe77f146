/** Responses to interactions: the first one, and what the token allows after it. */
import { ApiError, unknownWebhook } from './api-error.js';
import type { Interaction } from './interaction.js';
import type { Interactions } from './interactions.js';
import { isEphemeral, MessageFlag } from './message.js';
import type { Answer, Call, Route } from './rest.js';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

export function interactionRoutes(interactions: Interactions, applicationId: string): Route[] {
  return [
    callbackRoute(interactions),
    {
      method: 'POST',
      template: WEBHOOK,
      isOpen: true,
      handle: (call) => {
        const token = tokenOf(call, applicationId);
        return kept(interactions, token, () => ({
          body: interactions.followUp(token, call.body, call.files),
        }));
      },
    },
    ...[`${WEBHOOK}/messages/@original`, `${WEBHOOK}/messages/{message_id}`].flatMap((template) =>
      messageRoutes(template, interactions, applicationId),
    ),
  ];
}

function callbackRoute(interactions: Interactions): Route {
  return {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    isOpen: true,
    handle: ({ parameter, query, body, files }) => {
      const token = parameter('interaction_token');
      return kept(interactions, token, () => {
        const interaction = interactions.respond(parameter('interaction_id'), token, body, files);
        return query.get('with_response') === 'true' ? { body: describe(interaction) } : {};
      });
    },
  };
}

function messageRoutes(template: string, interactions: Interactions, applicationId: string): Route[] {
  const route = (method: string, handle: (token: string, call: Call) => Answer): Route => ({
    method,
    template,
    isOpen: true,
    handle: (call) => {
      const token = tokenOf(call, applicationId);
      return kept(interactions, token, () => handle(token, call));
    },
  });
  return [
    route('GET', (token, call) => ({ body: interactions.getMessage(token, which(call)) })),
    route('PATCH', (token, call) => ({
      body: interactions.editMessage(token, which(call), call.body, call.files),
    })),
    route('DELETE', (token, call) => {
      interactions.deleteMessage(token, which(call));
      return {};
    }),
  ];
}

function which({ parameter }: Call): string {
  return parameter('message_id') || '@original';
}

function tokenOf({ parameter }: Call, applicationId: string): string {
  if (parameter('webhook_id') !== applicationId) throw unknownWebhook();
  return parameter('webhook_token');
}

/** Keeps refusals with their interaction, where they explain why no answer came. */
function kept(interactions: Interactions, token: string, handle: () => Answer): Answer {
  try {
    return handle();
  } catch (error) {
    if (error instanceof ApiError) interactions.find(token)?.refusals.push(error);
    throw error;
  }
}

/** The body that `with_response=true` asks for. */
function describe({ start, message, callbackType }: Interaction): object {
  const { id, type, channelId } = start;
  const isLoading = message !== undefined && (message.flags & MessageFlag.loading) !== 0;
  return {
    interaction: {
      id,
      type,
      channel_id: channelId,
      ...(message !== undefined && {
        response_message_id: message.id,
        response_message_loading: isLoading,
        response_message_ephemeral: isEphemeral(message),
      }),
    },
    ...(message !== undefined && { resource: { type: callbackType, message } }),
  };
}
