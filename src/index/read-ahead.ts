/** Reading while what was read before is worked on: the disk and the processor need not wait for each other. */

/** Enough to keep the disk busy; more would only take memory early. */
const AHEAD = 2;

/**
 * Reads things and gives them in order, with the next ones under way.
 *
 * @throws what the first reading that failed threw, or the caller's own error; either way no reading goes on behind it.
 */
export async function* readAhead<Item, Result>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const readings: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const reading = read(item);
      reading.catch(() => undefined); // told when its turn comes
      readings.push(reading);
      if (readings.length > AHEAD) yield* first(readings);
    }
    while (readings.length > 0) yield* first(readings);
  } finally {
    await Promise.allSettled(readings);
  }
}

async function* first<Result>(readings: Promise<Result>[]): AsyncGenerator<Result> {
  const reading = readings.shift();
  if (reading !== undefined) yield await reading;
}
