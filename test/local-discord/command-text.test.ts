/** Commands typed as text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCommandText, parseCommandText } from '../../src/local-discord/command-text.js';
import { CommandStore } from '../../src/local-discord/commands.js';

let id = 0;
const store = new CommandStore('1', () => String((id += 1)));
const commands = store.replaceAll([
  {
    name: 'ask',
    description: 'Asks',
    options: [
      { type: 3, name: 'question', description: 'What', required: true },
      { type: 3, name: 'article', description: 'Which' },
      { type: 5, name: 'private', description: 'Whether' },
      { type: 4, name: 'count', description: 'How many' },
      { type: 10, name: 'share', description: 'How much' },
      { type: 3, name: 'order', description: 'How', choices: [{ name: 'Newest first', value: 'new' }] },
    ],
  },
  { name: 'reindex', description: 'Reads', options: [{ type: 5, name: 'full', description: 'All' }] },
  { name: 'ping', description: 'Answers' },
  {
    name: 'settings',
    description: 'Settings',
    options: [
      { type: 1, name: 'show', description: 'Shows' },
      {
        type: 2,
        name: 'set',
        description: 'Sets',
        options: [
          {
            type: 1,
            name: 'language',
            description: 'Language',
            options: [{ type: 3, name: 'to', description: 'Which', required: true }],
          },
        ],
      },
    ],
  },
  { type: 3, name: 'Check' },
]);

const parse = (text: string) => parseCommandText(text, commands);

describe('a command', () => {
  test.each([
    [
      '/ask question:Which official arrived in Taiwan?',
      'ask',
      { question: 'Which official arrived in Taiwan?' },
    ],
    ['/ask question: spaced  private: TRUE', 'ask', { question: 'spaced', private: true }],
    ['/ask private:false question:last', 'ask', { private: false, question: 'last' }],
    [
      '/ask question:see https://example.org: or 12:30',
      'ask',
      { question: 'see https://example.org: or 12:30' },
    ],
    ['/ask question:is the question: who?', 'ask', { question: 'is the question: who?' }],
    ['/ask question:a\nb article:x', 'ask', { question: 'a\nb', article: 'x' }],
    ['/ask question:x count:-3 share:0.5', 'ask', { question: 'x', count: -3, share: 0.5 }],
    ['/ask question:x order:Newest first', 'ask', { question: 'x', order: 'new' }],
    ['/reindex', 'reindex', {}],
    [' /reindex  full:true ', 'reindex', { full: true }],
    ['/ping', 'ping', {}],
    ['/settings show', 'settings show', {}],
    ['/settings set language to:English', 'settings set language', { to: 'English' }],
  ])('%j', (text, name, options) => {
    expect(parse(text)).toEqual({ kind: 'command', name, options });
  });
});

describe('a problem, in words', () => {
  test.each([
    ['ask question:x', /begins with a slash/u],
    ['/', /begins with a slash/u],
    ['/dance', /no command \/dance/u],
    ['/Check', /no command \/Check/u],
    ['/ask', /"question" is missing: type \/ask question:/u],
    ['/ask question:  ', /"question" is missing/u],
    ['/ask private:true', /"question" is missing/u],
    ['/ask who is Chiu?', /"who is Chiu\?" belongs to no option\. \/ask takes: question, article/u],
    ['/ask colour:red', /no option "colour"/u],
    ['/ask question:x private:maybe', /"private" must be true or false/u],
    ['/ask question:x count:1.5', /"count" must be a whole number/u],
    ['/ask question:x share:much', /"share" must be a number/u],
    ['/ask question:x article:', /"article" has no value/u],
    ['/ping now', /\/ping takes no options/u],
    ['/settings', /\/settings needs one of: show, set/u],
    ['/settings set tongue', /\/settings set needs one of: language/u],
  ])('%j', (text, words) => {
    const parsed = parse(text);
    expect(parsed.kind).toBe('problem');
    expect(parsed).toMatchObject({ words: expect.stringMatching(words) });
  });
});

/** Text that stays what it is: trimmed, not empty, and without the name of an option behind a space. */
const value = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 60 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/(?:^|\s)(?:article|private|count|share|order):/u.test(text));

test('what is written as text is read as what it was', () => {
  const options = fc.record(
    {
      question: value,
      article: value,
      private: fc.boolean(),
      count: fc.integer(),
      order: fc.constant('new'),
    },
    { requiredKeys: ['question'] },
  );
  fc.assert(
    fc.property(options, (given) => {
      expect(parse(formatCommandText('ask', given))).toEqual({
        kind: 'command',
        name: 'ask',
        options: given,
      });
    }),
  );
});

test('any text is a command or a problem with words', () => {
  const words = fc.constantFrom(
    '/ask',
    'question:',
    ' private:',
    'true',
    '/',
    ':',
    '\n',
    'x',
    ' count:',
    '-1',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
      const parsed = parse(parts.join(''));
      if (parsed.kind === 'problem') expect(parsed.words).not.toBe('');
      else expect(commands.map(({ name }) => name)).toContain(parsed.name.split(' ')[0]);
    }),
  );
});
