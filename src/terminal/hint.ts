/** What an asker could do, in the words of the command line. */
import type { Hint } from '../answers/answer.js';

export function renderHint(hint: Hint): string {
  if (hint.kind === 'no-article') return 'No article is from this source and time.';
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const [asked, ...known] = [hint.asked, ...hint.known].map((one) => names.of(one) ?? one);
  return `Your question seems to be in ${asked}. The articles are in ${known.join(', ')}: please ask in that language.`;
}
