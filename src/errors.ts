/** Errors the program expects. Each carries what a handler or a log line needs; the cause stays attached. */

/** Base of all expected errors: `code` is stable and may be searched for. */
export abstract class BylineError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The one kind whose message is shown to a Discord user; everything else becomes a reference number. */
export class UserError extends BylineError {
  readonly code = 'user';
}

/** Settings that cannot be used; the message lists every problem, one a line. */
export class ConfigError extends BylineError {
  readonly code = 'config';
}

/** A model's files are missing, damaged or not understood. */
export class ModelError extends BylineError {
  readonly code = 'model';
}

/** A text could not be embedded although the model is in order. */
export class EmbeddingError extends BylineError {
  readonly code = 'embedding';
}

/** A file of the index is damaged; the index is to be rebuilt. */
export class IndexDamagedError extends BylineError {
  readonly code = 'index-damaged';

  constructor(
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${reason}`, options);
  }
}

/** The index is whole, but of a format that this version of the program does not read. */
export class IndexVersionError extends IndexDamagedError {}

/** Another process owns the index folder. */
export class IndexLockedError extends BylineError {
  readonly code = 'index-locked';

  constructor(
    readonly directory: string,
    readonly owner: number,
  ) {
    super(
      `Another process (number ${owner}) is using the index in ${directory}. ` +
        'Stop it first, or set INDEX_DIR to another folder.',
    );
  }
}

/** The index folder cannot be written; what was committed before goes on answering. */
export class IndexWriteError extends BylineError {
  readonly code = 'index-write';

  constructor(
    readonly directory: string,
    options: { readonly cause: unknown },
  ) {
    super(
      `The index in ${directory} could not be written (${messageOf(options.cause)}). ` +
        'Free some space or mend the folder, then read the articles again; the earlier index goes on answering.',
      options,
    );
  }
}

/** The database of the state cannot be read or written just now: a full disk, a missing right, another process at it. */
export class StateError extends BylineError {
  readonly code = 'state';

  constructor(
    readonly file: string,
    options: { readonly cause: unknown },
  ) {
    super(`The state in ${file} cannot be read or written (${messageOf(options.cause)}).`, options);
  }
}

/** A later version of the program has written the state; this one does not touch it. */
export class StateVersionError extends BylineError {
  readonly code = 'state-version';

  constructor(
    readonly file: string,
    readonly version: number,
    readonly known: number,
  ) {
    super(
      `The state in ${file} was written by a later version of Byline (${version}; this one knows ${known}). ` +
        'Use that version, or set STATE_DIR to another folder.',
    );
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The folder with the articles is missing or cannot be read. */
export class ArticlesDirectoryError extends BylineError {
  readonly code = 'articles-directory';
}
