/** How a bot behaved over a whole test, beyond what was asked of it: every test with the running bot ends with this. */
import { z } from 'zod';
import type { RecordedRequest } from '../../src/local-discord/local-discord.js';
import { judgeMentions, judgeRequests, type Finding } from './judge-requests.js';

/** Unknown interaction (too late), already acknowledged, and invalid form body (a limit, or a field that is wrong). */
const REFUSALS = [10062, 40060, 50035];
const MENTION = /@(?:everyone|here)\b|<@[!&]?\d{15,21}>/u;

const refusal = z.object({ code: z.number(), message: z.string() });

/** Everything that is wrong with what a bot sent. */
export function judgeConduct(requests: readonly RecordedRequest[]): Finding[] {
  return [
    ...judgeRequests(requests),
    ...judgeMentions(requests),
    ...judgeBareMentions(requests),
    ...judgeRefusals(requests),
  ];
}

/**
 * Texts in which Discord would show a mention of somebody. The bot itself never writes one, and an article's are to be escaped.
 * It does name channels, which calls nobody.
 */
function judgeBareMentions(requests: readonly RecordedRequest[]): Finding[] {
  return requests.flatMap((request) =>
    textsIn(request.body, [])
      .filter(({ text }) => MENTION.test(text.replaceAll(/\\[\s\S]/gu, '')))
      .map(({ path }) => ({ request: nameOf(request), path: path.join('.'), message: 'shows a mention' })),
  );
}

/**
 * What Discord refused by its own rules. Where a fault was injected, trying again may rightly meet a refusal; then nothing
 * is said.
 */
function judgeRefusals(requests: readonly RecordedRequest[]): Finding[] {
  const refused = requests.flatMap((request) => {
    const { success, data } = refusal.safeParse(request.response);
    return success ? [{ request, ...data }] : [];
  });
  const isDisturbed =
    requests.some(({ status }) => status === undefined || status === 429) ||
    refused.some(({ message }) => message.endsWith('injected fault'));
  if (isDisturbed) return [];
  return refused
    .filter(({ code }) => REFUSALS.includes(code))
    .map(({ request, code, message }) => ({
      request: nameOf(request),
      path: '',
      message: `was refused: ${code} ${message}`,
    }));
}

/** Strings of a body that Discord shows as text: `content`, at any depth. */
function textsIn(value: unknown, path: readonly string[]): { text: string; path: readonly string[] }[] {
  if (typeof value === 'string') return path.at(-1) === 'content' ? [{ text: value, path }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function nameOf({ method, template, path }: RecordedRequest): string {
  return `${method} ${template ?? path}`;
}
