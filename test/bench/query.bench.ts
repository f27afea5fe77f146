/** Questions: the scan against vectra as shipped and against reading the same memory once; BM25; the whole search. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { JsonCodec, ProtobufCodec, type LocalIndex } from 'vectra';
import wabt from 'wabt';
import { orderArticles } from '../../src/index/article-order.js';
import { buildSegment, SEGMENT_SIZE, type FreshArticle, type Segment } from '../../src/index/segment.js';
import { createSnapshot } from '../../src/index/snapshot.js';
import { VectorBlock } from '../../src/index/vector-block.js';
import { WordTerms } from '../../src/index/word-terms.js';
import { scoreBm25 } from '../../src/search/bm25.js';
import { exactCosine, scan } from '../../src/search/scan.js';
import type { Scope } from '../../src/search/scope.js';
import { search } from '../../src/search/search.js';
import { topPositions } from '../../src/search/top.js';
import { termsOf } from '../../src/text/terms.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { compareTimes, longestStall, report, timeOf } from './figures.js';
import { gatherMaterial, SIZE, type Material } from './material.js';
import { MOST_JSON, MOST_PROTOBUF, writeVectra } from './vectra-index.js';

const K = 10;
/** As many as the product scores again. */
const SCORED_AGAIN = 50;
/** Segments that the plain index is made of; more say no more. */
const MOST_PLAIN = 25;

/** Of a million passages, what one test leaves behind is gigabytes. */
afterEach(() => globalThis.gc?.());

