import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asNumbers, decodePassages, passageCodec, piecesOf } from '../../src/index/passage-codec.js';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const number = fc.nat(0xffffffff);
const metadata = fc.record({
  articleId: text,
  first: number,
  last: number,
  start: number,
  end: number,
  hash: fc.stringMatching(/^[0-9a-f]{32}$/u),
});

const index = fc.integer({ min: 1, max: 9 }).chain((dimensions) =>
  fc.record({
    items: fc.array(
      fc.record({
        metadata,
        vector: fc.float32Array({
          minLength: dimensions,
          maxLength: dimensions,
          noNaN: true,
          min: -1,
          max: 1,
        }),
      }),
      { maxLength: 8 },
    ),
  }),
);

type PlainIndex = typeof index extends fc.Arbitrary<infer Value> ? Value : never;

function serialize({ items }: PlainIndex): Buffer {
  return passageCodec.serializeIndex({
    version: 1,
    metadata_config: {},
    items: items.map(({ metadata, vector }, at) => ({
      id: String(at),
      metadata,
      vector: asNumbers(vector),
      norm: 1,
    })),
  });
}

const small: PlainIndex = {
  items: ['a', 'b'].map((articleId) => ({
    metadata: { articleId, first: 1, last: 1, start: 0, end: 9, hash: 'ab'.repeat(16) },
    vector: Float32Array.of(0.6, 0.8, 0),
  })),
};

describe('the passage codec', () => {
  test('gives back what was stored', () => {
    fc.assert(
      fc.property(index, (stored) => {
        const read = passageCodec.deserializeIndex(serialize(stored));
        expect(read.items.map(({ metadata }) => metadata)).toEqual(
          stored.items.map(({ metadata }) => metadata),
        );
        expect(read.items.map(({ id }) => id)).toEqual(
          stored.items.map(({ metadata: { articleId, start } }) => `${articleId}#${start}`),
        );
        for (const [at, { vector, norm }] of read.items.entries()) {
          const original = [...(stored.items[at]?.vector ?? [])];
          expect([...vector]).toEqual(original);
          expect(norm).toBeCloseTo(Math.hypot(...original), 6);
        }
      }),
    );
  });

  test('reads a file that lies anywhere in a larger buffer', () => {
    const file = serialize(small);
    for (const before of [0, 1, 2, 3]) {
      const inside = Buffer.concat([Buffer.alloc(before), file]).subarray(before);
      expect(passageCodec.deserializeIndex(inside)).toEqual(passageCodec.deserializeIndex(file));
    }
  });

  test('keeps vectors as views of one block, in order', () => {
    const { items } = passageCodec.deserializeIndex(serialize(small));
    const views = items.map(({ vector }) => vector as unknown as Float32Array);
    expect(views[1]?.buffer).toBe(views[0]?.buffer);
    expect(views[1]?.byteOffset).toBe((views[0]?.byteOffset ?? 0) + 12);
  });
});

/** As a file is read. */
function cut(content: Buffer, vectorBytes: number): Buffer[] {
  let at = 0;
  return piecesOf(content.length, Buffer.alloc(vectorBytes)).map((piece) => {
    content.copy(piece, 0, at);
    at += piece.length;
    return piece;
  });
}

describe('a file in pieces', () => {
  const file = serialize(small);

  test('is read as the whole is, its vectors where they were wanted', () => {
    const pieces = cut(file, 24);
    const read = decodePassages(pieces);
    expect(read).toEqual(decodePassages(file));
    expect(read.vectors.buffer).toBe(pieces[1]?.buffer);
  });

  test('with another number of vectors than was thought is refused', () => {
    for (const bytes of [0, 12, 36, 1000]) {
      const read = (): unknown => decodePassages(cut(file, bytes), 'another');
      expect(read, `${bytes} bytes`).toThrow('has a wrong checksum');
      if (bytes === 36) expect(() => decodePassages(cut(file, bytes))).toThrow('no room for its column');
    }
  });
});

describe('a damaged file is refused in words', () => {
  test.each([
    ['two passages', small],
    ['none', { items: [] }],
  ])('whichever byte is changed, with %s', (_, stored) => {
    const file = serialize(stored);
    for (let at = 0; at < file.length; at++) {
      const damaged = Buffer.from(file);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(() => passageCodec.deserializeIndex(damaged), `byte ${at}`).toThrow(
        /^(?:is not a passage file|is of format|has (?:a wrong checksum|\d+ bytes instead of))/u,
      );
    }
  });

  test('wherever it is cut off', () => {
    const file = serialize(small);
    for (let length = 0; length < file.length; length++) {
      expect(() => passageCodec.deserializeIndex(file.subarray(0, length))).toThrow(
        /is cut off|bytes instead/u,
      );
    }
    expect(() => passageCodec.deserializeIndex(Buffer.concat([file, Buffer.of(0)]))).toThrow(
      'bytes instead of',
    );
  });

  test('in another format', () => {
    const file = serialize(small);
    file.writeUInt32LE(2, 4);
    expect(() => passageCodec.deserializeIndex(file)).toThrow('is of format 2; this program reads 3');
  });

  test('or some other file altogether', () => {
    expect(() => passageCodec.deserializeIndex(Buffer.from(JSON.stringify({ items: [] }).repeat(9)))).toThrow(
      'is not a passage file',
    );
  });
});

test('vectra cannot be made to store documents in it', () => {
  expect(() => passageCodec.serializeCatalog({ version: 1, count: 0, uriToId: {}, idToUri: {} })).toThrow(
    'Only item indexes',
  );
});
