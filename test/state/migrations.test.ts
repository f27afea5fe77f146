/** From every earlier state to today's. A state that was once released is written here by hand and never changed again. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { describe, expect, test } from 'vitest';
import { StateVersionError } from '../../src/errors.js';
import { migrate } from '../../src/state/migrations.js';
import { shownPassage } from '../support/state-records.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { temporaryStore } from '../support/temporary-store.js';

/** The tables of version 1, as they were released. */
const VERSION_1 = `
  create table secrets (seq integer primary key, secret text not null) strict;
  create table settings (seq integer primary key, guild text not null unique, body text not null) strict;
  create table receipts (seq integer primary key, id text not null unique, guild text not null, at integer not null,
    question text, body text not null) strict;
  create index receipts_by_time on receipts (at) where question is not null;
  create table votes (seq integer primary key, receipt text not null, voter text not null, vote text not null,
    unique (receipt, voter)) strict;
  create trigger votes_go_with_receipts after delete on receipts begin delete from votes where receipt = old.id; end;
  create table gaps (seq integer primary key, guild text not null, at integer not null, receipt text not null,
    reason text not null, body text not null, unique (receipt, reason)) strict;
  create index gaps_by_server on gaps (guild, at);
  create table shown_messages (seq integer primary key, guild text not null, channel text not null,
    message text not null, articles text not null, body text not null, unique (channel, message)) strict;
  create table shown_paragraphs (seq integer primary key, article text not null, paragraph integer not null,
    hash text not null, body text not null, unique (article, paragraph, hash)) strict;
  create table follows (seq integer primary key, id text not null unique, guild text not null, channel text not null,
    topic text not null, body text not null, unique (channel, topic)) strict;
  create table threads (seq integer primary key, guild text not null, channel text not null unique, at integer not null,
    question text, body text not null) strict;
  pragma user_version = 1;`;

const AT = Date.UTC(2026, 0, 1);
const PASSAGE = JSON.stringify(shownPassage());

/** One record of each kind, as version 1 wrote them. */
const RECORDS_1: readonly (readonly [string, ...(string | number)[]])[] = [
  ['insert into secrets values (1, ?)', 'ab'.repeat(32)],
  ['insert into settings values (1, ?, ?)', 'g', '{"channels":["c"],"keepQuestions":"forever"}'],
  [
    'insert into receipts values (1, ?, ?, ?, ?, ?)',
    'ABCDEFGH',
    'g',
    AT,
    '"Who?"',
    `{"generation":1,"model":"m","evidence":1,"threshold":0,"confidence":1,"outcome":"answer","shown":[${PASSAGE}],"further":[]}`,
  ],
  ['insert into votes values (1, ?, ?, ?)', 'ABCDEFGH', '0'.repeat(32), 'wrong'],
  ['insert into gaps values (1, ?, ?, ?, ?, ?)', 'g', AT, 'ABCDEFGH', 'wrong', '"Who?"'],
  [
    'insert into shown_messages values (1, ?, ?, ?, ?, ?)',
    'g',
    'c',
    'm',
    '0123456789ab,',
    `{"passages":[${PASSAGE}]}`,
  ],
  [
    'insert into shown_paragraphs values (1, ?, 7, ?, ?)',
    '0123456789ab',
    'deadbeef',
    '{"text":"Words.","attribution":{"articleId":"a.txt","title":"A"}}',
  ],
  [
    'insert into follows values (1, ?, ?, ?, ?, ?)',
    'HGFEDCBA',
    'g',
    'c',
    '"taiwan"',
    `{"topic":"Taiwan","since":${AT},"seen":[],"postedToday":0}`,
  ],
  [
    'insert into threads values (1, ?, ?, ?, ?, ?)',
    'g',
    't',
    AT,
    '"Who?"',
    '{"article":"0123456789ab","receiptId":"ABCDEFGH"}',
  ],
];

function writeVersion1(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Libsql(file);
  database.exec(VERSION_1);
  for (const [sql, ...values] of RECORDS_1) database.prepare(sql).run(...values);
  database.close();
}