function nearest(block: VectorBlock, query: Float32Array, scope: Scope): number[] {
  const scores = scan(block, query, scope);
  return topPositions(scores.subarray(0, block.rows), SCORED_AGAIN)
    .map((row) => ({ row, score: exactCosine(block, row, query) }))
    .toSorted((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, K)
    .map(({ row }) => row);
}

function blocksOf({ articles, passages }: Material) {
  const make = (isCoded: boolean, isWasm: boolean): VectorBlock => {
    const block = VectorBlock.withRoomFor(passages, 384, { isCoded, isWasm });
    for (const { vectors } of articles) block.append(vectors);
    return block;
  };
  return { f32: make(false, true), int8: make(true, true), plain: make(false, false) };
}

async function streamOf({ wasm, rows }: VectorBlock): Promise<() => unknown> {
  if (wasm === undefined) throw new Error('There is no WebAssembly memory.');
  const text = readFileSync(path.join(import.meta.dirname, 'stream.wat'), 'utf8');
  const { buffer } = (await wabt()).parseWat('stream.wat', text, { simd: true }).toBinary({});
  const module = new WebAssembly.Module(new Uint8Array(buffer));
  const { stream } = new WebAssembly.Instance(module, { block: { memory: wasm.memory } }).exports;
  if (typeof stream !== 'function') throw new Error('The stream has no function.');
  return () => stream(wasm.layout.vectors, (rows * 384 * 4) / 64);
}

test('query', async () => {
  const material = await gatherMaterial(SIZE);
  const { questions } = material;
  let turn = 0;
  const next = (): Float32Array => questions[turn++ % questions.length]?.vector ?? new Float32Array(384);
  const blocks = blocksOf(material);
  const scope: Scope = {
    articles: new Uint32Array(0),
    ranges: [[0, blocks.f32.rows]],
    size: blocks.f32.rows,
  };
  const contenders: Record<string, () => unknown> = {
    f32: () => nearest(blocks.f32, next(), scope),
    int8: () => nearest(blocks.int8, next(), scope),
    plain: () => nearest(blocks.plain, next(), scope),
    scan: () => scan(blocks.f32, next(), scope),
    stream: await streamOf(blocks.f32),
  };
  const vectra: Record<string, LocalIndex> = {};
  if (material.passages <= MOST_JSON)
    vectra['json'] = await writeVectra(await temporaryFolder(), new JsonCodec(), material.articles);
  if (material.passages <= MOST_PROTOBUF)
    vectra['protobuf'] = await writeVectra(await temporaryFolder(), new ProtobufCodec(), material.articles);
  for (const [name, index] of Object.entries(vectra))
    contenders[name] = () => index.queryItems([...next()], '', K);
  const times = await compareTimes(contenders);
  const time = (name: string): number => times[name] ?? Number.NaN;
  const exact = questions.map(({ vector }) => new Set(nearest(blocks.plain, vector, scope)));
  const recall = (block: VectorBlock): number => {
    const shares = questions.map(({ vector }, at) => {
      const wanted = exact[at] ?? new Set<number>();
      return nearest(block, vector, scope).filter((row) => wanted.has(row)).length / wanted.size;
    });
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  const recalls = { f32: recall(blocks.f32), int8: recall(blocks.int8) };
  report(`query, ${material.passages} passages`, {
    origin: material.origin,
    ...Object.fromEntries(Object.entries(times).map(([name, value]) => [`${name}, ms`, value])),
    ...Object.fromEntries(
      Object.keys(vectra).flatMap((name) =>
        ['f32', 'int8', 'plain'].map((own) => [
          `${own} vs vectra ${name}, times faster`,
          time(name) / time(own),
        ]),
      ),
    ),
    'f32 scan vs read-only stream, times its time': time('scan') / time('stream'),
    'int8 with exact re-score vs that stream, times its time': time('int8') / time('stream'),
    'recall@10 f32': recalls.f32,
    'recall@10 int8': recalls.int8,
  });
  expect(recalls.f32).toBe(1);
});

/** Groups of articles as large as segments are. */
function groupsOf({ articles }: Material): (readonly FreshArticle[])[] {
  const groups: FreshArticle[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const article of articles) {
    size += article.chunks.length;
    if (size > SEGMENT_SIZE) {
      groups.push([]);
      size = article.chunks.length;
    }
    groups.at(-1)?.push(article);
  }
  return groups;
}

/** The twin: under each term a list of the chunks it is in and how often, as anybody would write it. */
function indexPlainly(articles: readonly FreshArticle[]): Map<string, Map<number, number>> {
  const index = new Map<string, Map<number, number>>();
  let row = 0;
  for (const { article, chunks } of articles) {
    const texts = chunks.map(({ start, end }) => termsOf(article.text.slice(start, end)));
    for (const [at, own] of texts.entries()) {
      const all = [own, own, own, termsOf(article.title), texts[at - 1] ?? [], texts[at + 1] ?? []];
      for (const term of all.flat()) {
        const found = index.get(term) ?? new Map<number, number>();
        index.set(term, found.set(row, (found.get(row) ?? 0) + 1));
      }
      row++;
    }
  }
  return index;
}

test('lexical', async () => {
  const material = await gatherMaterial(SIZE);
  const groups = groupsOf(material);
  const build = async (): Promise<Segment[]> => {
    const block = VectorBlock.withRoomFor(material.passages, 384);
    const segments: Segment[] = [];
    const words = new WordTerms();
    for (const [at, group] of groups.entries())
      segments.push(await buildSegment(String(at), group, block, words));
    return segments;
  };
  let segments: Segment[] = [];
  const time = await timeOf(async () => (segments = await build()));
  const some = groups.slice(0, MOST_PLAIN);
  const plainly = await timeOf(async () => some.forEach(indexPlainly));
  const share = some.length / groups.length;
  const stall = await longestStall(async () => (segments = await build()));
  const block = segments[0]?.block ?? VectorBlock.withRoomFor(0, 384);
  const parts = segments.map((segment) => ({ segment, dead: new Set<number>() }));
  const order = await orderArticles(parts);
  const snapshot = createSnapshot({ generation: 1, committedAt: '', block, parts, order });
  const eightWords = material.questions
    .map((question) => ({ ...question, terms: [...new Set(termsOf(question.text))] }))
    .filter(({ terms }) => terms.length >= 5)
    .map((question) => ({ ...question, terms: [...question.terms, 'minist', 'govern', 'year'].slice(0, 8) }));
  let turn = 0;
  const next = () =>
    eightWords[turn++ % eightWords.length] ?? { text: '', vector: new Float32Array(384), terms: [] };
  const into = new Float64Array(snapshot.chunkPostings.size);
  const times = await compareTimes({
    bm25: () => topPositions(scoreBm25(snapshot.chunkPostings, next().terms, into.fill(0)), K),
    search: () => search(snapshot, next(), 20),
  });
  report(`lexical, ${material.passages} passages in ${segments.length} segments`, {
    'segments built (text analysis, columns, postings), s': time.seconds,
    'segments built, s of processor time': time.cpuSeconds,
    'segments built vs a plain index of the chunks, times faster':
      plainly.cpuSeconds / (share * time.cpuSeconds),
    'longest stall meanwhile, ms': stall.wall,
    'longest stall meanwhile, busy, ms': stall.busy,
    'BM25 of 8 words with the best ten, ms': times['bm25'] ?? Number.NaN,
    'whole search: scan, BM25 of chunks and articles, fusion, ms': times['search'] ?? Number.NaN,
  });
  expect(eightWords.length).toBeGreaterThan(0);
});
