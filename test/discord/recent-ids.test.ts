import { expect, test } from 'vitest';
import { RecentIds } from '../../src/discord/recent-ids.js';

test('an id is new once, and forgotten only when thousands came after it', () => {
  const recent = new RecentIds();
  expect(recent.isNew('first')).toBe(true);
  expect(recent.isNew('first')).toBe(false);
  for (let at = 0; at < 4999; at++) expect(recent.isNew(String(at))).toBe(true);
  expect(recent.isNew('first')).toBe(false);
  expect(recent.isNew('one more')).toBe(true);
  expect(recent.isNew('first')).toBe(true);
});
