/**
 * Which language a text seems to be in, seen from its letters and its small words: enough to tell a reader that the articles
 * are in another one. Short texts of names alone have none.
 */

/** Function words, without those that are English words as well, of the languages with most readers in the Latin alphabet. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: wordsOf('the of and to in is was what who when where which how did does are were why with for from that this'),
  de: wordsOf('der das und ist wer wann wo warum wie mit den dem ein eine nicht von welche welcher wurde hat sind für auf'),
  fr: wordsOf('le la les des est qui que quand où pourquoi comment une dans sur pas avec du et quel quelle ont été au'),
  es: wordsOf('el los las es quién qué cuándo dónde cómo por una del con para y cuál fue quien que cuando donde en'),
  it: wordsOf('il gli che chi quando dove perché una del della con è quale sono stato nel di'),
  pt: wordsOf('os quem quando onde como uma da com para é qual foi não em dos o que'),
  nl: wordsOf('het een wie wat wanneer waar waarom hoe van de en niet welke werd heeft zijn op'),
  pl: wordsOf('jest kto kiedy gdzie dlaczego jak nie się który która była czy'),
  sv: wordsOf('och är vem vad när var varför hur med ett en inte som på det vilken'),
  tr: wordsOf('bir ve ne zaman nerede neden nasıl ile için mi hangi oldu bu'),
}; // prettier-ignore

/** Writing systems of one language each, as far as a hint goes. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
];

/** A text has at least so many small words of its language. */
const FEWEST = 2;

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** @returns an ISO 639-1 code, or undefined when it cannot be told. */
export function detectLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    const own = text.match(new RegExp(script.source, 'gu'))?.length ?? 0;
    if (own > letters / 3) return language;
  }
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = Object.entries(SMALL_WORDS).map(
    ([language, small]) => [language, words.filter((word) => small.has(word)).length] as const,
  );
  const [[first, most] = ['', 0], [, next] = ['', 0]] = counts.toSorted(([, a], [, b]) => b - a);
  return most >= FEWEST && most > next ? first : undefined;
}
