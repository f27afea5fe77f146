/**
 * A generation: segments, the model that made their vectors, and what was removed from them. Writing one writes only the
 * segments that are new; the others are those of the generation before.
 */
import type { ModelInfo } from '../embedding/embedder.js';
import { orderArticles, type ArticleOrder } from './article-order.js';
import type { AtomicStorage } from './atomic-storage.js';
import { readManifest, writeManifest, type Manifest } from './manifest.js';
import { planSegments, type Change, type StoredPart } from './plan.js';
import { readAhead } from './read-ahead.js';
import { readSegmentFiles, toSegment } from './read-segment.js';
import { buildSegment, passagesOf } from './segment.js';
import { writeSegment } from './segment-files.js';
import { createSlices } from './slices.js';
import { createSnapshot, type Snapshot } from './snapshot.js';
import { VectorBlock } from './vector-block.js';
import { WordTerms } from './word-terms.js';
import { WriteBatch } from './write-batch.js';

/** A block is made anew when more than this share of it, and so many rows, are of no use any more. */
const MOST_WASTE = 1 / 4;
const MIN_WASTE = 8192;

/** A generation in memory. */
export interface Generation {
  readonly model: ModelInfo;
  readonly chunkingVersion: number;
  readonly parts: readonly StoredPart[];
  readonly order: ArticleOrder;
  readonly snapshot: Snapshot;
}

/** What is to be written. */
export interface Draft extends Change {
  readonly generation: number;
  readonly model: ModelInfo;
  readonly chunkingVersion: number;
  /** The generation before, made by the same model, if there is one. */
  readonly before: Generation | undefined;
}

/** Writes a generation beside the others. It counts only once it is committed. */
export async function writeGeneration(
  directory: string,
  draft: Draft,
  storage: AtomicStorage,
): Promise<Generation> {
  const batch = new WriteBatch(storage);
  try {
    const { manifest, parts, block } = await writeAll(directory, draft, batch);
    await batch.finish();
    return await toGeneration(manifest, parts, block, draft.before);
  } finally {
    await batch.abandon();
  }
}

/** While the files of one segment are written, the next one is made. */
async function writeAll(directory: string, draft: Draft, batch: WriteBatch) {
  const { generation, model, chunkingVersion, before } = draft;
  const plan = planSegments(before?.parts ?? [], draft);
  const fresh = plan.groups.flat().reduce((sum, source) => sum + passagesOf(source), 0);
  const { block, parts } = await makeRoom(before, plan.parts, fresh, model.dimensions);
  const words = new WordTerms();
  for (const [at, sources] of plan.groups.entries()) {
    const name = `${String(generation).padStart(6, '0')}-${String(at).padStart(4, '0')}`;
    const segment = await buildSegment(name, sources, block, words);
    await batch.written(); // no more than one segment waits for the disk
    parts.push({ segment, dead: new Set(), entry: await writeSegment(directory, segment, batch) });
  }
  const manifest: Manifest = {
    generation,
    committedAt: new Date().toISOString(),
    model,
    chunkingVersion,
    segments: parts.map(({ entry, dead }) => ({ ...entry, dead: [...dead] })),
  };
  await writeManifest(directory, manifest, batch);
  return { manifest, parts, block };
}

/**
 * Reads the generation that counts.
 *
 * @returns undefined when there is none yet.
 * @throws IndexDamagedError that names the file and what is wrong with it.
 */
export async function readGeneration(
  directory: string,
  storage: AtomicStorage,
): Promise<Generation | undefined> {
  const manifest = await readManifest(directory, storage);
  if (manifest === undefined) return undefined;
  const pause = createSlices();
  const rows = manifest.segments.reduce((sum, { passages }) => sum + passages, 0);
  const block = VectorBlock.withRoomFor(rows, manifest.model.dimensions);
  const parts: StoredPart[] = [];
  let row = 0;
  const readings = readAhead(manifest.segments, async ({ dead, ...entry }) => {
    const from = row;
    row += entry.passages;
    return { dead, entry, files: await readSegmentFiles(directory, entry, block, from, storage) };
  });
  for await (const { dead, entry, files } of readings) {
    parts.push({ segment: await toSegment(entry, files, block), dead: new Set(dead), entry });
    await pause();
  }
  return toGeneration(manifest, parts, block, undefined);
}

async function toGeneration(
  manifest: Manifest,
  parts: readonly StoredPart[],
  block: VectorBlock,
  before: Generation | undefined,
): Promise<Generation> {
  const { generation, committedAt, model, chunkingVersion } = manifest;
  const order = await orderArticles(parts, before);
  const snapshot = createSnapshot({ generation, committedAt, block, parts, order });
  return { model, chunkingVersion, parts, order, snapshot };
}

/** The block of the generation before, if there is room in it and little waste; else a new one that its segments move to. */
async function makeRoom(
  before: Generation | undefined,
  parts: readonly StoredPart[],
  fresh: number,
  dimensions: number,
): Promise<{ readonly block: VectorBlock; readonly parts: StoredPart[] }> {
  const used = parts.reduce((sum, { segment }) => sum + segment.passages.article.length, 0);
  const known = before?.snapshot.block;
  if (known !== undefined && known.hasRoomFor(fresh)) {
    const waste = known.rows - used;
    if (waste < MIN_WASTE || waste < MOST_WASTE * known.rows) return { block: known, parts: [...parts] };
  }
  const pause = createSlices();
  const block = VectorBlock.withRoomFor(used + fresh, dimensions);
  const moved: StoredPart[] = [];
  for (const part of parts) {
    const { segment } = part;
    const vectors = segment.block.rowsAt(segment.row, segment.row + segment.passages.article.length);
    moved.push({ ...part, segment: { ...segment, block, row: block.append(vectors) } });
    await pause();
  }
  return { block, parts: moved };
}
