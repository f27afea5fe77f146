/**
 * `npm run bench:bot [-- --paragraphs 10000]`: the bot as a process of its own on a local Discord, beside a plain build of it
 * (plain-bot.mjs), measured the same way, with what is to be reached behind it. Minutes long. Needs the public sets and the
 * plain build's model beside the project.
 *
 * The burst asks what the bot has answered with a passage a moment before, when nothing else went on: what is measured there
 * is what load does to answers. Whether the right questions are declined is measured elsewhere (`npm run eval`).
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startLocalDiscord, textsOf } from '../../dist/src/local-discord/local-discord.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = path.resolve(ROOT, process.env.SHARED_DIR ?? '../shared');
const SET = path.join(SHARED, 'eval/realtimeqa');
const PLAIN_MODELS = path.join(SHARED, 'models');

const BOTS = {
  plain: { args: ['test/bench/plain-bot.mjs'], models: PLAIN_MODELS },
  byline: { args: ['dist/src/main.js'], models: 'data/models' },
};
const SHIPPED_QUESTION = 'Which official arrived in Taiwan?';
const QUESTIONS = 60;
const BURST = 30;
const MB = 1024 * 1024;
/** How often somebody asks whether there is an answer yet: a first index of minutes is not to be slowed down by that. */
const ASK_AGAIN_MS = { soon: 10, later: 250 };

/** What is to be reached with 10,000 paragraphs; the time of a first index where the machine has a second core. */
const TARGETS = {
  'shipped: first start to first answer, s': '<= 2.0',
  'shipped: /ask p50, ms': '<= 10',
  'large: first index to first answer, s': '<= 75',
  'large: restart to first answer, s': '<= 1.5',
  'large: /ask p50, ms': '<= 12',
  'large: memory at rest, MB': '<= 400',
  'large: memory, peak over the first index, MB': '<= 550',
  'large: memory, peak over a whole re-index, MB': '<= 550',
  'burst: worst first response, s (failed count as lost)': '<= 0.3',
  'burst: answered in time': `${BURST}`,
  'burst: answered with a passage': `${BURST}`,
};

const { values } = parseArgs({
  options: { paragraphs: { type: 'string', default: '10000' }, only: { type: 'string' } },
});

