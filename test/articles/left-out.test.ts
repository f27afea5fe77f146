import { describe, expect, test } from 'vitest';
import { plainTitle } from '../../src/articles/left-out.js';
import { paragraphsOf, readOne } from './reading.js';

const BODY = 'The minister came on Friday, and stayed for a week.';
const TITLES = ['China urges calm', 'Who is coming next?', 'A visit, and its price'];

describe('lists of other articles are related titles, never paragraphs', () => {
  const LISTS: readonly (readonly [string, string])[] = [
    ['a.txt', `Read More:\n\n${TITLES.join('\n\n')}`],
    ['a.txt', `RELATED STORIES\n${TITLES.join('\n')}`],
    ['a.txt', `See also:\r\n\r\n• ${TITLES.join('\r\n• ')}`],
    ['a.txt', TITLES.map((title) => `Related: ${title}`).join('\n\n')],
    ['a.txt', TITLES.map((title) => `READ ALSO – ${title}`).join('\n\n')],
    ['a.txt', `You may also like\n\n1. ${TITLES.join('\n2. ')}`.replace('2. A', '3. A')],
    [
      'a.md',
      `## Related\n\n- ${TITLES.map((title) => `[${title}](https://example.org/x_(y))`).join('\n- ')}`,
    ],
    ['a.md', `Related\n-------\n\n* ${TITLES.join('\n* ')}`],
    ['a.md', `**Read more:**\n\n${TITLES.map((title) => `*${title}*`).join('\n\n')}`],
    ['a.md', TITLES.map((title) => `- *Also read:* [${title}](https://example.org)`).join('\n')],
    [
      'a.html',
      `<h2>Read next</h2><ul><li>${TITLES.map((title) => `<a href="x">${title}</a>`).join('<li>')}</ul>`,
    ],
    ['a.html', `<p><b>More on this story</b></p><p>${TITLES.join('</p><p>')}</p>`],
  ];

  test.each(LISTS)('%s: %s', async (name, list) => {
    const isPage = name.endsWith('.html');
    const content = isPage ? `<main><p>${BODY}</p>${list}</main>` : `${BODY}\n\n${list}\n`;
    const article = await readOne({ [name]: content });
    expect(paragraphsOf(article)).toEqual([BODY]);
    expect(article.related).toEqual(TITLES);
    expect(article.leftOut.every(({ reason }) => /article/u.test(reason))).toBe(true);
  });
});

describe('lines around an article are left out', () => {
  test.each([
    'Sign up for our morning newsletter',
    'Subscribe to our newsletter and never miss a story.',
    'Get our newsletter every Friday',
    'Follow us on Twitter',
    'Follow @ExamplePress',
    'Follow Example Press on Telegram',
    'Click here for more',
    'Download our app',
    'Advertisement',
    'Story continues below advertisement',
    'Share this article:',
    'Read more »',
  ])('%s', async (line) => {
    const article = await readOne({ 'a.txt': `${BODY}\n\n${line}\n\n${BODY}` });
    expect(paragraphsOf(article)).toEqual([BODY, BODY]);
    expect(article.leftOut).toHaveLength(1);
  });
});

describe('in doubt a block stays a paragraph', () => {
  test.each([
    'Read more books, the minister said, and talk less.',
    'Read more: that was the advice she gave to every pupil of the school.',
    'Related parties must be named in the report, the law says.',
    'See also how the law was changed in 2019, when nobody looked.',
    '“Subscribe to our newsletter,” the shop wrote to its customers.',
    'Subscribers of the newspaper fell by a tenth.',
    'Get ready for rain, the newsletter of the weather office said.',
    'Following us is easy, the guide said.',
    'The advertisement was printed on Friday.',
    'Trending down, the currency lost a tenth of its worth.',
    'A line without a full stop',
  ])('%s', async (line) => {
    const article = await readOne({ 'a.txt': `${BODY}\n\n${line}\n\n${BODY}` });
    expect(paragraphsOf(article)).toEqual([BODY, line, BODY]);
    expect(article.leftOut).toEqual([]);
  });

  test('behind a list the article goes on', async () => {
    const article = await readOne({
      'a.txt': `${BODY}\n\nRead more:\n\n${TITLES[0]}\n\n${BODY}\n\nNo full stop`,
    });
    expect(paragraphsOf(article)).toEqual([BODY, BODY, 'No full stop']);
  });

  test('a title on the line of its lead-in is all there is of the list', async () => {
    const article = await readOne({ 'a.txt': `${BODY}\n\nRead more: ${TITLES[0]}\n\nNo full stop` });
    expect(paragraphsOf(article)).toEqual([BODY, 'No full stop']);
    expect(article.related).toEqual([TITLES[0]]);
  });
});

test.each([
  ['- [A *b*](http://x.y/(z)) c', 'A b c'],
  ['## A_b and _c_ and __d__', 'A_b and c and d'],
  ['3. [A][1]', 'A'],
  ['1984 was long', '1984 was long'],
])('plainTitle(%j) is %j', (content, expected) => {
  expect(plainTitle(content)).toBe(expected);
});