function schemaOf(database: Libsql.Database): unknown[] {
  const rows = database.prepare('select name, sql from sqlite_schema order by name').all();
  return rows.map((row) => JSON.stringify(row).replaceAll(/\\n|\s+/gu, ''));
}

function versionOf(database: Libsql.Database): unknown[] {
  return database.prepare('pragma user_version').all();
}

describe('a state of an earlier version', () => {
  test('1: every record is read', async () => {
    const place = await temporaryStore();
    writeVersion1(place.file);
    const store = place.open();
    expect(store.settings.get('g')).toMatchObject({ channels: ['c'], keepQuestions: 'forever' });
    expect(store.receipts.get('ABCDEFGH')).toMatchObject({ question: 'Who?', shown: [shownPassage()] });
    expect(store.feedback.counts('ABCDEFGH')).toEqual({ right: 0, wrong: 1 });
    expect(store.gaps.list('g')).toMatchObject([{ question: 'Who?', reason: 'wrong', at: AT }]);
    expect(store.shownMessages.showing('0123456789ab')).toMatchObject([{ channelId: 'c', messageId: 'm' }]);
    expect(store.shownParagraphs.wordings('0123456789ab', 7)).toMatchObject([{ text: 'Words.' }]);
    expect(store.follows.add({ channelId: 'c', topic: 'taiwan' })).toMatchObject({ kind: 'already' });
    expect(store.threads.get('t')).toMatchObject({ question: 'Who?', receiptId: 'ABCDEFGH' });
    expect(place.log.lines).toEqual([]);
  });

  test('1: its tables are those that a fresh state has', async () => {
    const folder = await temporaryFolder();
    writeVersion1(path.join(folder, 'old.db'));
    const [old, fresh] = ['old.db', 'fresh.db'].map((name) => new Libsql(path.join(folder, name)));
    if (old === undefined || fresh === undefined) throw new Error('there are two');
    for (const database of [old, fresh]) migrate(database, 'a file');
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
    expect(schemaOf(old).length).toBeGreaterThan(8);
  });
});

describe('migrate', () => {
  const STEPS = [
    'create table one (a text) strict; insert into one values (1)',
    "alter table one add column b text; update one set b = 'of ' || a",
    'create table two as select b from one',
  ];

  test.each([0, 1, 2, 3])('takes the steps that version %i lacks, in order, once', (version) => {
    const database = new Libsql(':memory:');
    migrate(database, 'a file', STEPS.slice(0, version));
    expect(versionOf(database)).toEqual([{ user_version: version }]);
    migrate(database, 'a file', STEPS);
    migrate(database, 'a file', STEPS);
    expect(versionOf(database)).toEqual([{ user_version: 3 }]);
    expect(database.prepare('select * from two').all()).toEqual([{ b: 'of 1' }]);
  });

  test('a step that fails leaves the version before it, whole', () => {
    const database = new Libsql(':memory:');
    const broken = [...STEPS.slice(0, 1), 'create table half (a text); insert into nowhere values (1)'];
    expect(() => migrate(database, 'a file', broken)).toThrow(/nowhere/u);
    expect(versionOf(database)).toEqual([{ user_version: 1 }]);
    expect(database.prepare("select name from sqlite_schema where type = 'table'").all()).toEqual([
      { name: 'one' },
    ]);
    migrate(database, 'a file', STEPS);
    expect(versionOf(database)).toEqual([{ user_version: 3 }]);
  });

  test('a later version is refused in words, and the file stays as it is', async () => {
    const place = await temporaryStore();
    writeVersion1(place.file);
    const later = new Libsql(place.file);
    later.exec('pragma user_version = 99');
    later.close();
    const before = readFileSync(place.file);
    expect(() => place.open()).toThrow(StateVersionError);
    expect(() => place.open()).toThrow(/later version of Byline \(99; this one knows 1\).*STATE_DIR/u);
    expect(readFileSync(place.file)).toEqual(before);
  });
});
