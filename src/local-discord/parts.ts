/** Puts the parts of the local Discord together: who hears of what. */
import { announce, greet } from './announce.js';
import { systemClock, type Clock } from './clock.js';
import { CommandStore } from './commands.js';
import { Faults } from './faults.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { MessageStore } from './messages.js';
import { Page } from './page.js';
import { Person, type PersonOptions } from './person.js';
import type { RecordedRequest } from './requests.js';
import { Rest } from './rest.js';
import { basicRoutes } from './routes-basic.js';
import { channelRoutes } from './routes-channels.js';
import { commandRoutes } from './routes-commands.js';
import { interactionRoutes } from './routes-interactions.js';
import { GATEWAY_PATH, LocalServer } from './server.js';
import { Signals } from './signals.js';
import { createSecret, createSnowflakes } from './snowflake.js';
import { UploadStore } from './uploads.js';
import { Permission, World } from './world.js';

export interface LocalDiscordOptions {
  /** By default any free one. */
  readonly port?: number;
  /** The token with which the bot must log in; by default one made at random. */
  readonly token?: string;
  /** By default the machine's clock. */
  readonly clock?: Clock;
  /** How often clients must send a heartbeat; by default Discord's 41 s. */
  readonly heartbeatIntervalMs?: number;
  /** Language of the guild, by Discord's name for it; by default "en-US". */
  readonly guildLocale?: string;
  /** Texts that the page offers to somebody who has not written anything yet. */
  readonly examples?: readonly string[];
}

const HEARTBEAT_MS = 41_250;

/** What everything else is built on. */
interface Ground {
  readonly clock: Clock;
  readonly token: string;
  readonly createId: () => string;
  readonly world: World;
  readonly commands: CommandStore;
  readonly uploads: UploadStore;
  readonly messages: MessageStore;
  readonly interactions: Interactions;
  readonly faults: Faults;
  readonly requests: RecordedRequest[];
  readonly signals: Signals;
  /** Changes: the address is known once the server listens. */
  readonly status: { isRegistered: boolean; host: string };
}

interface People {
  readonly administrator: string;
  readonly member: string;
  readonly channelId: string;
}

/** All parts, and the first people. */
export interface Parts extends Ground, People {
  readonly gateway: Gateway;
  readonly server: LocalServer;
  readonly personOptions: PersonOptions;
}

export async function createParts(options: LocalDiscordOptions): Promise<Parts> {
  const ground = layGround(options);
  const people = createPeople(ground.world);
  const gateway = createGateway(ground, options.heartbeatIntervalMs ?? HEARTBEAT_MS);
  const personOptions = createPersonOptions(ground, people, gateway);
  const page = createPage(ground, personOptions, gateway, options.examples ?? []);
  const server = new LocalServer({ uploads: ground.uploads, rest: createRest(ground), page, gateway });
  ground.messages.listen((event) => {
    announce(event, ground.world, gateway);
    ground.signals.raise();
  });
  ground.status.host = await server.listen(options.port ?? 0);
  return { ...ground, ...people, gateway, server, personOptions };
}

function createPersonOptions(ground: Ground, { member, channelId }: People, gateway: Gateway): PersonOptions {
  const dispatch = (d: Readonly<Record<string, unknown>>): void =>
    gateway.dispatch({ t: 'INTERACTION_CREATE', d });
  return { ...ground, dispatch, defaults: { user: member, channel: channelId } };
}

function createPage(
  ground: Ground,
  personOptions: PersonOptions,
  gateway: Gateway,
  examples: readonly string[],
): Page {
  const person = new Person(personOptions);
  return new Page({ ...ground, person, examples, isConnected: () => gateway.isConnected }, ground.signals);
}

function layGround({
  clock = systemClock,
  token = createSecret(),
  guildLocale,
}: LocalDiscordOptions): Ground {
  const createId = createSnowflakes(clock);
  const world = new World(createId, clock.now(), guildLocale);
  const status = { isRegistered: false, host: '' };
  const uploads = new UploadStore(createId, () => `http://${status.host}`);
  const messages = new MessageStore(world, clock, createId, uploads);
  return {
    clock,
    token,
    createId,
    world,
    commands: new CommandStore(world.bot.id, createId),
    uploads,
    messages,
    interactions: new Interactions(messages, clock),
    faults: new Faults(),
    requests: [],
    signals: new Signals(),
    status,
  };
}

function createPeople(world: World): People {
  const { administrator } = Permission;
  return {
    administrator: world.addMember({ name: 'administrator', permissions: administrator }).id,
    member: world.addMember({ name: 'member', permissions: 0n }).id,
    channelId: world.addChannel('general').id,
  };
}

function createGateway(
  { token, clock, world, signals, status }: Ground,
  heartbeatIntervalMs: number,
): Gateway {
  return new Gateway({
    token,
    clock,
    heartbeatIntervalMs,
    url: () => gatewayUrl(status),
    greet: (intents) => greet(world, intents),
    onReady: () => signals.raise(),
    onLeave: () => signals.raise(),
    onFarewell: () => {
      status.isRegistered = false;
      signals.raise();
    },
  });
}

function createRest(ground: Ground): Rest {
  const { token, clock, world, commands, messages, interactions, faults, signals, status } = ground;
  const onCommands = (): void => {
    status.isRegistered = true;
  };
  const routes = [
    ...basicRoutes(world, () => gatewayUrl(status)),
    ...commandRoutes(commands, world.guildId, onCommands),
    ...interactionRoutes(interactions, world.bot.id),
    ...channelRoutes(world, messages),
  ];
  const onRequest = (request: RecordedRequest): void => void ground.requests.push(request);
  return new Rest({ token, clock, routes, faults, onRequest, onAnswer: () => signals.raise() });
}

function gatewayUrl({ host }: Ground['status']): string {
  return `ws://${host}${GATEWAY_PATH}`;
}
