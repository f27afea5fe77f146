/** *Cancel* below the progress of `/reindex`, by the people who may and those who may not, also after a restart. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Interaction, Message } from '../../src/local-discord/local-discord.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { fakeEmbedder } from '../support/embedder.js';
import { createGate, type Gate } from '../support/gate.js';
import { createManualClock, type ManualClock } from '../support/manual-clock.js';
import { textsOf } from '../support/replies.js';
import { startRestartableBot, type RestartableBot } from '../support/restartable-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const { run } = ENGLISH;
const SENTENCE =
  'said on Monday that everything about it would be examined once more, and that nobody had to hurry.';
const HELD = 'The last minister';
let bot: RestartableBot;
let clock: ManualClock;
let gate: Gate;
/** How long the sixth passage takes. */
let sixthMs: number;

beforeEach(async () => {
  sixthMs = 1500;
  clock = createManualClock(Date.now());
  gate = createGate();
  // A look at the clock between passages lets progress be shown: it is shown every few seconds.
  const embedder = fakeEmbedder({
    before: (text) => {
      clock.advance(text.includes('number 6') ? sixthMs : 1500);
      return text.startsWith(HELD) ? gate.pass() : undefined;
    },
  });
  bot = await startRestartableBot({
    folder: await temporaryFolder(),
    embedder,
    discord: { clock },
    now: () => clock.now(),
  });
  const ministers = Array.from({ length: 12 }, (_, at) => `Minister number ${at} ${SENTENCE}`);
  writeFileSync(
    path.join(bot.articles, 'new.txt'),
    `${[...ministers, `${HELD} ${SENTENCE}`].join('\n\n')}\n`,
  );
});
afterEach(async () => {
  gate.open();
  await bot.stop();
});

const textOf = (message: Message | undefined): string => textsOf(message ?? { components: [] }).join('\n');

/** Begins a run, which waits at the gate behind a message with its progress. */
async function begin(): Promise<{ running: Interaction; progress: Message }> {
  const { discord } = bot;
  const running = discord.slash('reindex', {}, { user: discord.administrator });
  await gate.reached;
  const progress = await running.settled();
  return { running, progress };
}

const press = (message: Message, user = bot.discord.administrator): Interaction =>
  bot.discord.click(message.id, run.cancel, { user });

describe('cancelling a re-index', () => {
  test('ends it: the old index answers, and the next run goes on with what was embedded', async () => {
    const { running, progress } = await begin();
    expect(textOf(progress)).toMatch(/Embedding paragraphs\n`[█░]{20}` \d+ of 13/u);
    const cancelled = press(progress);
    await cancelled.responded();
    gate.open();
    await expect.poll(() => textOf(running.message)).toBe(run.cancelled);
    expect(running.message?.id).toBe(progress.id);
    expect(JSON.stringify(running.message?.components)).not.toContain('cancel-reindex');
    expect(bot.index.snapshot()?.articles).toHaveLength(1);
    expect(cancelled.followUps).toEqual([]);
    const again = bot.discord.slash('reindex', {}, { user: bot.discord.administrator });
    await expect.poll(() => textOf(again.message)).toContain('**Added (1)**\n- new.txt');
    // The one that was held up was on its way, and is kept as well.
    expect(textOf(again.message)).toContain('0 embedded');
  });

  test('is for administrators: anybody else is refused, privately, and the run goes on', async () => {
    const { running, progress } = await begin();
    const tried = press(progress, bot.discord.member);
    await expect.poll(() => tried.followUps.map(textOf)).toEqual([run.administratorsOnly]);
    expect((tried.followUps[0]?.flags ?? 0) & (1 << 6)).not.toBe(0);
    gate.open();
    await expect.poll(() => textOf(running.message)).toContain('new.txt');
  });

  test('twice at once ends it once', async () => {
    const { running, progress } = await begin();
    const presses = [press(progress), press(progress)];
    await Promise.all(presses.map((one) => one.responded()));
    gate.open();
    await expect.poll(() => textOf(running.message)).toBe(run.cancelled);
    expect(presses.flatMap(({ followUps }) => followUps.map(textOf))).toEqual([]);
  });

  test('when it is over is told in words, and another run is left alone', async () => {
    const { progress } = await begin();
    press(progress);
    gate.open();
    await expect.poll(() => textOf(bot.discord.messages().at(-1))).toBe(run.cancelled);
    const id = `cancel-reindex:1:${'1'.repeat(18)}`;
    const late = bot.discord.click(progress.id, id, { user: bot.discord.administrator, force: true });
    await expect.poll(() => late.followUps.map(textOf)).toEqual([run.notRunning]);
    expect(textOf(bot.discord.messages().find((one) => one.id === progress.id))).toBe(run.cancelled);
  });

  test('works from a message that the bot wrote itself, because the token had run out', async () => {
    const { discord } = bot;
    sixthMs = 16 * 60_000;
    discord.slash('reindex', {}, { user: discord.administrator });
    const progress = await discord.whenSent(
      (message) => message.interaction_metadata === undefined && textOf(message).includes('of 13'),
    );
    await gate.reached;
    await press(progress).responded();
    gate.open();
    const told = await discord.whenSent((message) => textOf(message) === run.cancelled);
    expect(told.id).toBe(progress.id);
  });
});

test('after a restart in the middle of a run its button says that there is no such run', async () => {
  const { progress } = await begin();
  const restarted = bot.restart();
  gate.open();
  await restarted;
  const late = bot.discord.click(progress.id, `cancel-reindex:1:${'1'.repeat(18)}`, {
    user: bot.discord.administrator,
    force: true,
  });
  await expect.poll(() => late.followUps.map(textOf)).toEqual([run.notRunning]);
});
