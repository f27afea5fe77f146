import { expect, test } from 'vitest';
import { hashOf } from '../../src/text/hash.js';

test('a text and its UTF-8 bytes have the same hash, which is SHA-256', () => {
  expect(hashOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hashOf('é')).toBe(hashOf(new TextEncoder().encode('é')));
});
