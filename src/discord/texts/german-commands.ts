/** Commands in German. */
import type { CommandTexts } from './command-texts.js';

const ARTICLE = 'beliebigen Teil des Titels eintippen';

export const GERMAN_COMMANDS: CommandTexts = {
  ask: {
    name: 'fragen',
    description: 'Frag die Artikel: Antworten in ihren eigenen Worten, mit Quelle und Absatz',
    options: {
      question: {
        name: 'frage',
        description: 'Was du wissen willst, so wie du es einen Menschen fragen würdest',
      },
      article: { name: 'artikel', description: `Nur diesen Artikel durchsuchen: ${ARTICLE}` },
      source: { name: 'quelle', description: 'Nur Artikel dieser Quelle durchsuchen: ein Teil ihres Namens' },
      since: { name: 'seit', description: 'Nur Artikel ab diesem Tag: 2023-02-17, 2023-02 oder 2023' },
      before: { name: 'vor', description: 'Nur Artikel von vor diesem Tag: 2023-02-17, 2023-02 oder 2023' },
      private: { name: 'privat', description: 'Ob nur du die Antwort siehst' },
    },
  },
  source: {
    name: 'quelle',
    description: 'Ein Zitat prüfen: In welchem Artikel steht es, und wurde ein Wort verändert?',
    options: {
      quote: { name: 'zitat', description: 'Die gesuchten Worte, mit oder ohne Anführungszeichen' },
      private: { name: 'privat', description: 'Ob nur du das Ergebnis siehst' },
    },
  },
  why: {
    name: 'warum',
    description: 'Wie eine Antwort zustande kam: Index, Modell, Wertungen und die nächsten Stellen',
    options: {
      id: { name: 'nummer', description: 'Die Nummer der Antwort, wie sie klein gedruckt darunter steht' },
    },
  },
  articles: {
    name: 'artikel',
    description: 'Welche Artikel durchsucht werden, aus welchen Quellen, und die neuesten davon',
    options: {
      article: { name: 'artikel', description: `Die Karte dieses Artikels zeigen: ${ARTICLE}` },
    },
  },
  reindex: {
    name: 'neu-einlesen',
    description: 'Die Artikel neu lesen und melden, was hinzukam, geändert, entfernt oder abgelehnt wurde',
    options: {
      full: { name: 'alles', description: 'Jeden Artikel neu lesen und einbetten, auch unveränderte' },
    },
  },
  'Check quote': { name: 'Zitat prüfen' },
};
