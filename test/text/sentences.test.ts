import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/text/sentences.js';
import { hostileText } from '../support/hostile-text.js';

function sentencesOf(text: string, language?: string): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** A rule a line: what is at stake, and a text in which `¶` stands where a sentence ends and the next one begins. */
const GOLDEN: readonly (readonly [string, string])[] = [
  ['a plain border', 'The talks ended. ¶ Nobody spoke.'],
  ['a question and an exclamation', 'Who came? ¶ The mayor did! ¶ All cheered.'],
  ['the title of a member', 'It was said by Rep. Ro Khanna on Friday. ¶ He left.'],
  ['titles in the plural', 'Reps. Jake Auchincloss and Ann Lee came. ¶ They stayed.'],
  ['two titles in a row', 'The U.S. Rep. Ro Khanna met Lt. Gov. Ann Lee. ¶ They spoke.'],
  ['U.S. before a small letter', 'The U.S. military shot it down. ¶ China protested.'],
  ['U.S. before a name', 'He sits in the U.S. House of Representatives. ¶ She does not.'],
  ['U.S. at the end', 'They went to the U.S. ¶ The trip was long.'],
  ['a state behind a name', 'Ro Khanna, D-Calif., spoke first. ¶ Others followed.'],
  ['a city with dots', 'He lives in Washington, D.C. ¶ The city is loud.'],
  ['a council of that city', 'The D.C. Council met. ¶ It voted.'],
  ['No. before a number', 'It is No. 5 on the list. ¶ It was No. 7.'],
  ['the word no', 'The answer was no. ¶ She repeated it.'],
  ['a page and a figure', 'See p. 12 and fig. 3. ¶ Both are old.'],
  ['a.m. before a day', 'It began at 9 a.m. Tuesday. ¶ It was cold.'],
  ['p.m. at the end', 'It ended at 5 p.m. ¶ The crowd went home.'],
  ['Inc. before a verb', 'Example Inc. shares fell. ¶ Others rose.'],
  ['Inc. at the end', 'He founded Example Inc. ¶ The firm grew.'],
  ['one initial', 'George W. Bush spoke. ¶ Nobody answered.'],
  ['initials without space', 'J.K. Rowling wrote it. ¶ It sold well.'],
  ['an initial that is a word', 'A. A. Milne wrote it. ¶ I read it.'],
  ['the word I', 'So do I. ¶ Then we agree.'],
  ['a letter that names something', 'They tried plan B. ¶ Then it worked.'],
  ['a doctor and a saint', 'Dr. Smith went to St. Petersburg. ¶ Mrs. Smith did not.'],
  ['a degree', 'She has a Ph.D. ¶ He teaches.'],
  ['versus', 'It was Example vs. Sample. ¶ Sample lost.'],
  ['for example', 'Take a metal, e.g. Iron. ¶ It rusts.'],
  ['that is', 'The capital, i.e. Taipei, is large. ¶ It rained.'],
  ['a month before a day', 'It fell on Sept. 11 and on Jan. 6. ¶ It was late.'],
  ['a decimal', 'It cost 3.5 million. ¶ That is much.'],
  ['a long number', 'It cost 1.250.000 euros. ¶ It was worth it.'],
  ['an address', 'See www.Example.Com for more. ¶ It is free.'],
  ['an address with a question mark', 'See https://example.org/?Q=1&B=2 now. ¶ It is free.'],
  ['a quote that closes behind the stop', '"I will not go." ¶ He stayed.'],
  ['a curly quote that closes behind the stop', '“I will not go.” ¶ He stayed.'],
  ['a quote inside', 'He said: "Go." ¶ She went.'],
  ['a quoted question that goes on', '"Why?" he asked. ¶ She knew.'],
  ['a quoted question with its speaker', '"Why now?" Mr. Chase asked. ¶ She knew.'],
  ['a quoted question, and another sentence', '"Why now?" ¶ The room was silent.'],
  ['a quoted shout that goes on', '“Stop!” she cried. ¶ He stopped.'],
  ['three dots that go on', 'Wait... what was that? ¶ Nothing.'],
  ['three dots at the end', 'He waited... ¶ Then he left.'],
  ['an ellipsis character inside', 'We have no comment … but we like it. ¶ So be it.'],
  ['a bracketed sentence', 'It rained. ¶ (It always does.) ¶ We left.'],
  ['a footnote mark: in doubt together', 'It is known.[2] It was printed. ¶ It sold.'],
  ['a name with a mark', 'Yahoo! grew fast. ¶ It sank.'],
  ['a numbered item', '1. The first of the points. ¶ 2. The second.'],
  ['a line end in the middle', 'The talks\nended late. ¶ Nobody\r\nspoke.'],
  ['an abbreviation before a line end', 'He met Rep.\nRo Khanna. ¶ They spoke.'],
  ['no space where there should be one', 'He left.Then she came. ¶ They met.'],
  ['Chinese', '他说。¶然后走了。'],
];

describe('splitSentences', () => {
  test.each(GOLDEN)('%s', (_rule, marked) => {
    const expected = marked.split(/\s*¶\s*/u);
    expect(sentencesOf(marked.replaceAll(' ¶ ', ' ').replaceAll('¶', ''))).toEqual(expected);
  });

  test('an empty text and one of white space have none', () => {
    expect(sentencesOf('')).toEqual([]);
    expect(sentencesOf(' \n\t ')).toEqual([]);
  });

  test.each(['de', 'xx', 'not a language', ''])('language "%s" is no error', (language) => {
    expect(sentencesOf('One word. Two words.', language)).toEqual(['One word.', 'Two words.']);
  });

  test('spans are ordered and disjoint, and hold every character that is not white space', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        let behind = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(behind, start)).toMatch(/^[\s\u200B\uFEFF]*$/u);
          behind = end;
        }
        expect(text.slice(behind)).toMatch(/^[\s\u200B\uFEFF]*$/u);
      }),
      { numRuns: 500 },
    );
  });

  test('a paragraph of any length has the sentences of its parts', () => {
    const part =
      'The U.S. Rep. Ro Khanna spoke. “Why now?” he asked. It cost 3.5 million, the U.S. military said. ';
    const once = sentencesOf(part);
    const all = sentencesOf(part.repeat(2_000));
    expect(once).toHaveLength(3);
    expect(all).toEqual(Array.from({ length: 2_000 }, () => once).flat());
  });

  test('a sentence longer than any piece stays whole', () => {
    const long = `It went on ${'and on '.repeat(5_000)}until it stopped.`;
    expect(sentencesOf(`Before. ${long} After.`)).toEqual(['Before.', long, 'After.']);
  });

  test('however many abbreviations follow each other, they are one sentence', () => {
    const text = 'A. '.repeat(20_000).trim();
    expect(sentencesOf(text)).toEqual([text]);
  });
});
