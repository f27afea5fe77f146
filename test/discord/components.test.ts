/** Buttons, selects and forms of every kind of answer, on the local Discord. */
import { ApplicationCommandType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SlashCommand } from '../../src/discord/command.js';
import { defineComponent } from '../../src/discord/component.js';
import { writeComponentId } from '../../src/discord/component-id.js';
import { selectRow } from '../../src/discord/controls.js';
import { say, withRows, type ShownPlace } from '../../src/discord/reply.js';
import { KEEP, REMOVE } from '../../src/discord/stage.js';
import type { Message } from '../../src/local-discord/local-discord.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { startBareBot, type BareBot } from '../support/bare-bot.js';
import { textsOf } from '../support/replies.js';

const idOf = (kind: string, ...args: string[]): string => writeComponentId({ kind, version: 1, args });
const none = z.tuple([]);
const EPHEMERAL = 1 << 6;

const counter = (count: number) =>
  say(`Counted ${count}`, [
    { id: idOf('count', String(count)), label: 'Count', style: 'primary' },
    { id: idOf('drop'), label: 'Drop', style: 'danger' },
    { id: idOf('keep'), label: 'Keep' },
    { id: idOf('boom'), label: 'Boom' },
    { id: idOf('write'), label: 'Write' },
    { id: idOf('post'), label: 'Post', style: 'success' },
    { id: idOf('late'), label: 'Late' },
    { id: idOf('off'), label: 'Off', isDisabled: true },
    { url: 'https://example.org/', label: 'Open' },
  ]);
const menu = selectRow({
  id: idOf('menu'),
  placeholder: 'Choose',
  most: 2,
  options: ['a', 'b', 'c'].map((value) => ({ label: value.toUpperCase(), value })),
});

const show: SlashCommand = {
  payload: { type: ApplicationCommandType.ChatInput, name: 'show', description: 'Shows every control' },
  isQuestion: false,
  isPrivate: () => false,
  run: () => ({ ...withRows(counter(1), [menu]), onShown: (place) => places.push(place) }),
};

const components = [
  defineComponent({
    kind: 'count',
    version: 1,
    args: z.tuple([z.coerce.number<string>().int()]),
    acknowledgement: 'update',
    run: (_asking, [count]) => counter(count + 1),
  }),
  defineComponent({ kind: 'drop', version: 1, args: none, acknowledgement: 'update', run: () => REMOVE }),
  defineComponent({
    kind: 'keep',
    version: 1,
    args: none,
    acknowledgement: 'update',
    async run({ userName }, _args, _use, { tell }) {
      await tell(say(`Only ${userName} sees this`));
      return KEEP;
    },
  }),
  defineComponent({
    kind: 'boom',
    version: 1,
    args: none,
    acknowledgement: 'update',
    run: () => Promise.reject(new Error('a mistake')),
  }),
  defineComponent({
    kind: 'write',
    version: 1,
    args: none,
    acknowledgement: 'modal',
    open: () => ({
      id: idOf('written'),
      title: 'Write',
      fields: [
        { id: 'what', label: 'What', isLong: true, longest: 300 },
        { id: 'why', label: 'Why', isOptional: true, placeholder: 'Because' },
      ],
    }),
  }),
  defineComponent({
    kind: 'written',
    version: 1,
    args: none,
    acknowledgement: ({ isPrivate }) => (isPrivate ? 'private reply' : 'update'),
    run: (_asking, _args, { fields }) => say(`Written: ${fields.get('what')}, ${fields.get('why')}`),
  }),
  defineComponent({
    kind: 'post',
    version: 1,
    args: none,
    acknowledgement: 'private reply',
    async run(_asking, _args, _use, { post }) {
      await post(say('For everybody'));
      return say('Posted');
    },
  }),
  defineComponent({
    kind: 'late',
    version: 1,
    args: none,
    acknowledgement: 'update',
    run(_asking, _args, { messageId = '' }) {
      bot.discord.removeMessage(messageId);
      return counter(1);
    },
  }),
  defineComponent({
    kind: 'menu',
    version: 1,
    args: none,
    acknowledgement: 'public reply',
    run: ({ userId }, _args, { values, askerId }) =>
      say(`${values.join(' and ')}, ${userId === askerId ? 'the asker' : 'somebody else'}`),
  }),
];

const places: ShownPlace[] = [];
let bot: BareBot;
beforeAll(async () => {
  bot = await startBareBot({ slash: [show], message: [] }, components);
});
afterAll(() => bot.stop());

