/** What Discord and the network do to a bot: none of it ends the process, loses an answer that can be given, or answers twice. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedRequest } from '../../src/local-discord/local-discord.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const QUESTION = { question: 'Where was the Chinese spy balloon shot down?' };
let bot: RunningBot;

beforeEach(async () => {
  bot = await startRunningBot({ folder, embedder });
});
afterEach(() => bot.stop());

const isCallback = ({ path }: RecordedRequest): boolean => path.endsWith('/callback');
const isEdit = ({ method, path }: RecordedRequest): boolean =>
  method === 'PATCH' && path.startsWith('/webhooks/');

async function expectAnswered(): Promise<void> {
  const asked = bot.discord.slash('ask', QUESTION);
  expect(textsOf(await asked.settled()).join('\n')).toContain('¶9');
  expect(asked.isEphemeral).toBe(false);
}

describe('an acknowledgement', () => {
  test.each([
    ['429', { status: 429, retryAfter: 0.2 }],
    ['500', { status: 500 }],
    ['a cut connection', 'cut'],
    ['no answer at all', 'hang'],
    ['an answer that is lost', 'lost'],
  ] as const)('that meets %s is sent again in time, and the answer comes', async (_name, respond) => {
    bot.discord.fault({ when: isCallback, respond });
    await expectAnswered();
  });

  test.each([
    [404, 10062],
    [401, 50027],
    [500, 0],
  ])(
    'that is refused for good with %i/%i is logged, and the next question is answered',
    async (status, code) => {
      const { discord, log } = bot;
      discord.fault({ when: isCallback, times: 10, respond: { status, code } });
      discord.slash('ask', QUESTION);
      await discord.whenRequested((request) => isCallback(request) && request.status === status);
      discord.fault({ when: () => false, respond: 'cut' });
      await expect.poll(() => log.lines.filter(({ level }) => level === 'warn').length).toBeGreaterThan(0);
    },
  );
});

describe('an answer', () => {
  test.each([
    ['429', { status: 429, retryAfter: 0.2 }],
    ['500', { status: 500 }],
    ['a cut connection', 'cut'],
  ] as const)('that meets %s is sent again', async (_name, respond) => {
    bot.discord.fault({ when: isEdit, respond });
    await expectAnswered();
  });

  test.each([
    [404, 10015],
    [401, 50027],
    [404, 10008],
  ])('whose reply is gone (%i/%i) is logged and not sent again', async (status, code) => {
    const { discord, log } = bot;
    discord.fault({ when: isEdit, respond: { status, code } });
    discord.slash('ask', QUESTION);
    await expect
      .poll(() => log.lines.map(({ message }) => message).join())
      .toContain('gone before the answer');
    expect(discord.requests.filter(isEdit)).toHaveLength(1);
    await expectAnswered();
  });
});

test('an answer that Discord refuses as it is becomes a number under which the log has the reason', async () => {
  const { discord, log } = bot;
  discord.fault({ when: isEdit, respond: { status: 400, code: 50035 } });
  const texts = textsOf(await discord.slash('ask', QUESTION).settled()).join('');
  const [, reference] = /(\d{6})/u.exec(texts) ?? [];
  expect(log.lines.find(({ fields }) => fields['reference'] === reference)?.level).toBe('error');
});

describe('the connection', () => {
  test('cut, it is resumed, and what came meanwhile is answered', async () => {
    const { discord } = bot;
    discord.cutSockets();
    await discord.whenReady();
    await expectAnswered();
    expect(discord.gatewayCounts.resumes).toBe(1);
  });

  test('asked to reconnect (op 7), the bot does', async () => {
    const { discord } = bot;
    discord.requestReconnect();
    await expect.poll(() => discord.gatewayCounts.resumes, { timeout: 10_000 }).toBe(1);
    await expectAnswered();
  });

  test('with its session gone (op 9), the bot identifies anew', async () => {
    const { discord } = bot;
    discord.invalidateSession({ resumable: false });
    await expect.poll(() => discord.gatewayCounts.identifies, { timeout: 20_000 }).toBe(2);
    await discord.whenReady();
    await expectAnswered();
  });
});

describe('buttons and menus of another time', () => {
  test('are acknowledged and answered in words', async () => {
    const { discord } = bot;
    const other = await discord.slash('ask', { question: 'What is the capital of France?' }).settled();
    const clicked = discord.click(other.id, 'share:0:whatever', { force: true });
    expect(textsOf(await clicked.settled()).join('')).toMatch(/earlier version/u);
    expect(clicked.isEphemeral).toBe(true);
  });
});

test('a mention that cannot be answered ends nothing', async () => {
  const { discord, log } = bot;
  discord.fault({
    when: ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    respond: { status: 403, code: 50013 },
  });
  discord.sendMessage(`<@${discord.applicationId}> where was the balloon shot down?`);
  await expect
    .poll(() => log.lines.map(({ message }) => message).join())
    .toContain('mention could not be answered');
  await expectAnswered();
});
