/** The same passages in an index of vectra as shipped. Its own insertion looks for each id among all items, so its codec writes. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LocalIndex, type IndexCodec, type IndexItem } from 'vectra';
import type { FreshArticle } from '../../src/index/segment.js';

/** JSON of more items is longer than a string can be. */
export const MOST_JSON = 60_000;
/** Vectra needs 15 kB a passage for a while. */
export const MOST_PROTOBUF = 150_000;

export function toItems({ article, chunks, vectors }: FreshArticle): IndexItem[] {
  return chunks.map(({ start, end, first, last }, at): IndexItem => {
    const vector = [...vectors.subarray(at * 384, (at + 1) * 384)];
    const text = article.text.slice(start, end);
    const metadata = { articleId: article.articleId, first, last, text };
    return { id: `${article.articleId}#${start}`, metadata, vector, norm: Math.hypot(...vector) };
  });
}

export async function writeVectra(
  folder: string,
  codec: IndexCodec,
  articles: readonly FreshArticle[],
): Promise<LocalIndex> {
  const items = articles.flatMap(toItems);
  await mkdir(folder, { recursive: true });
  const index = new LocalIndex(folder, undefined, undefined, codec);
  const data = { version: 1, metadata_config: {}, items };
  await writeFile(path.join(folder, index.indexName), codec.serializeIndex(data));
  await index.getIndexStats(); // loads it
  return index;
}
