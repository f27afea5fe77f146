/** One use of everything that the bot answers: each command, list of choices, button, select and form, and a mention. */
import { ApplicationCommandOptionType } from 'discord.js';
import { commands } from '../../commands/index.js';
import { components } from '../../src/discord/components/index.js';
import type { Interaction } from '../../src/local-discord/local-discord.js';
import { COMPONENT_USES, useShown } from './component-uses.js';
import { DECLINED, QUESTION, TOPIC, type UsedBot } from './used-bot.js';

export interface Use {
  /** Gets everything ready. @returns what a person then does; it resolves with the id of the event, when it was answered. */
  readonly prepare: (bot: UsedBot) => Promise<() => Promise<string>>;
  /** How many messages there are more. */
  readonly messages: number;
  /** How many records there are more, by the name of their table. */
  readonly rows?: Readonly<Record<string, number>> | undefined;
  /** What a process that was started meanwhile adds, when the event comes once more: as `messages` and `rows`. */
  readonly again?:
    | { readonly messages?: number; readonly rows?: Readonly<Record<string, number>> }
    | undefined;
  /** Whether the event is no interaction. */
  readonly isMessage?: boolean;
}

type Options = Readonly<Record<string, string | number | boolean>>;

const ARTICLE = '000_34c1936e83dafbf4';

/** Waits until the person sees what came of it. */
export async function answered(interaction: Interaction): Promise<string> {
  await interaction.responded();
  await waitFor(() => interaction.isSettled || interaction.followUps.length > 0, interaction);
  return interaction.id;
}

function waitFor(isMet: () => boolean, interaction: Interaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (interaction.error !== undefined) reject(interaction.error);
      else if (isMet()) resolve();
    };
    interaction.listen(look);
    look();
  });
}

function slash(name: string, options: (bot: UsedBot) => Options, rows?: Use['rows']): Use {
  return {
    prepare: async (bot) => () =>
      answered(bot.discord.slash(name, options(bot), { user: bot.discord.administrator })),
    messages: 1,
    rows,
  };
}

const quote = { quote: 'war games near Taiwan last August', private: false };

const COMMAND_USES: Readonly<Record<string, Use>> = {
  '/ask': slash('ask', () => ({ question: QUESTION, private: false }), { receipts: 1, shown_messages: 1 }),
  '/source': slash('source', () => quote, { shown_messages: 1 }),
  '/cite': slash('cite', () => ({ article: ARTICLE, paragraph: 7, private: false }), { shown_messages: 1 }),
  '/timeline': slash('timeline', () => ({ topic: TOPIC, private: true }), { receipts: 1 }),
  '/why': slash('why', () => ({ id: 'AAAA0000' })),
  '/articles': slash('articles', () => ({})),
  '/follow': slash('follow', () => ({ topic: TOPIC }), { follows: 1 }),
  '/unfollow': {
    ...slash('unfollow', () => ({ topic: TOPIC }), { follows: -1 }),
    async prepare(bot) {
      const { discord } = bot;
      await discord.slash('follow', { topic: TOPIC }, { user: discord.administrator }).settled();
      return slash('unfollow', () => ({ topic: TOPIC })).prepare(bot);
    },
  },
  '/gaps': slash('gaps', () => ({ csv: true })),
  '/settings': slash('settings', () => ({})),
  '/reindex': slash('reindex', () => ({})),
  'Check quote': {
    async prepare({ discord }) {
      const said = discord.sendMessage('He said “I won’t explain the details” and left.');
      return () => answered(discord.messageCommand('Check quote', said.id));
    },
    messages: 1,
  },
  'a question that is declined': slash('ask', () => ({ question: DECLINED, private: false }), {
    receipts: 1,
    gaps: 1,
  }),
  'a mention': {
    prepare:
      async ({ discord }) =>
      async () => {
        const asked = discord.sendMessage(`<@${discord.applicationId}> ${QUESTION}`);
        await discord.whenSent(({ message_reference }) => message_reference?.message_id === asked.id);
        return asked.id;
      },
    messages: 2,
    rows: { receipts: 1, shown_messages: 1 },
    isMessage: true,
  },
};

/** What is offered while an option is typed; it changes nothing, whatever the option. */
function completing(command: string, option: string): Use {
  return {
    prepare:
      async ({ discord }) =>
      async () => {
        await discord.autocomplete(command, option, 'a', { user: discord.administrator });
        const { path } = await discord.whenRequested(
          ({ path }) => path === discord.requests.at(-1)?.path && path.endsWith('/callback'),
        );
        return path.split('/')[2] ?? '';
      },
    messages: 0,
  };
}

const COMPONENT_CASES: Readonly<Record<string, Use>> = Object.fromEntries(
  Object.entries(COMPONENT_USES).map(([kind, use]) => [
    kind,
    {
      async prepare(bot) {
        const act = await useShown(bot, kind, use, await use.show(bot));
        return async () => {
          const interaction = act();
          await (bot.running === undefined ? answered(interaction) : endRun(bot, interaction));
          return interaction.id;
        };
      },
      messages: use.messages ?? 0,
      rows: use.rows,
      again: use.again,
    } satisfies Use,
  ]),
);

/** A run that was cancelled says so in its own message. */
async function endRun(bot: UsedBot, cancelling: Interaction): Promise<void> {
  await cancelling.responded();
  bot.release();
  await bot.running?.settled();
  bot.running = undefined;
}

const COMPLETIONS = commands.slash.flatMap(({ payload, complete }) =>
  (complete === undefined ? [] : (payload.options ?? [])).flatMap((option) =>
    option.type === ApplicationCommandOptionType.String && option.autocomplete === true
      ? [[payload.name, option.name] as const]
      : [],
  ),
);

export const USES: Readonly<Record<string, Use>> = {
  ...COMMAND_USES,
  ...Object.fromEntries(
    COMPLETIONS.map(([name, option]) => [`/${name} ${option}`, completing(name, option)]),
  ),
  ...COMPONENT_CASES,
};

/** Every handler that is registered, under the name that its use has. */
export function handlerNames(): string[] {
  return [
    ...commands.slash.map(({ payload }) => `/${payload.name}`),
    ...commands.message.map(({ payload }) => payload.name),
    ...COMPLETIONS.map(([name, option]) => `/${name} ${option}`),
    ...components.map(({ kind }) => kind),
  ];
}

/** What there is after a use. */
export function addRows(
  before: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>> = {},
): Record<string, number> {
  return Object.fromEntries(Object.entries(before).map(([name, count]) => [name, count + (more[name] ?? 0)]));
}
