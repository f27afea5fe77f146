/** Texts that break careless handling: Discord markup, mentions, right-to-left, emoji, lone surrogates, control characters. */
import fc from 'fast-check';

const pieces = [
  '**', '__', '~~', '||', '`', '```', '> ', '>>> ', '# ', '## ', '-# ', '- ', '* ', '+ ', '1. ', '12) ', '\\', '\\\\', '\\*',
  '@everyone', '@here', '<@123456789012345678>', '<@&123456789012345678>', '<#123456789012345678>', '<:smile:123456789012345678>',
  '<t:1700000000:R>', '</ask:123456789012345678>', '[a link](https://example.org/a_b_c)', 'https://example.org/a_b*c', '<https://example.org>',
  'Http://Example.org', 'discord://x', '¯\\_(ツ)_/¯', '\n', '\n\n', '\r\n', ' ', '  ', '\t', 'word', 'snake_case', 'Dr. Who', 'U.S. ', '"quoted"', '“curly”',
  'שלום', 'مرحبا', '\u202E', '\u200B', '\u00AD', '👩‍👩‍👧', 'é', 'e\u0301', '\uD800', '\0', '…', '¶', ':', ';', '(', ')', '[', ']', '{', '}', '!', '?', '.', ',',
]; // prettier-ignore

/** Mixes of such pieces and any other characters. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((list) => list.join(''));

/** Paragraphs as articles have them: sentences of words with hostile pieces in between, up to some thousand characters. */
export const hostileParagraph = fc
  .array(
    fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom('the', 'minister', 'said', 'Taiwan', '2019') },
          fc.constantFrom(...pieces),
        ),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((words) => `${words.join(' ')}. `),
    { minLength: 1, maxLength: 40 },
  )
  .map((sentences) => sentences.join('').trim())
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
