/** Who said the words that were looked up, in small print: it is the article that says so, not the bot. */
import type { QuotationPlace, SpeakerName } from '../answers/answer.js';
import { shortenAtWord } from '../text/shorten.js';
import { escapeLine } from './markdown.js';
import type { Texts } from './texts/english.js';

const LONGEST_NAME = 100;
const LONGEST_SENTENCE = 300;

/** Empty when nothing is known of it. */
export function renderSpeaker(texts: Texts, { speaker, isQuoted, isNested }: QuotationPlace): string {
  const { namedHere, notQuoted, nested } = texts.speaker;
  const lines = [
    speaker === undefined ? '' : renderName(texts, speaker),
    speaker?.person === undefined
      ? ''
      : `-# ${namedHere} ${texts.quoted(show(texts, speaker.person.sentence, LONGEST_SENTENCE))}`,
    isQuoted ? '' : `-# ${notQuoted}`,
    isNested ? `-# ${nested}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** "Said by **Chiu Kuo-cheng** (he said)" */
function renderName(texts: Texts, { name, said, person, isGuess }: SpeakerName): string {
  const { saidBy, probablySaidBy } = texts.speaker;
  const by = isGuess || person !== undefined ? probablySaidBy : saidBy;
  const words = said === '' ? (person === undefined ? '' : name) : said;
  const aside = words === '' ? '' : ` (${show(texts, words, LONGEST_NAME)})`;
  return `${by(texts.isolate(`**${escaped(person?.name ?? name, LONGEST_NAME)}**`))}${aside}`;
}

function show({ isolate }: Texts, text: string, limit: number): string {
  return isolate(escaped(text, limit));
}

function escaped(text: string, limit: number): string {
  return escapeLine(shortenAtWord(text, limit));
}
