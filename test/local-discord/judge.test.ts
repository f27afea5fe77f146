/** The judge must be able to say no: each case is a request that the local Discord alone might let pass. */
import { expect, test } from 'vitest';
import type { RecordedRequest } from '../../src/local-discord/local-discord.js';
import { judgeMentions, judgeRequests, judgeResponses } from '../support/judge-requests.js';

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const MESSAGES = '/channels/{channel_id}/messages';

function record(template: string | undefined, body: unknown, response?: unknown): RecordedRequest {
  const rest = { method: 'POST', path: '/x', query: new URLSearchParams(), files: [], at: 0 };
  return { ...rest, template, body, status: response === undefined ? 204 : 200, response };
}

test.each([
  ['a reply that is too long', CALLBACK, { type: 4, data: { content: 'x'.repeat(2_001) } }, 'data.content'],
  [
    'a nested component that is wrong',
    MESSAGES,
    nested({ type: 10, content: '' }),
    'components.0.components.0.content',
  ],
  ['choices that are too many', CALLBACK, { type: 8, data: { choices: many(26) } }, 'data'],
  ['a modal without a title', CALLBACK, { type: 9, data: { custom_id: 'm', components: [] } }, 'data.title'],
  ['an unknown route', undefined, {}, ''],
  ['a body where none belongs', '/channels/{channel_id}/typing', {}, ''],
])('%s', (_name, template, body, path) => {
  expect(judgeRequests([record(template, body)]).map((finding) => finding.path)).toContain(path);
});

test('an answer that is no message', () => {
  expect(judgeResponses([record(MESSAGES, { content: 'x' }, { id: '1' })]).length).toBeGreaterThan(0);
});

test('a message that could ping', () => {
  const silent = { content: 'x', allowed_mentions: { parse: [] } };
  const bodies = [silent, { content: 'x' }, { ...silent, allowed_mentions: { parse: ['users'] } }];
  expect(judgeMentions(bodies.map((body) => record(MESSAGES, body)))).toHaveLength(2);
  expect(judgeMentions([record(CALLBACK, { type: 4, data: silent }), record(CALLBACK, { type: 5 })])).toEqual(
    [],
  );
});

function nested(component: object): object {
  return { components: [{ type: 17, components: [component] }] };
}

function many(count: number): object[] {
  return Array.from({ length: count }, (_, at) => ({ name: `n${at}`, value: `v${at}` }));
}
