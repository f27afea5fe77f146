/** `/ask` on the shipped article, asked as a reader would ask it, through Discord. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-discord/local-discord.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { sharedEmbedder } from '../support/embedder.js';
import { labelsOf, textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';
import { readShippedArticle } from '../support/shipped-article.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { text: articleText, paragraphs } = readShippedArticle();
let bot: RunningBot;

beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
});
afterAll(() => bot.stop());

/** Numbers of the paragraphs that a message shows, best first. */
function paragraphsIn(message: Message): number[] {
  const places = textsOf(message).flatMap((text) => [...text.matchAll(/¶(\d+)(?:–(\d+))?/gu)]);
  return places.flatMap(([, first, last = first]) => {
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, at) => Number(first) + at);
  });
}

async function ask(question: string, more: Record<string, string | boolean> = {}): Promise<Message> {
  return bot.discord.slash('ask', { question, ...more }).settled();
}

/** Question and the paragraph that answers it. */
const ANSWERED: readonly (readonly [question: string, paragraph: number])[] = [
  ['Which Pentagon official arrived in Taiwan?', 1],
  ['Which newspaper was the first to report the trip?', 2],
  ['Who declined to comment on the trip?', 2],
  ['What did the Pentagon spokesperson say about the relationship with Taiwan?', 3],
  ['On what condition did the sources speak?', 4],
  ['Who is the defense minister of Taiwan?', 5],
  ['Was Chiu certain that the visit would take place?', 5],
  ['who are very welcome according to chiu', 6],
  ['Where did Chiu talk to reporters?', 6],
  ['Did Chiu explain the details?', 7],
  ['Since when has no US defense official as senior as Chase visited the island?', 8],
  ['What did the pandemic do to government travel?', 8],
  ['Where was the Chinese spy balloon shot down?', 9],
  ['What was the balloon for, according to China?', 9],
  ['What does Wang Wenbin say about military ties between the US and Taiwan?', 10],
  ['Why did China hold war games near Taiwan?', 11],
  ["Who is Taiwan's most important arms supplier?", 12],
  ['Who made an unannounced visit to Taiwan in 2020?', 13],
  ['Who announced the trip of the bipartisan delegation?', 14],
  ['Which congressmen are part of the delegation?', 15],
  ['What is coercive diplomacy?', 20],
  ['How many people were killed by US wars since 2001?', 21],
  ['How many civilians died in counterterrorism wars?', 21],
  ['Which wars has the United States launched since the end of World War II?', 21],
];

const DECLINED = [
  'What is the capital of France?',
  'Who won the football world cup in 2022?',
  'How do I bake sourdough bread?',
  'What is the population of Brazil?',
  'When was the Eiffel Tower built?',
  'Who wrote Pride and Prejudice?',
  'What is the weather like in Berlin tomorrow?',
  'Which company makes the iPhone?',
  'How tall is Mount Everest?',
  'What time does the museum open on Sundays?',
];

