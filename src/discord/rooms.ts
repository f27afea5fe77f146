/** What commands and components may ask. */
import type { Answerer } from '../answers/answer.js';
import type { Reindexer } from '../index/report.js';
import type { Store } from '../state/store.js';

export interface Rooms {
  readonly answerer: Answerer;
  readonly reindexer: Reindexer;
  readonly store: Store;
}
