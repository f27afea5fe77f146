/** The postings of a segment on disk, loaded instead of built: those of its chunks, then those of its articles. */
import {
  areAscending,
  areBelow,
  ColumnReader,
  encodeColumns,
  type Column,
  type FileKind,
} from './column-file.js';
import type { BothPostings } from './lexical.js';
import type { SegmentPostings } from './postings.js';
import { TermTable } from './term-table.js';

const KIND: FileKind = { name: 'a file of postings', magic: 'BYLT' };

export function encodePostings({ chunkPostings, articlePostings }: BothPostings): Buffer {
  return encodeColumns(KIND, [...columnsOf(chunkPostings), ...columnsOf(articlePostings)], {});
}

/**
 * @param checksum - that of the file that is meant.
 * @returns views of the file.
 * @throws Error that says what is wrong with it.
 */
export function decodePostings(file: Buffer | readonly Buffer[], checksum?: string): BothPostings {
  const reader = new ColumnReader(KIND, file, checksum);
  const chunkPostings = readPostings(reader);
  return { chunkPostings, articlePostings: readPostings(reader) };
}

function columnsOf({ terms, offsets, documents, frequencies, lengths }: SegmentPostings): Column[] {
  return [terms.slots, terms.ends, terms.text, offsets, documents, frequencies, lengths];
}

function readPostings(reader: ColumnReader): SegmentPostings {
  const terms = new TermTable(reader.words(), reader.words(), reader.halfWords());
  const [offsets, documents] = [reader.words(), reader.words()];
  const [frequencies, lengths] = [reader.halfWords(), reader.words()];
  const isWhole =
    offsets.length === terms.size + 1 &&
    areAscending(offsets) &&
    areBelow(offsets, documents.length + 1) &&
    frequencies.length === documents.length &&
    areBelow(documents, lengths.length);
  if (!isWhole) throw new Error('holds postings that do not fit together');
  return { terms, offsets, documents, frequencies, lengths };
}
