import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../src/discord/csv.js';
import { hostileText } from '../support/hostile-text.js';

/** A reader of RFC 4180, character by character; it fails on what the RFC does not allow. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    expect(text[at]).toBe('"');
    let field = '';
    for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
      if (at >= text.length) throw new Error('A field does not end.');
      if (text[at] === '"') at++;
      field += text[at] ?? '';
    }
    at++;
    row.push(field);
    if (text[at] === ',') at++;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  expect(row).toEqual([]);
  return rows;
}

describe('a table', () => {
  test('has a line for each row, and every field between quotation marks', () => {
    expect(toCsv([['a', 'b'], ['say "no"', 'x,y\r\nz']])).toBe('\uFEFF"a","b"\r\n"say ""no""","x,y\r\nz"\r\n'); // prettier-ignore
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r',
    '\n=1',
    '  =1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\u200E=1',
  ])('holds no formula: %j', (text) => {
    expect(parseCsv(toCsv([[text]]))).toEqual([[`'${text}`]]);
  });

  test.each(['', 'Who arrived?', '2+2', 'a=b', "'quoted'", '1-2'])(
    'leaves other texts as they are: %j',
    (text) => {
      expect(parseCsv(toCsv([[text]]))).toEqual([[text]]);
    },
  );

  test('gives every text back, but for the apostrophe', () => {
    const tables = fc.array(fc.array(hostileText, { minLength: 1, maxLength: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(tables, (rows) => {
        const read = parseCsv(toCsv(rows));
        expect(read).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) {
          const back = (read[at] ?? []).map((field, column) =>
            field === row[column] ? field : field.slice(1),
          );
          expect(back).toEqual(row);
        }
        for (const field of read.flat()) expect(field.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });
});
