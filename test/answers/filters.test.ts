import { describe, expect, test } from 'vitest';
import { isAllowed, parseFilters, type Filters } from '../../src/answers/filters.js';
import { UserError } from '../../src/errors.js';
import { scopeOf } from '../../src/search/scope.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const snapshot = await makeSnapshot([
  makeArticle({ articleId: 'a', source: 'The Example Times', date: '2023-02-17', paragraphs: ['One.'] }),
  makeArticle({ articleId: 'b', source: 'Gazette', date: '2023-03-01T10:00:00Z', paragraphs: ['Two.'] }),
  makeArticle({ articleId: 'c', paragraphs: ['Three.'] }),
]);

function passing(filters: Filters): string[] {
  return [...scopeOf(snapshot, filters).articles].map((at) => snapshot.articles[at]?.articleId ?? '');
}

describe('articles are searched', () => {
  test.each<[Filters, string[]]>([
    [{}, ['a', 'b', 'c']],
    [{ source: 'example times' }, ['a']],
    [{ source: 'gazette' }, ['b']],
    [{ since: '2023-02-17' }, ['a', 'b']],
    [{ since: '2023-02-18' }, ['b']],
    [{ before: '2023-02-17' }, []],
    [{ before: '2023-03-01' }, ['a']],
    [{ since: '2023-01-01', before: '2024-01-01', source: 'gaz' }, ['b']],
  ])('%j', (filters, expected) => {
    expect(passing(filters)).toEqual(expected);
  });

  test('all of them when nothing was asked for', () => {
    expect(passing(parseFilters({ source: ' ', since: null, before: undefined }))).toEqual(['a', 'b', 'c']);
  });
});

describe('what was typed', () => {
  test('may be a year, a month or a day', () => {
    expect(parseFilters({ source: ' Gazette ', since: '2023', before: ' 2024-02 ' })).toEqual({
      source: 'Gazette',
      since: '2023-01-01',
      before: '2024-02-01',
    });
  });

  test.each(['yesterday', '17.2.2023', '2023-02-30', '2023-13', '', '2023-2-1'])(
    '"%s" is no date, and is told so',
    (typed) => {
      expect(() => parseFilters({ since: typed })).toThrow(UserError);
      expect(() => parseFilters({ before: typed })).toThrow(/"before" must be a day, a month or a year/u);
    },
  );
});

/** Of the articles above. */
const SOURCES = [
  ['a', 'The Example Times'],
  ['b', 'Gazette'],
  ['c', undefined],
] as const;

test.each([[[]], [['gazette ']], [['Gazette', 'The Example Times']], [['Times']]])(
  'what is allowed by name is what the search finds: %j',
  (sources) => {
    const allowed = SOURCES.filter(([, source]) => isAllowed(source, sources)).map(([id]) => id);
    expect(allowed).toEqual(passing({ sources }));
  },
);
