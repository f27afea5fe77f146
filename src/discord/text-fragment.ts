/**
 * Links that open an article at the words that were shown: "#:~:text=first words,last words", which browsers scroll to and
 * mark. One that does not know the form, or does not find the words, opens the article as ever.
 */
import { URL_LENGTH } from './limits.js';
import { link } from './markdown.js';

/** Words at either end of the sentence: enough to find it, and not to fill the message with an address. */
const MOST_WORDS = 4;
/** Letters that must be encoded take six or nine characters each: then fewer words are named. */
const LONGEST = 240;
/** Cannot be encoded. */
const LONE_SURROGATE = /\p{Cs}/u;
/** What `link` puts around an address. */
const AROUND = link('', '').length;

/** @returns the address as it was when the words cannot be pointed out within Discord's limit. */
export function addTextFragment(url: string, sentence: string): string {
  const words = sentence.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0 || LONE_SURROGATE.test(sentence) || url.includes(':~:')) return url;
  for (let count = MOST_WORDS; count > 0; count--) {
    const directive = `:~:text=${name(words, count)}`;
    const whole = url.includes('#') ? `${url}${directive}` : `${url}#${directive}`;
    if (directive.length <= LONGEST && link('', whole).length - AROUND <= URL_LENGTH) return whole;
  }
  return url;
}

/** Short sentences whole, longer ones by their ends. */
function name(words: readonly string[], count: number): string {
  if (words.length <= 2 * count) return encode(words);
  return `${encode(words.slice(0, count))},${encode(words.slice(-count))}`;
}

/** A hyphen has a meaning of its own here; brackets and stars would have one in markdown. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replace(
    /[-!'()*_~]/gu,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