const shown = (): Promise<Message> => bot.discord.slash('show').settled();
const textOf = (message: Message | undefined): string => textsOf(message ?? { components: [] }).join('\n');

describe('a component', () => {
  test('updates its message, again and again, and what it remembers stands in its id', async () => {
    const { discord } = bot;
    const message = await shown();
    expect(textOf(await discord.click(message.id, 'Count').settled())).toBe('Counted 2');
    const second = discord.click(message.id, 'Count');
    expect(textOf(await second.settled())).toBe('Counted 3');
    expect(second.message?.id).toBe(message.id);
    expect(discord.messages().filter(({ id }) => id === message.id)).toHaveLength(1);
  });

  test('removes its message', async () => {
    const { discord } = bot;
    const message = await shown();
    const clicked = discord.click(message.id, 'Drop');
    await expect.poll(() => clicked.isDeleted).toBe(true);
    expect(discord.messages().some(({ id }) => id === message.id)).toBe(false);
  });

  test('leaves its message as it is, and tells one person something', async () => {
    const { discord } = bot;
    const message = await shown();
    const clicked = discord.click(message.id, 'Keep', { user: discord.addMember('Ada') });
    await expect.poll(() => clicked.followUps.map(textOf)).toEqual(['Only Ada sees this']);
    expect((clicked.followUps[0]?.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
    expect(clicked.edits).toEqual([]);
  });

  test('that fails leaves its message as it is; who used it is told a number, and nobody else', async () => {
    const { discord, log } = bot;
    const message = await shown();
    const clicked = discord.click(message.id, 'Boom');
    await expect.poll(() => clicked.followUps.length).toBe(1);
    const [, reference] = /(\d{6})/u.exec(textOf(clicked.followUps[0])) ?? [];
    expect(log.lines.find(({ fields }) => fields['reference'] === reference)?.level).toBe('error');
    expect((clicked.followUps[0]?.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(discord.messages().find(({ id }) => id === message.id))).toBe('Counted 1');
  });

  test('opens a form, and what is typed arrives and updates the message', async () => {
    const { discord } = bot;
    const message = await shown();
    const opened = await discord.click(message.id, 'Write').responded();
    expect(opened.modal?.title).toBe('Write');
    const sent = discord.submitModal(opened, { what: 'some words', why: '' });
    expect(textOf(await sent.settled())).toBe('Written: some words, ');
    expect(sent.message?.id).toBe(message.id);
  });

  test('posts for everybody beside its private answer', async () => {
    const { discord } = bot;
    const message = await shown();
    const clicked = discord.click(message.id, 'Post');
    await expect.poll(() => textOf(clicked.message)).toBe('Posted');
    expect(clicked.isEphemeral).toBe(true);
    await expect.poll(() => discord.messages().map(textOf)).toContain('For everybody');
  });

  test('tells what was chosen, and who asked for the message', async () => {
    const { discord } = bot;
    const message = await shown();
    const own = discord.select(message.id, 'menu:1', ['a', 'c']);
    expect(textOf(await own.settled())).toBe('a and c, the asker');
    const other = discord.select(message.id, 'menu:1', ['b'], { user: discord.administrator });
    expect(textOf(await other.settled())).toBe('b, somebody else');
  });

  test('whose message is removed meanwhile says so, privately', async () => {
    const { discord } = bot;
    const message = await shown();
    const clicked = discord.click(message.id, 'Late');
    await expect.poll(() => clicked.followUps.map(textOf)).toEqual([ENGLISH.general.messageGone]);
    expect((clicked.followUps[0]?.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
  });

  test('that is switched off cannot be used', async () => {
    const message = await shown();
    expect(() => bot.discord.click(message.id, 'Off')).toThrow(/disabled/u);
  });
});

test.each(['count:1', 'count:1:x', 'count:2:1', 'written:1:more', 'never:1', ''.padEnd(100, 'x')])(
  'an id of another version is answered in words, privately: %s',
  async (id) => {
    const message = await shown();
    const clicked = bot.discord.click(message.id, id, { force: true });
    expect(textOf(await clicked.settled())).toMatch(/earlier version/u);
    expect(clicked.isEphemeral).toBe(true);
  },
);

test('where an answer stands is told, so that it can be found again', async () => {
  const message = await shown();
  const place = { messageId: message.id, channelId: bot.discord.channelId };
  await expect.poll(() => places).toContainEqual(place);
});
