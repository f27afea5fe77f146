/** Who said the words that were looked up, in small print: it is the article that says so, not the bot. */
import type { QuotationPlace, SpeakerName } from '../answers/answer.js';
import { shortenAtWord } from '../text/shorten.js';
import { escapeLine } from './markdown.js';

const LONGEST_NAME = 100;
const LONGEST_SENTENCE = 300;

/** Empty when nothing is known of it. */
export function renderSpeaker({ speaker, isQuoted, isNested }: QuotationPlace): string {
  const lines = [
    speaker === undefined ? '' : renderName(speaker),
    speaker?.person === undefined
      ? ''
      : `-# Named here: “${show(speaker.person.sentence, LONGEST_SENTENCE)}”`,
    isQuoted ? '' : "-# Not between quotation marks in the article: these are the reporter's words.",
    isNested ? '-# A quotation inside a quotation: the speaker repeats what somebody else said.' : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** "Said by **Chiu Kuo-cheng** (he said)" */
function renderName({ name, said, person, isGuess }: SpeakerName): string {
  const by = isGuess || person !== undefined ? 'Probably said by' : 'Said by';
  const words = said === '' ? (person === undefined ? '' : name) : said;
  const aside = words === '' ? '' : ` (${show(words, LONGEST_NAME)})`;
  return `${by} **${show(person?.name ?? name, LONGEST_NAME)}**${aside}`;
}

function show(text: string, limit: number): string {
  return escapeLine(shortenAtWord(text, limit));
}
