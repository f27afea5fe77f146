/** Finds words of ours that were left in English: in Arabic, what is written in Latin letters comes from the articles or is a slip. */
import { VERDICT_LABELS } from '../../src/answers/verdict-labels.js';
import type { Reply } from '../../src/discord/reply.js';

/** What people see of a component or a form; all else is for programs. */
const SEEN = ['content', 'label', 'placeholder', 'title', 'description'];
/** Letters that stay: Discord's own marks for a time, addresses, commands as they are typed, names of files. */
const KEPT = [/<t:\d+:\w>/gu, /\]\([^)\s]*\)/gu, /`\/[a-z -]+`/gu, /\b[\w-]+\.(?:csv|txt)\b/gu];
const WORD = /\p{Script=Latin}{2,}/gu;

/** @param data - all that the message was made of. Words of it are not ours. */
export function foreignWords({ components, file }: Reply, data: unknown): string[] {
  return foreignIn([...seenIn(components), file?.content ?? ''], data);
}

/** The same for a form. */
export function foreignWordsOfForm(form: object, data: unknown): string[] {
  return foreignIn(seenIn(form), data);
}

function foreignIn(texts: readonly string[], data: unknown): string[] {
  const known = new Set(wordsOf(JSON.stringify(data)));
  return texts
    .map(withoutKept)
    .flatMap(wordsOf)
    .filter((word) => !known.has(word));
}

function withoutKept(text: string): string {
  const phrases = Object.values(VERDICT_LABELS);
  const plain = phrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), text);
  return KEPT.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), plain);
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].map(([word]) => word.toLowerCase());
}

function seenIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(seenIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' ? (SEEN.includes(key) ? [inner] : []) : seenIn(inner),
  );
}
