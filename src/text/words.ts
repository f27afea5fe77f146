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

const POINT = '.'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** May belong to a word or not, which depends on what is around it. */
const JOINT = 3;
/** All that is beyond the table: only the expression knows. */
const UNKNOWN = 4;

/** ASCII, and behind it the dashes, quotation marks and dots of General Punctuation, which half of all news is full of. */
const PUNCTUATION = 0x2010;
const PUNCTUATION_END = 0x2028;

const kindOf = (character: string): number => {
  if (/[A-Za-z]/u.test(character)) return LETTER;
  if (/[0-9]/u.test(character)) return DIGIT;
  return /['’.,]/u.test(character) ? JOINT : OTHER;
};
const kindsFrom = (start: number, end: number): Uint8Array =>
  Uint8Array.from({ length: end - start }, (_, at) => kindOf(String.fromCharCode(start + at)));
const ASCII_KINDS = kindsFrom(0, 0x80);
const PUNCTUATION_KINDS = kindsFrom(PUNCTUATION, PUNCTUATION_END);

/** Of the end of a text, too, which has no code. */
function kindAt(codes: Uint16Array, at: number): number {
  const code = codes[at] ?? 0;
  if (code < 0x80) return ASCII_KINDS[code] ?? OTHER;
  return PUNCTUATION_KINDS[code - PUNCTUATION] ?? UNKNOWN;
}

/** The UTF-16 codes of a text: looking at one of them takes a fraction of the time that looking into a string does. */
export function codesOf(text: string): Uint16Array {
  return createCodeReader()(text);
}

/** @returns `codesOf` for many texts one after the other: in the same memory, so that those of the text before are gone. */
export function createCodeReader(): (text: string) => Uint16Array {
  let memory = Buffer.alloc(0);
  return (text) => {
    if (memory.length < 2 * text.length) memory = Buffer.allocUnsafeSlow(4 * text.length);
    memory.write(text, 'utf16le');
    return new Uint16Array(memory.buffer, memory.byteOffset, text.length);
  };
}

/** Calls `visit` with the span of each word of a text, in order. @param codes - of the text. */
export function visitWords(
  text: string,
  visit: (start: number, end: number) => void,
  codes = codesOf(text),
): void {
  let at = 0;
  while (at < codes.length) {
    const kind = kindAt(codes, at);
    if (kind === OTHER || kind === JOINT) {
      at++;
      continue;
    }
    const end = kind === UNKNOWN ? undefined : endOfPlainWord(codes, at, kind);
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

const isPlain = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** Undefined where the expression has to say. */
function endOfPlainWord(codes: Uint16Array, start: number, first: number): number | undefined {
  let end = start + 1;
  for (;;) {
    let kind = kindAt(codes, end);
    while (isPlain(kind)) kind = kindAt(codes, ++end);
    if (kind === OTHER) return end;
    const next = kindAt(codes, end + 1);
    if (kind === UNKNOWN || next === UNKNOWN) return undefined;
    const code = codes[end];
    if (code === POINT || code === COMMA) {
      // An abbreviation or a number, if it goes on behind the sign.
      return isPlain(next) && (first === DIGIT || end === start + 1) ? undefined : end;
    }
    if (next !== LETTER) return end;
    end++;
  }
}
