/** A running bot with articles for every command and every component, whose runs of the index can be held up. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { z } from 'zod';
import type { Embedder } from '../../src/embedding/embedder.js';
import type { Interaction } from '../../src/local-discord/local-discord.js';
import { createGate } from './gate.js';
import { copyShippedArticles, startRunningBot, type RunningBot } from './running-bot.js';

export const QUESTION = 'Where was the Chinese spy balloon shot down?';
export const DECLINED = 'How old is Nancy Pelosi?';
export const TOPIC = 'zeppelin';

/** More than the options of a select, and the days of a page. */
const PAPERS = 27;
const HELD = 'The last minister';
const HELD_ARTICLE = 'held.txt';

export interface UsedBot extends Pick<RunningBot, 'discord' | 'index' | 'store' | 'restart' | 'stop'> {
  /** The re-index that waits. */
  running: Interaction | undefined;
  /** From now on the next run of the index waits at a new article. */
  hold(): void;
  /** Resolves when a run waits. */
  held(): Promise<unknown>;
  /** Lets it go on, without the article next time. */
  release(): void;
  /** A paragraph, as the ids of buttons name it. */
  reference(): string;
  /** How many records there are, by table. Paragraphs are kept once for all who show them, and are left out. */
  countRows(): Record<string, number>;
}

export async function startUsedBot(folder: string, embedder: Embedder): Promise<UsedBot> {
  const articles = copyShippedArticles(folder);
  mkdirSync(path.join(articles, 'papers'));
  for (let at = 0; at < PAPERS; at++) writeFileSync(path.join(articles, 'papers', `${at}.txt`), paper(at));
  let gate = createGate();
  let runs = 0;
  const held = path.join(articles, HELD_ARTICLE);
  const bot = await startRunningBot({ folder, articles, embedder: withGate(embedder, () => gate.pass()) });
  return {
    discord: bot.discord,
    index: bot.index,
    restart: bot.restart,
    stop: bot.stop,
    get store() {
      return bot.store;
    },
    running: undefined,
    hold() {
      gate = createGate();
      // Never the same: what was embedded once is known, and does not come to the gate.
      writeFileSync(held, `${HELD} said for the ${++runs}th time that nobody had to hurry, and why.\n`);
    },
    held: () => gate.reached,
    release() {
      gate.open();
      rmSync(held, { force: true });
    },
    reference() {
      const [passage] = bot.store.shownMessages.all().flatMap(({ passages }) => passages);
      return `${passage?.article}:${passage?.paragraph}:${passage?.hash}`;
    },
    countRows: () => countRows(path.join(folder, 'state', 'state.db')),
  };
}

function paper(at: number): string {
  const day = `2023-04-${String(at + 1).padStart(2, '0')}`;
  const text = `A ${TOPIC} was seen above place number ${at} in the evening, and it turned north.`;
  return `---\ntitle: News of place ${at}\ndate: ${day}\nsource: Paper ${at}\n---\n\n${text}\n`;
}

function withGate(embedder: Embedder, pass: () => Promise<void>): Embedder {
  return {
    ready: () => embedder.ready(),
    embedQuestion: (text, lane) => embedder.embedQuestion(text, lane),
    async embedPassage(text) {
      if (text.startsWith(HELD)) await pass();
      return embedder.embedPassage(text);
    },
    close: () => embedder.close(),
  };
}

const UNCOUNTED = ['secrets', 'shown_paragraphs'];
const tablesSchema = z.array(z.object({ name: z.string() }));
const countSchema = z.object({ count: z.int() });

function countRows(file: string): Record<string, number> {
  const database = new Libsql(file, { readonly: true });
  try {
    const tables = tablesSchema.parse(
      database.prepare("select name from sqlite_master where type = 'table'").all(),
    );
    const counted = tables.filter(({ name }) => !UNCOUNTED.includes(name));
    return Object.fromEntries(
      counted.map(({ name }) => [
        name,
        countSchema.parse(database.prepare(`select count(*) as count from ${name}`).get()).count,
      ]),
    );
  } finally {
    database.close();
  }
}
