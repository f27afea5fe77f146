/** The message box: what is listed, what is a command, what is sent. */
import { describe, expect, test } from 'vitest';
import { parseCommands } from '../../../src/local-discord/page/commands.js';
import {
  findCommands,
  findMention,
  isWholeCommand,
  looksLikeCommand,
  readOthers,
  readValues,
  startCommand,
  writeMentions,
  type Filled,
} from '../../../src/local-discord/page/draft.js';
import { ASK_JSON } from './sample.js';

const commands = parseCommands(
  [
    ASK_JSON,
    { id: '42', type: 1, name: 'task', description: 'Another' },
    { id: '43', type: 3, name: 'Ask about this', description: '' },
    {
      id: '44',
      type: 1,
      name: 'settings',
      description: 'All settings',
      options: [
        { type: 1, name: 'show', description: 'Shows them' },
        { type: 2, name: 'set', description: '', options: [{ type: 1, name: 'color', description: 'One' }] },
      ],
    },
  ],
  'commands',
);
const [ask] = commands;
if (ask === undefined) throw new Error('There is no command.');

const filled = (values: Record<string, string>): Record<string, Filled> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, shown: value }]));

describe('the list of commands', () => {
  test.each([
    ['/', ['ask', 'task', 'settings show', 'settings set color']],
    ['/AS', ['ask', 'task']],
    ['/set', ['settings show', 'settings set color']],
    ['/nothing', []],
    ['/ask ', []],
    ['a /ask', []],
    ['', []],
  ])('for %j', (text, names) => {
    expect(findCommands(text, commands).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['/task', true],
    ['/task ', true],
    ['/ask', false],
    ['/tas', false],
    ['/settings show', true],
    ['/Ask about this', false],
  ])('%j is complete: %s', (text, isWhole) => {
    expect(isWholeCommand(text, commands)).toBe(isWhole);
  });

  test.each([
    ['/ask question:a', true],
    ['/reindex', true],
    ['/ask\nquestion:a', true],
    ['/', false],
    ['/ usr', false],
    ['/usr/bin', false],
    ['a /ask', false],
  ])('%j is meant as a command: %s', (text, isCommand) => {
    expect(looksLikeCommand(text)).toBe(isCommand);
  });
});

describe('mentions', () => {
  const people = [
    { id: '1', name: 'Byline' },
    { id: '2', name: 'Byline Two' },
    { id: '3', name: 'member' },
  ];

  test.each([
    ['@byline who came?', '<@1> who came?'],
    ['@Byline: who came?', '<@1>: who came?'],
    ['who, @member and @byline?', 'who, <@3> and <@1>?'],
    ['@bylines', '@bylines'],
    ['@byline two?', '<@2>?'],
    ['@nobody', '@nobody'],
    ['<@1> who?', '<@1> who?'],
    ['a@member', 'a@member'],
  ])('%j is sent as %j', (text, sent) => {
    expect(writeMentions(text, people)).toBe(sent);
  });

  test.each([
    ['@', ''],
    ['hello @by', 'by'],
    ['a@by', undefined],
    ['@by ', undefined],
  ])('%j completes %j', (text, typed) => {
    expect(findMention(text)).toBe(typed);
  });
});

describe('options', () => {
  test('start with those that are needed', () => {
    expect(startCommand(ask)).toMatchObject({ kind: 'command', open: ['question'], values: {} });
  });

  test('are sent as what they are', () => {
    const values = filled({ question: '12', private: 'false', count: '2', article: '' });
    expect(readValues(ask, values)).toEqual({ values: { question: '12', private: false, count: 2 } });
  });

  test.each([
    [{}, 'question is required.'],
    [{ question: 'x'.repeat(21) }, 'question has 21 of 20 characters.'],
    [{ question: 'a', count: '1.5' }, 'count is a whole number.'],
    [{ question: 'a', count: 'b' }, 'count is a number.'],
    [{ question: 'a', count: '4' }, 'count is out of its bounds.'],
  ])('%j: %s', (values, problem) => {
    expect(readValues(ask, filled(values))).toMatchObject({ problem });
  });

  test('that are not right yet are left out while another is typed', () => {
    const values = filled({ question: 'a', article: 'b', count: '9', private: 'true' });
    expect(readOthers(ask, values, 'article')).toEqual({ question: 'a', private: true });
  });
});
