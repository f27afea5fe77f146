/** A clock that stands still until a test moves it: 15 minutes pass at once. */
import type { Clock } from '../../src/local-discord/local-discord.js';

export interface ManualClock extends Clock {
  /** Moves on; what falls due meanwhile runs, in order. */
  advance(ms: number): void;
}

export function createManualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  const waiting = new Set<{ due: number; run: () => void }>();
  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { due: now + ms, run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
    advance: (ms) => {
      now += ms;
      const due = [...waiting].filter((timer) => timer.due <= now).toSorted((a, b) => a.due - b.due);
      for (const timer of due) {
        waiting.delete(timer);
        timer.run();
      }
    },
  };
}
