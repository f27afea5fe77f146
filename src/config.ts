/** Settings: read from the environment (and `.env`), validated together, so that all problems are told at once. */
import path from 'node:path';
import { z } from 'zod';
import { ConfigError } from './errors.js';
import { LOG_LEVELS } from './log.js';

/** An empty variable counts as one that is not set: that is how `.env.example` leaves them. */
const emptyIsUnset = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

const text = (fallback: string) => z.preprocess(emptyIsUnset, z.string().trim().default(fallback));

const modelName = (example: string) =>
  z
    .string()
    .trim()
    .regex(/^[\w.-]+(?:\/[\w.-]+)?$/u, `must be a model name such as ${example}`);

/** Where the article is that comes with the program. */
export const SHIPPED_ARTICLES = 'data/articles';

const PORT_ERROR = 'must be a port from 1 to 65535, or 0 for any free one';

const schema = z.object({
  DISCORD_TOKEN: z.preprocess(
    emptyIsUnset,
    z.string().trim().regex(/^\S+$/u, 'must be the bot token alone, without spaces or quotes').optional(),
  ),
  DISCORD_GUILD_ID: z.preprocess(
    emptyIsUnset,
    z
      .string()
      .trim()
      .regex(/^\d{5,20}$/u, 'must be the number of a server (Developer Mode > Copy Server ID)')
      .optional(),
  ),
  DISCORD_API_URL: z.preprocess(
    emptyIsUnset,
    z
      .url({
        protocol: /^https?$/u,
        error: 'must be an address such as https://discord.com/api, without a version',
      })
      .transform((url) => url.replace(/\/+$/u, ''))
      .default('https://discord.com/api'),
  ),
  LOCAL_PORT: z.preprocess(
    emptyIsUnset,
    z.coerce.number(PORT_ERROR).int(PORT_ERROR).min(0, PORT_ERROR).max(65_535, PORT_ERROR).default(7373),
  ),
  ARTICLES_DIR: text(SHIPPED_ARTICLES),
  WATCH_ARTICLES: z.preprocess(
    emptyIsUnset,
    z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('no'),
  ),
  INDEX_DIR: text('data/index'),
  STATE_DIR: z.preprocess(emptyIsUnset, z.string().trim().optional()),
  MODELS_DIR: text('data/models'),
  EMBEDDING_MODEL: z.preprocess(
    emptyIsUnset,
    modelName('e5-small-v2 or Xenova/bge-small-en-v1.5').default('e5-small-v2'),
  ),
  RERANKER_MODEL: z.preprocess(emptyIsUnset, modelName('Xenova/ms-marco-MiniLM-L-6-v2').optional()),
  LOG_LEVEL: z.preprocess(
    emptyIsUnset,
    z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  ),
});

export interface Config {
  /** Undefined: a Discord on this machine instead, with a page in the browser. */
  readonly token: string | undefined;
  /** Commands go to this server alone when it is set, else to all. */
  readonly guildId: string | undefined;
  /** Without a trailing slash and without a version. */
  readonly apiUrl: string;
  /** Of the page that `npm start` opens without a token; 0 is any free one. */
  readonly localPort: number;
  readonly articlesDirectory: string;
  /** Whether a change of the articles is noticed without /reindex. */
  readonly watchArticles: boolean;
  readonly indexDirectory: string;
  /** Settings, feedback and receipts: never in the index, which may be deleted. */
  readonly stateDirectory: string;
  readonly modelsDirectory: string;
  readonly model: string;
  /** Undefined: answers as the search orders them. */
  readonly rerankerModel: string | undefined;
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL'];
}

/**
 * Validates the environment.
 *
 * @throws ConfigError that names every variable that is wrong, one a line. Values are not repeated: one may be the token.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { success, data, error } = schema.safeParse(environment);
  if (!success) {
    const problems = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new ConfigError(`These settings cannot be used (see .env.example):\n${problems.join('\n')}`);
  }
  const stateDirectory = data.STATE_DIR ?? path.join(data.INDEX_DIR, '..', 'state');
  if (isInside(stateDirectory, data.INDEX_DIR)) {
    throw new ConfigError('STATE_DIR must not be in INDEX_DIR, which may be deleted at any time.');
  }
  return {
    token: data.DISCORD_TOKEN,
    guildId: data.DISCORD_GUILD_ID,
    apiUrl: data.DISCORD_API_URL,
    localPort: data.LOCAL_PORT,
    articlesDirectory: data.ARTICLES_DIR,
    watchArticles: data.WATCH_ARTICLES === 'yes',
    indexDirectory: data.INDEX_DIR,
    stateDirectory,
    modelsDirectory: data.MODELS_DIR,
    model: data.EMBEDDING_MODEL,
    rerankerModel: data.RERANKER_MODEL,
    logLevel: data.LOG_LEVEL,
  };
}

function isInside(folder: string, other: string): boolean {
  const [way] = path.relative(other, folder).split(path.sep);
  return way !== '..' && !path.isAbsolute(way ?? '');
}
