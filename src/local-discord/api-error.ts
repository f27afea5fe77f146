/** An answer that is no success, in Discord's form. */

/** Errors by field: keys are the parts of the path, `_errors` the leaves. */
export interface FieldErrors {
  [key: string]: FieldErrors | FieldError[];
}

interface FieldError {
  readonly code: string;
  readonly message: string;
}

export class ApiError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Discord's own number. */
    readonly code: number,
    message: string,
    readonly errors?: FieldErrors,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  toJSON(): Record<string, unknown> {
    const { message, code, errors } = this;
    return errors === undefined ? { message, code } : { message, code, errors };
  }
}

const known =
  (status: number, code: number, message: string): (() => ApiError) =>
  () =>
    new ApiError(status, code, message);

export const unauthorized = known(401, 0, '401: Unauthorized');
export const notFound = known(404, 0, '404: Not Found');
export const methodNotAllowed = known(405, 0, '405: Method Not Allowed');
export const unknownChannel = known(404, 10003, 'Unknown Channel');
export const unknownGuild = known(404, 10004, 'Unknown Guild');
export const unknownMember = known(404, 10007, 'Unknown Member');
export const unknownMessage = known(404, 10008, 'Unknown Message');
export const unknownUser = known(404, 10013, 'Unknown User');
export const unknownWebhook = known(404, 10015, 'Unknown Webhook');
export const unknownApplication = known(404, 10002, 'Unknown Application');
export const unknownInteraction = known(404, 10062, 'Unknown interaction');
export const unknownCommand = known(404, 10063, 'Unknown application command');
export const tooLarge = known(413, 40005, 'Request entity too large');
export const alreadyAcknowledged = known(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = known(403, 50001, 'Missing Access');
export const notTheAuthor = known(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = known(400, 50006, 'Cannot send an empty message');
export const missingPermissions = known(403, 50013, 'Missing Permissions');
export const invalidToken = known(401, 50027, 'Invalid Webhook Token');
export const invalidForm = known(400, 50035, 'The form could not be read.');
export const invalidJson = known(400, 50109, 'The request body contains invalid JSON.');
export const tooManyCommands = known(400, 30032, 'Maximum number of application commands reached (100)');
