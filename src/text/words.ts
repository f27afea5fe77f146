/**
 * Words as they stand in a text. What a word is, one regular expression says; most are runs of plain letters and digits, and
 * those are found without it in a fraction of the time.
 */

/**
 * Dotted abbreviations, numbers with separators, words with an apostrophe inside; a hyphen parts words, a soft hyphen
 * or a zero-width joiner does not.
 */
export const WORD =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00AD\u200C-\u200D\u2060]|['’](?=\p{L}))*/gu;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** All that is not ASCII: only the expression knows. */
const UNKNOWN = 3;

const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/u.test(character)) return LETTER;
  return /[0-9]/u.test(character) ? DIGIT : OTHER;
});

/** Of the end of a text, too, which has no code. */
const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0x80 ? UNKNOWN : (KINDS[code] ?? OTHER);
};

/** Calls `visit` with the span of each word of a text, in order. */
export function visitWords(text: string, visit: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === OTHER) {
      at++;
      continue;
    }
    const end = kind === UNKNOWN ? undefined : endOfPlainWord(text, at, kind);
    if (end !== undefined) {
      visit(at, end);
      at = end;
      continue;
    }
    WORD.lastIndex = at;
    const found = WORD.exec(text);
    if (found === null) return;
    at = found.index + found[0].length;
    visit(found.index, at);
  }
}

/** The words of a text, in order. */
export function listWords(text: string): string[] {
  const words: string[] = [];
  visitWords(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/** Undefined where more than letters and digits may belong to the word. */
function endOfPlainWord(text: string, start: number, first: number): number | undefined {
  let end = start + 1;
  let kind = kindAt(text, end);
  while (kind === LETTER || kind === DIGIT) kind = kindAt(text, ++end);
  const behind = text.charAt(end);
  const mayGoOn =
    kind === UNKNOWN ||
    behind === "'" ||
    (behind === '.' && (end === start + 1 || first === DIGIT)) ||
    (behind === ',' && first === DIGIT);
  return mayGoOn ? undefined : end;
}
