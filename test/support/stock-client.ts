/** The counterpart of the local Discord: the client of discord.js as it comes. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  type ClientOptions,
  type Interaction,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/local-discord/local-discord.js';

/** Commands of every kind that the tests use. */
export const SAMPLE_COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'ask',
    description: 'Asks something',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know',
        required: true,
        max_length: 300,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'article',
        description: 'Only this one',
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only you see it' },
    ],
  },
  { name: 'reindex', description: 'Reads everything again', default_member_permissions: '0' },
  { name: 'Check quote', type: ApplicationCommandType.Message },
];

export interface Bot {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  /** What the client or the handler threw. */
  readonly errors: unknown[];
}

/** A local Discord that ends with the test. */
export async function openDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** A client that is not logged in yet; it ends with the test. */
export function createClient(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    ...options,
    rest: { ...options.rest, api: discord.apiUrl, version: '10' },
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** Logs in, registers the sample commands, and answers interactions with `handle`. */
export async function startBot(
  handle: (interaction: Interaction) => Promise<unknown>,
  options: LocalDiscordOptions & { readonly client?: Partial<ClientOptions> } = {},
): Promise<Bot> {
  const discord = await openDiscord(options);
  const client = createClient(discord, options.client);
  const errors: unknown[] = [];
  client.on(Events.Error, (error) => errors.push(error));
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  const readyClient = await ready;
  await readyClient.application.commands.set(SAMPLE_COMMANDS);
  return { discord, client: readyClient, errors };
}
