/** What those read who look after the bot and its articles, in German. */
import type { AdministrationTexts } from './english-administration.js';
import { countIn } from './wording.js';

const { count } = countIn('de');

export const GERMAN_ADMINISTRATION: AdministrationTexts = {
  run: {
    files: (total) => count(total, { one: '# Datei', other: '# Dateien' }),
    pace: (passages) => `${passages} Stellen in der Sekunde`,
    left: (time) => `noch etwa ${time}`,
    cancel: 'Abbrechen',
    cancelled:
      'Das neue Lesen wurde abgebrochen. Der bisherige Index antwortet weiter; was eingebettet wurde, bleibt für das nächste Mal.',
    notRunning: 'Dieses neue Lesen läuft nicht mehr.',
    administratorsOnly: 'Nur Administratoren dieses Servers können das neue Lesen abbrechen.',
  },

  gaps: {
    title: 'Fragen ohne richtige Antwort',
    questions: (total) => count(total, { one: '# Frage', other: '# Fragen' }),
    subjects: (total) => count(total, { one: '# Thema', other: '# Themen' }),
    newest: (questions) => `Zusammengefasst sind nur die neuesten, ${questions}; in der Datei stehen alle.`,
    whoAsked: 'Wer gefragt hat, wird nicht aufbewahrt.',
    declined: (times) => `ohne Antwort: ${times}`,
    wrong: (times) => `als falsch gemeldet: ${times}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    newer: 'Neuere',
    older: 'Ältere',
    none: 'Auf diesem Server blieb keine Frage ohne Antwort, und keine Antwort wurde als falsch gemeldet.',
    notKept: 'Auf diesem Server werden keine Fragen aufbewahrt; mit `/einstellungen` lässt sich das ändern.',
    columns: {
      subject: 'Thema',
      subjectQuestion: 'Frage_des_Themas',
      day: 'Tag',
      reason: 'Grund',
      question: 'Frage',
    },
    reasons: { declined: 'abgelehnt', wrong: 'falsch' },
    administratorsOnly:
      'Nur Administratoren dieses Servers können sehen, welche Fragen ohne Antwort blieben.',
  },

  settings: {
    title: 'Einstellungen dieses Servers',
    saved: 'Gespeichert.',
    forgotten: 'Aufbewahrte Fragen wurden gelöscht.',
    everywhere: 'Ich antworte in jedem Kanal.',
    onlyIn: (total) =>
      count(total, { one: 'Ich antworte nur in # Kanal.', other: 'Ich antworte nur in # Kanälen.' }),
    chooseChannels: 'Kanäle, in denen ich antworte; keiner: überall',
    allSources: 'Alle Quellen werden durchsucht.',
    onlySources: (names) => `Nur diese Quellen werden durchsucht: ${names}.`,
    chooseSources: 'Quellen, die durchsucht werden; keine: alle',
    typeSources: 'Namen von Quellen eintippen',
    sourceNames: 'Quellen, eine je Zeile; keine: alle',
    unknownSource: (name) => `Eine Quelle namens ${name} habe ich nicht. Nichts wurde geändert.`,
    privateAnswers: 'Antworten sieht nur, wer fragt, wenn nichts anderes gewünscht wird.',
    publicAnswers: 'Antworten sehen alle, wenn nichts anderes gewünscht wird.',
    makePrivate: 'Privat antworten',
    makePublic: 'Öffentlich antworten',
    followsUp: 'In Threads knüpft eine Frage an die vorige an.',
    followsNothing: 'In Threads steht jede Frage für sich.',
    followUp: 'In Threads anknüpfen',
    followNothing: 'In Threads nicht anknüpfen',
    ownLanguage: 'Für alle die eigene Sprache',
    languageIs: (name) => `Öffentliche Antworten sind in dieser Sprache: ${name}.`,
    ownLanguages: 'Private Antworten sind in der Sprache dessen, der liest, öffentliche in der des Servers.',
    chooseLanguage: 'Sprache öffentlicher Antworten',
    keeping: {
      off: 'Der Wortlaut von Fragen wird nicht aufbewahrt.',
      '30 days': 'Der Wortlaut von Fragen wird 30 Tage aufbewahrt, ohne wer gefragt hat.',
      forever:
        'Der Wortlaut von Fragen wird 30 Tage aufbewahrt, ohne richtige Antwort für immer; ohne wer gefragt hat.',
    },
    keep: {
      off: 'Keine Fragen aufbewahren, aufbewahrte löschen',
      '30 days': 'Fragen 30 Tage aufbewahren',
      forever: 'Fragen ohne richtige Antwort für immer aufbewahren',
    },
    chooseKeeping: 'Wie lange Fragen aufbewahrt werden',
    managersOnly: 'Nur wer diesen Server verwalten darf, kann seine Einstellungen sehen und ändern.',
    serverOnly: 'Einstellungen gehören zu einem Server: Dieser Befehl geht nur auf einem.',
  },

  report: {
    reading: 'Artikel werden gelesen',
    embedding: 'Absätze werden eingebettet',
    saving: 'Der Index wird gespeichert',
    progress: (done, total) => `${done} von ${total}`,
    running: 'Die Artikel werden schon neu gelesen. Die Nachricht dazu sagt, wenn es fertig ist.',
    stopped: 'Ich beende mich; das neue Lesen ist verschoben und geht beim nächsten Start weiter.',
    done: 'Der Index ist auf dem neuesten Stand',
    embedded: (counts, chunks, seconds) => `${counts}; ${chunks} eingebettet in ${seconds} s`,
    unchanged: (files) => `${files} unverändert`,
    failed: 'Fehlgeschlagen',
    skipped: 'Übersprungen',
    added: 'Hinzugekommen',
    changed: 'Geändert',
    removed: 'Entfernt',
    administratorsOnly: 'Nur Administratoren dieses Servers können die Artikel neu lesen lassen.',
    serverOnly: 'Dieser Befehl geht nur auf einem Server, und nur für dessen Administratoren.',
  },
};
