/**
 * One line of JSON a message on standard error, so that standard output stays free for answers. A line says what
 * happened and what to do; it never holds the token, a question or a quotation.
 */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Readonly<Record<string, unknown>>;
export type Log = Record<Exclude<LogLevel, 'silent'>, (message: string, fields?: LogFields) => void>;

/** Makes a log that keeps quiet below `level` and never prints any of `secrets`. */
export function createLog(
  level: LogLevel,
  secrets: readonly string[] = [],
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const lowest = LOG_LEVELS.indexOf(level);
  const hide = (line: string): string =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line);
  const at =
    (name: Exclude<LogLevel, 'silent'>) =>
    (message: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(name) < lowest) return;
      const entry = { time: new Date().toISOString(), level: name, message, ...fields };
      write(`${hide(JSON.stringify(entry, describeErrors))}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Errors have no enumerable fields: without this they would be logged as `{}`. */
function describeErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const code: unknown = Reflect.get(value, 'code');
  return { name: value.name, message: value.message, code, stack: value.stack, cause: value.cause };
}
