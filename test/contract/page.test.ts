/** `npm start` without a token, as somebody who just cloned the project meets it: one address, and a bot that answers there. */
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commands as known } from '../../commands/index.js';
import { textsOf } from '../support/replies.js';
import { PageClient, type EventStream, type SeenMessage } from '../support/page-client.js';
import { freePort, takePort } from '../support/ports.js';
import { startNpm, startProgram, type Environment, type Program } from '../support/program.js';
import { copyShippedArticles } from '../support/running-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const NAMES = [...known.slash, ...known.message].map(({ payload }) => payload.name).toSorted();
const ADDRESS = /^http:\/\/127\.0\.0\.1:\d+\/$/mu;

async function prepare(more: Environment = {}): Promise<Environment> {
  const folder = await temporaryFolder();
  const places = { ARTICLES_DIR: copyShippedArticles(folder), INDEX_DIR: path.join(folder, 'index') };
  return { ...places, LOCAL_PORT: '0', ...more };
}

interface Visit {
  readonly page: PageClient;
  readonly program: Program;
  readonly administrator: string;
  readonly member: string;
  readonly channel: string;
}

/** Opens the page once the first index is complete. */
async function visit(program: Program): Promise<Visit> {
  await waitForOutput(program, 'The index is up to date');
  const [url = ''] = ADDRESS.exec(program.output()) ?? [];
  const page = new PageClient(url);
  const { members, channel } = await page.state();
  const idOf = (isAdministrator: boolean): string =>
    members.find((member) => member.isAdministrator === isAdministrator)?.id ?? '';
  return { page, program, channel, administrator: idOf(true), member: idOf(false) };
}

async function waitForOutput(program: Program, text: string | RegExp): Promise<void> {
  await expect.poll(() => program.output(), { timeout: 30_000 }).toMatch(text);
}

/** Types a whole command, and waits for its answer. */
async function type({ page, channel }: Visit, user: string, text: string): Promise<SeenMessage> {
  const stream = page.listen(user);
  onTestFinished(() => stream.close());
  const { interaction } = await page.post('command-text', { user, channel, text });
  await whenDone(stream, interaction);
  const { messages } = await page.state({ user, channel });
  const last = messages.at(-1);
  if (last === undefined) throw new Error('There is no answer.');
  return last;
}

async function whenDone(stream: EventStream, interaction: unknown): Promise<void> {
  const done = await stream.until(({ data }) => data['id'] === interaction && data['state'] !== 'thinking');
  expect(done.data).not.toHaveProperty('error');
}

describe('npm start without a token', () => {
  test('prints one line with the address alone, and answers what is typed there', async () => {
    const program = startProgram('main', await prepare());
    const here = await visit(program);
    const { page, channel, member, administrator } = here;
    const { commands, bot } = await page.state({ user: administrator });
    expect(bot.isConnected).toBe(true);
    expect(commands.map(({ name }) => name).toSorted()).toEqual(NAMES);

    const answer = await type(here, member, '/ask question:Which official arrived in Taiwan?');
    expect(textsOf(answer).join('\n')).toContain('¶1');
    expect(answer).toMatchObject({ isEphemeral: false, invokedBy: { commandName: 'ask' } });

    const wrong = '/source quote:China staged peace games near Taiwan last August to express its anger';
    expect(textsOf(await type(here, member, wrong)).join('\n')).toContain('Altered quote');

    const declined = await type(here, member, '/ask question:How old is Nancy Pelosi? private:true');
    expect(declined.isEphemeral).toBe(true);
    const stream = page.listen(member);
    onTestFinished(() => stream.close());
    const customId = /"custom_id":"([^"]+)"/u.exec(JSON.stringify(declined.components))?.[1];
    const click = await page.post('click', { user: member, messageId: declined.id, customId });
    await whenDone(stream, click['interaction']);
    const { messages } = await page.state({ user: member, channel });
    expect(textsOf(messages.at(-1) ?? { components: [] }).join('\n')).toContain('may not answer');

    const refused = await type(here, member, '/reindex');
    expect(refused.isEphemeral).toBe(true);
    expect(textsOf(refused).join('\n')).toContain('administrators');
    expect(textsOf(await type(here, administrator, '/reindex full:true')).join('\n')).toContain('1 article');

    const quoting = { user: member, channel, content: "“I won't explain the details” he said" };
    const { message } = await page.post('message', quoting);
    const menu = { user: member, messageId: message, name: 'Check quote' };
    await whenDone(stream, (await page.post('message-command', menu))['interaction']);
    const checked = (await page.state({ user: member, channel })).messages.at(-1);
    expect(textsOf(checked ?? { components: [] }).join('\n')).toContain('Exact quote');

    program.process.kill('SIGTERM');
    const { status, stdout } = await program.finished;
    expect(status).toBe(0);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/u);
  });

  test('a mention is answered in a reply', async () => {
    const { page, channel, member } = await visit(startProgram('main', await prepare()));
    const stream = page.listen(member);
    onTestFinished(() => stream.close());
    const { bot } = await page.state();
    const content = `<@${bot.id}> where was the spy balloon shot down?`;
    const { message } = await page.post('message', { user: member, channel, content });
    const isReply = (one: unknown): boolean =>
      JSON.stringify(one).includes(`"replyTo":{"id":"${String(message)}"`);
    const reply = await stream.until(({ data }) => isReply(data));
    expect(JSON.stringify(reply.data)).toContain('¶9');
  });

  test('the port is the one that was set; a port in use is told in words, with what to do', async () => {
    const port = await freePort();
    const program = startProgram('main', await prepare({ LOCAL_PORT: String(port) }));
    await waitForOutput(program, `http://127.0.0.1:${port}/`);
    const taken = await takePort();
    const { status, stdout, stderr } = await startProgram(
      'main',
      await prepare({ LOCAL_PORT: String(taken) }),
    ).finished;
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`port ${taken} is in use`);
    expect(stderr).toContain('LOCAL_PORT');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s: what was asked is answered first', async (signal) => {
    const here = await visit(startProgram('main', await prepare()));
    const { page, channel, member, program } = here;
    const stream = page.listen(member);
    onTestFinished(() => stream.close());
    const text = '/ask question:Where was the Chinese spy balloon shot down?';
    await page.post('command-text', { user: member, channel, text });
    await stream.until(({ data }) => JSON.stringify(data).includes('"isLoading":true'));
    program.process.kill(signal);
    await stream.until(({ data }) => JSON.stringify(data).includes('¶9'));
    expect((await program.finished).status).toBe(0);
  });

  test('npm start itself: the address stands on a line of its own', async () => {
    const npm = startNpm(await prepare());
    await waitForOutput(npm, ADDRESS);
    npm.process.kill('SIGTERM');
    expect((await npm.finished).status).toBe(0);
  });
});
