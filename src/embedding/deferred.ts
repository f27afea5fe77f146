/** A promise whose end is decided from outside. */
export interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

const ignore = (): void => undefined;

export function defer<Value>(): Deferred<Value> {
  let resolve: Deferred<Value>['resolve'] = ignore;
  let reject: Deferred<Value>['reject'] = ignore;
  const promise = new Promise<Value>((one, other) => {
    resolve = one;
    reject = other;
  });
  // Whoever waits for it is told; when nobody does, a rejection is no reason to end the process.
  promise.catch(ignore);
  return { promise, resolve, reject };
}
