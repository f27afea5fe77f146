import { describe, expect, test } from 'vitest';
import { replySchema, requestSchema } from '../../src/embedding/messages.js';

describe('what the child hears', () => {
  test.each([
    { kind: 'setup', model: 'e5-small-v2', modelsDirectory: 'data/models' },
    { kind: 'setup', model: 'a/b', modelsDirectory: '.', remoteHost: 'http://127.0.0.1:1' },
    { kind: 'embed', id: 1, role: 'query', text: '' },
    { kind: 'load-reranker', model: 'a/b', modelsDirectory: 'data/models' },
    { kind: 'score', id: 1, question: 'Who?', text: '' },
    { kind: 'end' },
  ])('takes %j', (message) => {
    expect(requestSchema.parse(message)).toEqual(message);
  });

  test.each([undefined, {}, { kind: 'embed', id: '1', role: 'query', text: '' }, { kind: 'embed', id: 1 }])(
    'refuses %j',
    (message) => {
      expect(requestSchema.safeParse(message).success).toBe(false);
    },
  );
});

describe('what the parent hears', () => {
  test('takes vectors as they are, without a copy', () => {
    const vector = Float32Array.of(0.5, 0.5);
    const reply = replySchema.parse({ kind: 'vector', id: 3, vector });
    expect(reply.kind === 'vector' && reply.vector).toBe(vector);
  });

  test.each([
    'ready',
    { kind: 'vector', id: 3, vector: [0.5, 0.5] },
    { kind: 'ready', name: 'e5', fingerprint: 'f' },
    { kind: 'download', file: 'a', loaded: '1', total: 2 },
    { kind: 'score', id: 3, score: Number.NaN },
    { kind: 'score', id: 3, score: '1' },
    { kind: 'reranker-error' },
    { kind: 'song' },
  ])('refuses %j', (message) => {
    expect(replySchema.safeParse(message).success).toBe(false);
  });
});
