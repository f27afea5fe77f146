/** Why the page does not get what it asked for, in words for the person in front of it. */
export class PageError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'PageError';
  }
}
