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
  cite: {
    name: 'zitieren',
    description: 'Einen Absatz Wort für Wort zeigen, mit Quelle und Dauerkennung, oder eine Kennung auflösen',
    options: {
      article: { name: 'artikel', description: `Der Artikel, aus dem zitiert wird: ${ARTICLE}` },
      paragraph: { name: 'absatz', description: 'Die Nummer des Absatzes, wie sie hinter ¶ steht' },
      permalink: { name: 'kennung', description: 'Stattdessen eine Dauerkennung wie visit ¶7 · 1a2b3c4d' },
      private: { name: 'privat', description: 'Ob nur du den Absatz siehst' },
    },
  },
  timeline: {
    name: 'zeitleiste',
    description: 'Ein Thema Tag für Tag: je ein Satz im Wortlaut mit seinem Artikel, der älteste zuerst',
    options: {
      topic: { name: 'thema', description: 'Ein Wort oder ein paar: ein Name, ein Ort, ein Ereignis' },
      source: { name: 'quelle', description: 'Nur Artikel dieser Quelle durchsuchen: ein Teil ihres Namens' },
      since: { name: 'seit', description: 'Nur Artikel ab diesem Tag: 2023-02-17, 2023-02 oder 2023' },
      before: { name: 'vor', description: 'Nur Artikel von vor diesem Tag: 2023-02-17, 2023-02 oder 2023' },
      private: { name: 'privat', description: 'Ob nur du die Zeitleiste siehst' },
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
  gaps: {
    name: 'lücken',
    description: 'Welche Fragen ohne Antwort blieben oder als falsch gemeldet wurden, nach Thema geordnet',
    options: { csv: { name: 'csv', description: 'Alle als Datei für eine Tabelle, statt als Liste' } },
  },
  settings: {
    name: 'einstellungen',
    description: 'Sehen und ändern, wo und wie ich hier antworte und wie lange Fragen aufbewahrt werden',
  },

  follow: {
    name: 'folgen',
    description:
      'Einem Thema in diesem Kanal folgen: Neues dazu kommt hierher, fünf am Tag; oder zeigen, welchen',
    options: {
      topic: {
        name: 'thema',
        description: 'Ein Name oder ein paar Worte; ohne wird gezeigt, was verfolgt wird',
      },
    },
  },
  unfollow: {
    name: 'nicht-mehr-folgen',
    description: 'Einem Thema in diesem Kanal nicht mehr folgen',
    options: { topic: { name: 'thema', description: 'Das Thema: eines, dem dieser Kanal folgt' } },
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