describe('/ask', () => {
  test.each(ANSWERED)('%s', async (question, paragraph) => {
    const message = await ask(question);
    expect(paragraphsIn(message)).toContain(paragraph);
  });

  test.each(DECLINED)('declines: %s', async (question) => {
    const message = await ask(question);
    expect(paragraphsIn(message)).toEqual([]);
    const shown = JSON.stringify(message.components);
    for (const { start, end } of paragraphs) {
      for (let at = start; at + 40 <= end; at++) expect(shown).not.toContain(articleText.slice(at, at + 40));
    }
  });

  test('shows the words of the article, the sentence that answers in bold, and where they stand', async () => {
    const message = await ask('Where was the Chinese spy balloon shot down?');
    const [heading = '', body = ''] = textsOf(message);
    expect(heading).toMatch(/^### The Pentagon's top China official.*\n-# Iran Press · ¶9$/u);
    expect(body.startsWith('**China and the United States are involved')).toBe(true);
    expect(body).toContain('this month.** China says');
    for (const [at, text] of textsOf(message).entries()) {
      if (at % 2 === 1) expect(articleText).toContain(unescapeMarkdown(text));
    }
  });

  test('what comes nearest to an unanswered question is behind a button, for the asker alone', async () => {
    const { discord } = bot;
    const declined = await ask('How old is Nancy Pelosi?');
    const shown = discord.click(declined.id, 'Show the closest passage');
    const message = await shown.settled();
    expect(shown.isEphemeral).toBe(true);
    expect(textsOf(message)[0]).toContain('may not answer');
    expect(articleText).toContain(unescapeMarkdown(textsOf(message).at(-1) ?? ''));
  });

  test('filters are options; what is no date is told in words', async () => {
    const question = 'Where was the Chinese spy balloon shot down?';
    expect(paragraphsIn(await ask(question, { source: 'iran press' }))).toContain(9);
    expect(textsOf(await ask(question, { source: 'gazette' })).join()).toContain(
      'No article is from this source',
    );
    expect(textsOf(await ask(question, { since: 'yesterday' })).join()).toContain(
      'must be a day, a month or a year',
    );
  });

  test('a question about something else is declined, and there is nothing to show', async () => {
    const declined = await ask('What is the capital of France?');
    expect(textsOf(declined).join('')).toContain('found nothing in the articles about this');
    expect(labelsOf(declined)).toEqual(['Dismiss']);
  });

  test.each([
    [true, true],
    [false, false],
  ])('private: %s is seen so', async (isPrivate, expected) => {
    const asked = bot.discord.slash('ask', { question: 'Who is Chiu?', private: isPrivate });
    await asked.settled();
    expect(asked.isEphemeral).toBe(expected);
    expect(asked.edits).toHaveLength(1);
  });

  test('an article is chosen by any part of its title, and searched alone', async () => {
    const choices = await bot.discord.autocomplete('ask', 'article', 'TOP CHINA');
    expect(choices).toHaveLength(1);
    const articleId = String(choices[0]?.value);
    const message = await ask('Where was the Chinese spy balloon shot down?', { article: articleId });
    expect(paragraphsIn(message)).toContain(9);
    expect(await bot.discord.autocomplete('ask', 'article', 'no such title')).toEqual([]);
  });

  test('an article that is not there is said to be none', async () => {
    const message = await ask('Where was the balloon shot down?', { article: 'no such article' });
    expect(textsOf(message).join('')).toMatch(/no such article/u);
  });

  test.each(['???', '-', '👍', 'a'.repeat(2000), 'why '.repeat(500)])(
    'any input is answered: %j',
    async (question) => {
      expect(textsOf(await ask(question)).join('')).not.toBe('');
    },
  );
});

const mention = (text: string): string => `<@${bot.discord.applicationId}> ${text}`;

describe('a mention', () => {
  test('is answered in one message that replies to the question', async () => {
    const { discord } = bot;
    const question = discord.sendMessage(mention('where was the spy balloon shot down?'));
    const reply = await discord.whenSent((message) => message.message_reference?.message_id === question.id);
    expect(paragraphsIn(reply)).toContain(9);
  });

  test('without a question is told how to ask', async () => {
    const { discord } = bot;
    const question = discord.sendMessage(mention(''));
    const reply = await discord.whenSent((message) => message.message_reference?.message_id === question.id);
    expect(textsOf(reply).join('')).toContain('/ask');
  });

  test('others, everyone, and bots are not answered', async () => {
    const { discord } = bot;
    const before = discord.messages().length;
    discord.sendMessage(`<@${discord.administrator}> where was the balloon shot down?`);
    discord.sendMessage('@everyone where was the balloon shot down?');
    discord.sendMessage(`@everyone ${mention('where was the balloon shot down?')}`, {
      user: discord.administrator,
    });
    // Messages are handled in order: once this one is answered, the others have been passed over.
    const last = discord.sendMessage(mention('where was the balloon shot down?'));
    await discord.whenSent((message) => message.message_reference?.message_id === last.id);
    expect(discord.messages().length - before).toBe(5);
  });

  test('in direct messages nothing need be mentioned', async () => {
    const { discord } = bot;
    const channel = discord.directChannel(discord.member);
    const question = discord.sendMessage('where was the spy balloon shot down?', { channel });
    const reply = await discord.whenSent(
      (message) => message.message_reference?.message_id === question.id,
      channel,
    );
    expect(paragraphsIn(reply)).toContain(9);
  });
});