const lines = (name) =>
  readFileSync(path.join(SET, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Articles of the set up to so many paragraphs, as files; and questions: about them first, then about others. */
async function layOut(folder, paragraphs) {
  await mkdir(folder, { recursive: true });
  const ids = new Set();
  let count = 0;
  for (const { id, text } of lines('corpus.jsonl')) {
    if (count >= paragraphs) break;
    count += text.split('\n\n').length;
    ids.add(id);
    await writeFile(path.join(folder, `${id}.txt`), text);
  }
  const isAbout = ({ relevant }) => relevant.some((id) => ids.has(id));
  const asked = lines('queries.jsonl').toSorted((a, b) => Number(isAbout(b)) - Number(isAbout(a)));
  return asked.map(({ question }) => question);
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** All processes that a process has started, itself included. */
async function familyOf(pid) {
  const parents = new Map();
  for (const name of (await readdir('/proc')).filter((one) => /^\d+$/u.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      continue; // it has ended meanwhile
    }
  }
  const family = [pid];
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child);
  return family;
}

async function memoryOf(pid) {
  let bytes = 0;
  for (const one of await familyOf(pid)) {
    try {
      bytes +=
        1024 * Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      continue; // it has ended meanwhile
    }
  }
  return bytes / MB;
}

/** Starts a bot. Everything it does not need stays away from it. */
async function start(kind, folder) {
  const discord = await startLocalDiscord();
  const { args, models } = BOTS[kind];
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      DOTENV_CONFIG_PATH: '/dev/null',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      ARTICLES_DIR: path.join(folder, 'articles'),
      INDEX_DIR: path.join(folder, `index-${kind}`),
      MODELS_DIR: models,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await Promise.race([
    discord.whenRegistered(),
    ended.then(() => Promise.reject(new Error(`${kind} ended`))),
  ]);
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await ended;
    clearTimeout(timer);
    await discord.close();
  };
  return { discord, child, begun, stop };
}

/** Nobody waits for longer; a machine on which everything is late would never end otherwise. */
const LONGEST_WAIT_MS = 60_000;

async function tooLate() {
  await sleep(LONGEST_WAIT_MS, undefined, { ref: false });
  throw new Error('an answer did not come within a minute');
}

let asker = 0;
async function ask(discord, question) {
  const begun = performance.now();
  const user = discord.addMember(`reader ${asker++}`); // one person may ask only one question a second
  const interaction = discord.slash('ask', { question }, { user });
  const message = await Promise.race([interaction.settled(), tooLate()]);
  return {
    question,
    ms: performance.now() - begun,
    acknowledged: interaction.acknowledgedAfterMs,
    hasPassage: textOf(message).includes('¶'),
  };
}

/** Asks until there is an index to answer from. */
async function firstAnswer({ discord, begun }, pauseMs = ASK_AGAIN_MS.soon) {
  for (;;) {
    // An answer that was lost is asked for again, as a person would.
    const [end] = await Promise.allSettled([ask(discord, SHIPPED_QUESTION)]);
    if (end.status === 'fulfilled' && end.value.hasPassage) return (performance.now() - begun) / 1000;
    await sleep(pauseMs);
  }
}

/** As many as are wanted; where there are fewer, they are asked again. */
const repeat = (questions, count) =>
  Array.from({ length: count }, (_, at) => questions[at % questions.length]);

/** One after the other. */
async function askAll(discord, questions) {
  const answers = [];
  for (const question of questions) answers.push(await ask(discord, question));
  return answers;
}

const medianOf = (answers) => median(answers.map(({ ms }) => ms));

const textOf = ({ components = [], content = '' } = {}) => textsOf(components).join('\n') + content;

/** Resolves one second into a re-index; that of the start may have to end first. */
async function startReindex(discord) {
  for (;;) {
    const reindexing = discord.slash('reindex', REINDEX_OPTIONS(discord), { user: discord.administrator });
    await reindexing.responded();
    await sleep(1000);
    if (!textOf(reindexing.message).includes('already running')) return reindexing;
  }
}

/** A re-index tells how far it is until it tells that it is done. */
async function endOf(reindexing) {
  for (;;) {
    if (/up to date|Done\./u.test(textOf(await reindexing.settled()))) return;
    await sleep(ASK_AGAIN_MS.later);
  }
}

async function burst(discord, questions) {
  const asked = repeat(questions, BURST).map((question) => ask(discord, question));
  const ends = (await Promise.allSettled(asked)).map((end) =>
    end.status === 'fulfilled' ? end.value : undefined,
  );
  const seen = ends.filter((end) => end !== undefined);
  return {
    'burst: worst first response, s (failed count as lost)':
      Math.max(0, ...seen.map((one) => one.acknowledged)) / 1000,
    'burst: answered in time': seen.length,
    'burst: answered with a passage': seen.filter(({ hasPassage }) => hasPassage).length,
  };
}

/** The product reads everything again only when it is asked to; the plain build has no such option. */
const REINDEX_OPTIONS = (discord) =>
  discord.commands().find(({ name }) => name === 'reindex')?.options?.length ? { full: true } : {};

/** @returns what the work gives, and the most memory that all processes had meanwhile. */
async function watchPeak(pid, work) {
  let peak = 0;
  const look = async () => (peak = Math.max(peak, await memoryOf(pid)));
  const timer = setInterval(look, 500);
  try {
    const result = await work();
    await look();
    return [result, peak];
  } finally {
    clearInterval(timer);
  }
}

async function measureShipped(kind, folder) {
  await cp(path.join(ROOT, 'data/articles'), path.join(folder, 'articles'), { recursive: true });
  const bot = await start(kind, folder);
  const first = await firstAnswer(bot);
  const answers = await askAll(bot.discord, repeat([SHIPPED_QUESTION], QUESTIONS));
  await bot.stop();
  return { 'shipped: first start to first answer, s': first, 'shipped: /ask p50, ms': medianOf(answers) };
}

async function measureLarge(kind, folder) {
  const questions = await layOut(path.join(folder, 'articles'), Number(values.paragraphs));
  await cp(path.join(ROOT, 'data/articles'), path.join(folder, 'articles'), { recursive: true });
  const first = await start(kind, folder);
  const [index, firstPeak] = await watchPeak(first.child.pid, () => firstAnswer(first, ASK_AGAIN_MS.later));
  await first.stop();
  const bot = await start(kind, folder);
  const restart = await firstAnswer(bot);
  const answers = await askAll(bot.discord, repeat([SHIPPED_QUESTION, ...questions], QUESTIONS));
  const rest = await memoryOf(bot.child.pid);
  const answered = answers.filter(({ hasPassage }) => hasPassage).map(({ question }) => question);
  const [figures, peak] = await watchPeak(bot.child.pid, async () => {
    const reindexing = await startReindex(bot.discord);
    const seen = await burst(bot.discord, answered);
    await endOf(reindexing);
    return seen;
  });
  await bot.stop();
  return {
    'large: first index to first answer, s': index,
    'large: restart to first answer, s': restart,
    'large: /ask p50, ms': medianOf(answers),
    'large: memory at rest, MB': rest,
    'large: memory, peak over the first index, MB': firstPeak,
    'large: memory, peak over a whole re-index, MB': peak,
    ...figures,
  };
}

async function measure(kind) {
  const root = await mkdtemp(path.join(tmpdir(), 'byline-bench-'));
  try {
    const shipped = await measureShipped(kind, path.join(root, 'shipped'));
    return { ...shipped, ...(await measureLarge(kind, path.join(root, 'large'))) };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

if (!existsSync(SET) || !existsSync(PLAIN_MODELS)) {
  console.log("The public sets or the plain build's model are not on this machine: nothing is measured.");
  process.exit();
}
const results = {};
for (const kind of values.only === undefined ? Object.keys(BOTS) : [values.only])
  results[kind] = await measure(kind);
const load = loadavg()
  .map((one) => one.toFixed(1))
  .join(' ');
console.log(`the bot, ${values.paragraphs} paragraphs (load ${load})`);
for (const name of Object.keys(Object.values(results)[0])) {
  const row = Object.entries(results).map(
    ([kind, figures]) => `${kind} ${Number(figures[name]).toPrecision(4).padStart(8)}`,
  );
  console.log(`  ${name.padEnd(58)} ${row.join('   ')}   to reach ${TARGETS[name]}`);
}
console.log(JSON.stringify({ load, ...results }));
process.exit();
