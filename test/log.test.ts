import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog, type LogLevel } from '../src/log.js';

const lineSchema = z.looseObject({ level: z.string(), message: z.string() });

function collect(level: LogLevel, secrets: string[] = []) {
  const lines: string[] = [];
  return { lines, log: createLog(level, secrets, (line) => lines.push(line)) };
}

describe('createLog', () => {
  test('writes one line of JSON a message', () => {
    const { lines, log } = collect('info');
    log.info('The index is up to date', { articles: 3, note: 'two\nlines' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
    expect(lineSchema.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({ level: 'info', articles: 3 });
  });

  test.each([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['silent', []],
  ] as const)('at level %s writes %j', (level, expected) => {
    const { lines, log } = collect(level);
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(lines.map((line) => lineSchema.parse(JSON.parse(line)).level)).toEqual(expected);
  });

  test('tells an error with its code and its cause', () => {
    const { lines, log } = collect('error');
    log.error('It broke', { error: new Error('outer', { cause: new Error('inner') }) });
    expect(lines[0]).toContain('"outer"');
    expect(lines[0]).toContain('"inner"');
  });

  test('never writes the token, wherever it turns up', () => {
    const token = 'abc.def.ghi';
    const { lines, log } = collect('debug', [token]);
    log.error(`request with ${token} failed`, { error: new Error(`Bot ${token}`), headers: [token] });
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).toContain('[secret]');
  });
});
