/** A question in a language that no article is in: it cannot be answered with the articles' own words, and is told so. */
import type { Snapshot } from '../index/snapshot.js';
import { detectLanguage } from '../text/language.js';
import type { Hint } from './asked.js';

/** Articles looked at, and characters of each: enough to know which languages are there. */
const ARTICLES = 200;
const CHARACTERS = 600;

const languages = new WeakMap<Snapshot, ReadonlySet<string>>();

/** Found out for each snapshot once, and only when somebody asks in a language that can be told. */
function languagesOf(snapshot: Snapshot): ReadonlySet<string> {
  let known = languages.get(snapshot);
  if (known === undefined) {
    const { articles } = snapshot;
    const step = Math.max(1, Math.floor(articles.length / ARTICLES));
    const sample = articles.filter(({ language }, at) => at % step === 0 || language !== undefined);
    known = new Set(
      sample.flatMap((article) => {
        // The text is only read where it has to be: there may be many articles that tell their language.
        const told = article.language?.slice(0, 2).toLowerCase();
        return told ?? detectLanguage(article.text.slice(0, CHARACTERS)) ?? [];
      }),
    );
    languages.set(snapshot, known);
  }
  return known;
}

/** Languages that are told. */
const MOST_TOLD = 3;

/** What to tell the asker, or undefined when the question may be answered. */
export function hintAtLanguage(snapshot: Snapshot, question: string): Hint | undefined {
  const asked = detectLanguage(question);
  if (asked === undefined) return undefined;
  const known = languagesOf(snapshot);
  if (known.size === 0 || known.has(asked)) return undefined;
  return { kind: 'other-language', asked, known: [...known].slice(0, MOST_TOLD) };
}
