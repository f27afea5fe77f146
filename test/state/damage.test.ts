/** Whatever the file is like, the bot gets a state to work with, and nothing is thrown away unseen. */
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { describe, expect, test } from 'vitest';
import { StateError } from '../../src/errors.js';
import type { Store } from '../../src/state/store.js';
import { newReceipt, shownParagraph } from '../support/state-records.js';
import { temporaryStore, type TemporaryStore } from '../support/temporary-store.js';

function expectUsable({ settings, receipts, feedback }: Store): void {
  settings.change('server', { isPrivateByDefault: true });
  expect(settings.get('server').isPrivateByDefault).toBe(true);
  const id = receipts.add(newReceipt());
  expect(receipts.isAsker(id, 'asker')).toBe(true);
  expect(feedback.vote(id, 'voter', 'right')).toBe('counted');
}

/** A state of many pages, closed. */
function fill(place: TemporaryStore): void {
  const store = place.open();
  const paragraphs = Array.from({ length: 500 }, (_, at) =>
    shownParagraph({ paragraph: at + 1, text: 'word '.repeat(100) }),
  );
  store.shownParagraphs.add(paragraphs);
  store.settings.change('server', { isPrivateByDefault: true });
  store.tidy();
  store.close();
}

/** Overwrites all pages but the first, which says what the file is. */
function spoil(file: string): void {
  const content = readFileSync(file);
  content.fill(7, 4096);
  writeFileSync(file, content);
}

const warnings = ({ log }: TemporaryStore) => log.lines.map(({ level, message }) => `${level}: ${message}`);

const asideOf = ({ directory }: TemporaryStore) =>
  readdirSync(directory).filter((name) => /^state\.damaged-2026-01-01T[\d-]+Z\.db$/u.test(name));

describe('a damaged database', () => {
  test.each([
    ['is no database', (file: string) => writeFileSync(file, 'These are notes of mine. '.repeat(400))],
    ['was cut inside a page', (file: string) => truncateSync(file, 5_000)],
    ['was cut inside its head', (file: string) => truncateSync(file, 60)],
    ['was overwritten', spoil],
  ])('that %s is set aside whole, with a warning; a fresh one is used', async (_name, harm) => {
    const place = await temporaryStore();
    fill(place);
    harm(place.file);
    const harmed = readFileSync(place.file);
    const store = place.open();
    expectUsable(store);
    expect(warnings(place)).toEqual([expect.stringMatching(/^warn: The database of the state is damaged/u)]);
    const [aside = ''] = asideOf(place);
    expect(readFileSync(path.join(place.directory, aside)).equals(harmed)).toBe(true);
    store.close();
    expect(place.open().settings.get('server').isPrivateByDefault).toBe(true);
    expect(asideOf(place)).toHaveLength(1);
  });

  test('is noticed while it is used as well', async () => {
    const place = await temporaryStore();
    fill(place);
    const store = place.open();
    spoil(place.file);
    expect(store.shownParagraphs.wordings(shownParagraph().article, 400)).toEqual([]);
    expectUsable(store);
    expect(asideOf(place)).toHaveLength(1);
    store.close();
    expectUsable(place.open());
    expect(warnings(place)).toHaveLength(1);
  });
});

describe('a state that cannot be on disk', () => {
  test('is in memory, with an error that says so', async () => {
    const place = await temporaryStore();
    mkdirSync(place.file);
    expectUsable(place.open());
    expect(warnings(place)).toEqual([expect.stringMatching(/^error: .* cannot be kept on disk.*STATE_DIR/u)]);
  });

  test('two in memory share nothing', async () => {
    const place = await temporaryStore();
    mkdirSync(place.file);
    expectUsable(place.open());
    expect(place.open().settings.get('server').isPrivateByDefault).toBe(false);
  });
});

describe('a broken record', () => {
  test('is dropped with one warning that repeats nothing of it; the others are read', async () => {
    const place = await temporaryStore();
    const store = place.open();
    for (const topic of ['one', 'two', 'three']) store.follows.add({ channelId: 'c', topic });
    const other = new Libsql(place.file);
    other.prepare('update follows set body = ? where topic = ?').run('{"topic": secret', '"one"');
    other.prepare('update follows set body = ? where topic = ?').run('{"topic":"secret"}', '"two"');
    other.close();
    expect(store.follows.all().map(({ topic }) => topic)).toEqual(['three']);
    expect(store.follows.all()).toHaveLength(1);
    expect(place.log.lines).toMatchObject([{ level: 'warn', fields: { table: 'follows', records: 2 } }]);
    expect(JSON.stringify(place.log.lines)).not.toContain('secret');
  });

  test('of settings means the defaults', async () => {
    const place = await temporaryStore();
    const { settings } = place.open();
    settings.change('server', { isPrivateByDefault: true });
    const other = new Libsql(place.file);
    other.prepare('update settings set body = ?').run('{"isPrivateByDefault":"perhaps"}');
    other.close();
    expect(settings.get('server').isPrivateByDefault).toBe(false);
    expect(warnings(place)).toHaveLength(1);
  });
});

describe('another process', () => {
  test('that writes beside this one is seen, and sees what is written', async () => {
    const place = await temporaryStore();
    const [one, two] = [place.open(), place.open()];
    one.settings.change('server', { language: 'de' });
    expect(two.settings.get('server').language).toBe('de');
    const id = two.receipts.add(newReceipt());
    expect(one.receipts.isAsker(id, 'asker')).toBe(true);
  });

  test('that does not let go costs what an answer leaves behind, not the answer; a change of settings is refused', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const other = new Libsql(place.file);
    other.exec('begin immediate');
    expect(store.receipts.get(store.receipts.add(newReceipt()))).toBeUndefined();
    expect(warnings(place)).toEqual(['error: Something was not kept; answers go on without it']);
    expect(() => store.settings.change('server', {})).toThrow(StateError);
    other.exec('rollback');
    other.close();
    expectUsable(store);
  });
});
