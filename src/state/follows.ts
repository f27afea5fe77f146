/** Topics that channels follow: what they have seen of them, and how much was posted on the last day. */
import { z } from 'zod';
import { guildColumn, guildSchema, type StateContext } from './context.js';
import { createId, normalizeId } from './readable-id.js';
import { inBody, Table } from './table.js';

const bodySchema = z.object({
  topic: z.string(),
  /** The channel that a thread belongs to. */
  parentId: z.string().optional(),
  /** Milliseconds since 1970. */
  since: z.int(),
  /** Hashes of the newest paragraphs that were posted or were there from the beginning. */
  seen: z.array(z.string()).readonly(),
  /** The last day with a posting, such as 2026-11-24. */
  postedOn: z.string().optional(),
  /** How many were posted on that day. */
  postedToday: z.int().min(0),
  /** The commit of the index up to which everything was looked through. */
  upTo: z.string().optional(),
});
type Body = z.infer<typeof bodySchema>;

const rowSchema = z
  .object({ id: z.string(), guild: guildSchema, channel: z.string(), body: inBody(bodySchema) })
  .transform(({ id, guild, channel, body }) => ({ ...body, id, guildId: guild, channelId: channel }));

export type Follow = Readonly<z.infer<typeof rowSchema>>;

export interface NewFollow {
  readonly guildId?: string | undefined;
  readonly channelId: string;
  /** See `Follow.parentId`. */
  readonly parentId?: string | undefined;
  readonly topic: string;
}

export type FollowOutcome =
  | { readonly kind: 'added'; readonly follow: Follow }
  /** The channel follows this topic, in whatever case it was typed. */
  | { readonly kind: 'already'; readonly follow: Follow }
  /** The channel follows as many topics as it may. */
  | { readonly kind: 'full'; readonly limit: number };

export interface Posting {
  /** Hashes of paragraphs, oldest first. */
  readonly seen: readonly string[];
  readonly day: string;
  readonly posted: number;
  /** See `Follow.upTo`; undefined while there is more to post. */
  readonly upTo?: string | undefined;
}

export class Follows {
  readonly #context: StateContext;
  readonly #table: Table<Follow>;

  constructor(context: StateContext) {
    this.#context = context;
    this.#table = new Table({ ...context, name: 'follows', row: rowSchema });
  }

  /** @throws StateError when it cannot be written: who asked for it must know. */
  add({ guildId, channelId, parentId, topic }: NewFollow): FollowOutcome {
    const { database, limits, now } = this.#context;
    return database.transaction((): FollowOutcome => {
      const followed = this.find(channelId, topic);
      if (followed !== undefined) return { kind: 'already', follow: followed };
      const limit = limits.followsOfChannel;
      if (this.list(channelId).length >= limit) return { kind: 'full', limit };
      const begun = { topic, parentId, since: now(), seen: [], postedToday: 0 };
      const follow = { ...begun, id: createId(), guildId, channelId };
      this.#table.put({
        id: follow.id,
        guild: guildColumn(guildId),
        channel: channelId,
        topic: keyOf(topic),
        body: toJson(follow),
      });
      return { kind: 'added', follow };
    });
  }

  /** What a channel follows under this name, in whatever case it is typed. */
  find(channelId: string, topic: string): Follow | undefined {
    return this.#table.first('where channel = ? and topic = ?', channelId, keyOf(topic));
  }

  /** Of a channel, in the order in which they were added. */
  list(channelId: string): Follow[] {
    return this.#table.find('where channel = ? order by seq', channelId);
  }

  /** Of all channels of a server, in the same order. */
  ofServer(guildId: string): Follow[] {
    return this.#table.find('where guild = ? order by seq', guildColumn(guildId));
  }

  all(): Follow[] {
    return this.#table.find('order by seq');
  }

  /** @returns whether the channel followed it. */
  remove(channelId: string, id: string): boolean {
    return this.#table.remove('where channel = ? and id = ?', channelId, normalizeId(id)) > 0;
  }

  /** Notes what was posted, or only seen (`posted` 0). Nothing happens when it is followed no longer. */
  note(id: string, { seen, day, posted, upTo }: Posting): void {
    const { database, limits } = this.#context;
    database.transaction(() => {
      const follow = this.#table.first('where id = ?', normalizeId(id));
      if (follow === undefined) return;
      const body = toJson({
        ...follow,
        seen: newestOf([...follow.seen, ...seen], limits.seenOfFollow),
        postedOn: posted > 0 ? day : follow.postedOn,
        postedToday: posted + (posted === 0 || follow.postedOn === day ? follow.postedToday : 0),
        upTo: upTo ?? follow.upTo,
      });
      // Not `put`: the order is that in which they were added.
      database.run('update follows set body = ? where id = ?', body, follow.id);
    });
  }
}

function toJson({ topic, parentId, since, seen, postedOn, postedToday, upTo }: Body): string {
  return JSON.stringify({ topic, parentId, since, seen, postedOn, postedToday, upTo });
}

/** The same topic, however it was typed. As JSON, since SQL ends a text at a NUL. */
function keyOf(topic: string): string {
  return JSON.stringify(topic.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' '));
}

/** Each once, at the place of its last mention. */
function newestOf(hashes: readonly string[], limit: number): string[] {
  return [...new Set(hashes.toReversed())].slice(0, limit).toReversed();
}
