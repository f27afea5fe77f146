/**
 * Reads what comes from the server, field by field. Everywhere else this is zod's work; in a browser without a bundler zod
 * would be more than a hundred files (each language of its messages is one) before the first message appears.
 */

/** The server sent something of another form than agreed. */
export class ShapeError extends Error {
  constructor(where: string, expected: string) {
    super(`The server sent no ${expected} as "${where}".`);
    this.name = 'ShapeError';
  }
}

export type Parse<T> = (value: unknown, where: string) => T;

/** An object whose fields are checked as they are read. What is `null` counts as absent. */
export class Fields {
  readonly #value: object;

  constructor(
    value: unknown,
    readonly where: string,
  ) {
    if (typeof value !== 'object' || value === null) throw new ShapeError(where, 'object');
    this.#value = value;
  }

  text(name: string): string {
    return this.child(name, parseText);
  }

  number(name: string): number {
    return this.child(name, parseNumber);
  }

  /** Absent means false. */
  flag(name: string): boolean {
    return this.#get(name) === true;
  }

  child<T>(name: string, parse: Parse<T>): T {
    return parse(this.#get(name), this.#path(name));
  }

  maybe<T>(name: string, parse: Parse<T>): T | undefined {
    const value = this.#get(name);
    return value === undefined || value === null ? undefined : parse(value, this.#path(name));
  }

  /** Absent means empty. */
  list<T>(name: string, parse: Parse<T>): T[] {
    return this.maybe(name, (value, where) => parseList(value, where, parse)) ?? [];
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? Reflect.get(this.#value, name) : undefined;
  }

  #path(name: string): string {
    return `${this.where}.${name}`;
  }
}

export function parseText(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new ShapeError(where, 'text');
  return value;
}

export function parseNumber(value: unknown, where: string): number {
  if (typeof value !== 'number') throw new ShapeError(where, 'number');
  return value;
}

export function parseList<T>(value: unknown, where: string, parse: Parse<T>): T[] {
  if (!Array.isArray(value)) throw new ShapeError(where, 'list');
  return value.map((item: unknown, at) => parse(item, `${where}[${at}]`));
}
