/** Records as the bot would keep them, with what a test does not care about filled in. */
import type { NewReceipt } from '../../src/state/receipts.js';
import type { ShownParagraph } from '../../src/state/shown-paragraphs.js';
import type { ShownPassage } from '../../src/state/shown-passage.js';

export const ARTICLE = '0123456789ab';

export function shownPassage(fields: Partial<ShownPassage> = {}): ShownPassage {
  return {
    article: ARTICLE,
    paragraph: 7,
    last: 8,
    hash: 'deadbeef',
    highlights: [{ start: 0, end: 12 }],
    score: 0.75,
    ...fields,
  };
}

export function newReceipt(fields: Partial<NewReceipt> = {}): NewReceipt {
  return {
    guildId: 'server',
    question: 'Who arrived?',
    askerId: 'asker',
    generation: 3,
    model: 'e5-small-v2',
    evidence: 0.61,
    threshold: 0.5,
    confidence: 0.7,
    outcome: 'answer',
    shown: [shownPassage()],
    further: [shownPassage({ paragraph: 2, last: 2 })],
    ...fields,
  };
}

export function shownParagraph(fields: Partial<ShownParagraph> = {}): ShownParagraph {
  return {
    article: ARTICLE,
    paragraph: 7,
    hash: 'deadbeef',
    text: 'An official has arrived.',
    attribution: { articleId: 'visit.txt', title: 'A visit', source: 'Example Times', date: '2023-02-17' },
    ...fields,
  };
}
