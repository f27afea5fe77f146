/** What the bot says, in German. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { GERMAN_ADMINISTRATION } from './german-administration.js';
import { asItIs, countIn } from './wording.js';

const { number, count, duration, languageName } = countIn('de');

export const GERMAN: Texts = {
  ...GERMAN_ADMINISTRATION,
  number,
  duration,
  languageName,
  isolate: asItIs,
  quoted: (words) => `„${words}“`,

  general: {
    outdated: 'Das gehört zu einer früheren Version von mir und bewirkt nichts mehr. Bitte frag noch einmal.',
    messageGone: 'Die Nachricht, zu der das gehört, gibt es nicht mehr. Bitte frag noch einmal.',
    unknownCommand: 'Diesen Befehl habe ich nicht mehr. Discord vergisst ihn gleich.',
    stopping: 'Ich werde gerade neu gestartet. Bitte frag in einer Minute noch einmal.',
    howToAsk: 'Frag mich etwas über die Artikel, oder benutze `/fragen` und `/quelle`.',
    tooSoon: (when) => `Das waren viele Fragen in kurzer Zeit. Die nächste geht ${when}.`,
    failed: (reference) =>
      `Das hat nicht geklappt. Wenn es wieder passiert, nenne einem Administrator diese Nummer: ${reference}`,
    notReady: 'Ich lese die Artikel gerade zum ersten Mal. Bitte frag in einer Minute noch einmal.',
    unknownArticle:
      'Diesen Artikel habe ich nicht. Wähle einen aus der Liste, die beim Tippen des Titels erscheint.',
    notADate: (option) =>
      `„${option}“ muss ein Tag, ein Monat oder ein Jahr sein, etwa 2023-02-17, 2023-02 oder 2023.`,
    dateOptions: { since: 'seit', before: 'vor' },
    andMore: (rest) => `… und ${count(rest, { one: '# weiterer', other: '# weitere' })}`,
    elsewhere: (channels) => `Auf diesem Server antworte ich hier: ${channels}.`,
  },

  answer: {
    declined: 'In den Artikeln habe ich nichts gefunden, das diese Frage beantwortet.',
    noArticle: 'Kein Artikel ist aus dieser Quelle und dieser Zeit.',
    otherLanguage: (asked, known) =>
      `Deine Frage ist anscheinend auf ${asked}. Die Artikel sind auf ${known}: Bitte frag in dieser Sprache.`,
    nearest: 'Diese Stelle kommt der Frage am nächsten; vielleicht beantwortet sie sie nicht.',
    context: 'Die Worte stehen in dem fett gedruckten Absatz; darum herum steht, was davor und danach kommt.',
    changed:
      'Diese Stelle gibt es nicht mehr: Der Artikel wurde geändert oder entfernt. Bitte frag noch einmal.',
    showNearest: 'Nächstliegende Stelle zeigen',
    showContext: 'Zusammenhang zeigen',
  },

  reader: {
    nothing: 'Darüber habe ich in den Artikeln nichts gefunden.',
    newestFirst: 'Diese Artikel äußern sich zur selben Frage; der neueste steht oben.',
    receipt: (id) => `Antwort ${id}: \`/warum\` sagt, wie sie zustande kam`,
    question: (words) => `Frage: ${words}`,
    gone: 'Diese Antwort kenne ich nicht mehr. Bitte frag noch einmal.',
    context: 'Zusammenhang',
    before: 'Davor',
    behind: 'Danach',
    passage: (place) => `Stelle ${place}`,
    around: 'Die Stelle ist fett gedruckt; darum herum steht, was davor und danach kommt.',
    further: 'Aus demselben Artikel, weiter vorn oder weiter hinten.',
    more: 'Weitere Stellen',
    cameNext: 'Diese Stellen kamen als nächste; vielleicht beantworten sie die Frage nicht.',
    closest: 'Diese Stellen kommen der Frage am nächsten; vielleicht beantworten sie sie nicht.',
    noMore: 'Mehr gibt es nicht zu zeigen.',
    someChanged: 'Stellen, deren Artikel inzwischen geändert wurde, fehlen hier.',
    previous: 'Zurück',
    next: 'Weiter',
    share: 'Teilen',
    shared: 'Geteilt',
    sharedBy: (name) => `Geteilt von ${name}`,
    dismiss: 'Verwerfen',
    mayNotDismiss: 'Diese Antwort kann nur verwerfen, wer gefragt hat, oder wer hier moderiert.',
    right: 'Richtig',
    wrong: 'Falsch',
    counted: 'Danke. Deine Stimme wurde gezählt.',
    reported:
      'Danke. Deine Stimme wurde gezählt, und die Frage wird für die Redaktion aufgehoben; wer gefragt hat, nicht.',
    voteChanged: 'Deine Stimme wurde geändert.',
    sameVote: 'Das hattest du schon gesagt. Es zählt einmal.',
    about: 'Zu diesem Artikel fragen',
    yourQuestion: 'Deine Frage',
  },

  why: {
    title: (id) => `Wie die Antwort ${id} zustande kam`,
    unknown: 'Eine Antwort mit dieser Nummer kenne ich hier nicht.',
    answered: 'Mit Stellen beantwortet.',
    closest:
      'Nicht beantwortet: Die nächstliegenden Stellen könnten davon handeln und stehen hinter einem Knopf.',
    nothing: 'Nicht beantwortet: Keine Stelle kommt auch nur in die Nähe.',
    timeline: 'Als Zeitleiste gezeigt: von jedem Tag die beste Stelle zum Thema, und von ihr ein Satz.',
    evidence: (found, needed) =>
      `Was für eine Antwort spricht, ergab ${found}. Bei so langer Frage und so vielen Absätzen braucht es ${needed}.`,
    noEvidence:
      'Es gab nichts nachzuschlagen: kein Wort, nach dem sich suchen ließe, kein passender Artikel, oder eine andere Sprache als ihre.',
    confidence: (confidence, least) =>
      `Zuversicht ${confidence}, von 0 bis 1; ab ${least} werden Stellen gezeigt.`,
    madeFrom: (generation, model) => `Stand ${generation} des Index, Modell ${model}`,
    asked: (when) => `Gefragt am ${when}`,
    votes: (right, wrong) => `Stimmen für richtig: ${right}, für falsch: ${wrong}`,
    shown: 'Gezeigt',
    cameNext: 'Kamen als nächste',
    nearest: 'Am nächsten',
    score: (score) => `Wertung ${score}`,
    changed: 'eine Stelle, die seitdem geändert oder entfernt wurde',
    scores: 'Wertungen vergleichen nur Stellen derselben Frage.',
  },

  passage: {
    tooLong: 'Dieser Satz ist länger, als eine Discord-Nachricht sein darf. Du findest ihn im Artikel.',
    read: 'Zum Artikel',
    alsoIn: 'Auch in:',
    more: (rest) => count(rest, { one: '# weiterer', other: '# weitere' }),
  },

  articles: {
    articles: (total) => count(total, { other: '# Artikel' }),
    paragraphs: (total) => count(total, { one: '# Absatz', other: '# Absätze' }),
    words: (total) => count(total, { one: '# Wort', other: '# Wörter' }),
    list: (pieces) => pieces.join(', '),
    sources: 'Quellen',
    newest: 'Neueste',
    language: 'Sprache:',
    tags: 'Schlagwörter',
    related: 'Verwandtes, wie der Artikel es nennt',
  },

  cite: {
    whatToName:
      'Nenne einen Artikel und die Nummer eines Absatzes, oder eine Dauerkennung wie `visit ¶7 · 1a2b3c4d`.',
    noPermalink: 'Das ist keine Dauerkennung. Eine solche sieht so aus: `visit ¶7 · 1a2b3c4d`.',
    noSuchParagraph: (paragraphs) =>
      `Diesen Absatz gibt es nicht. Der Artikel hat ${paragraphs}, gezählt ab 1.`,
    permalink: 'Dauerkennung:',
    unchanged: 'Die Worte sind dieselben wie damals, als sie zitiert wurden.',
    amended: 'Dieser Absatz wurde geändert, seit er zitiert wurde.',
    shownOtherwise: 'Dieser Absatz wurde geändert: Früher wurde er mit anderen Worten gezeigt.',
    moved: (place) => `Die Worte sind dieselben; als sie zitiert wurden, standen sie bei ${place}.`,
    onlyMarks: 'Die Worte sind dieselben; nur Satzzeichen oder Leerraum sind anders.',
    vanished: 'Was zitiert wurde, steht nicht mehr im Artikel. Dies waren die Worte:',
    articleGone: 'Der Artikel gehört nicht mehr zu denen, die ich durchsuche. Dies waren die Worte:',
    lost: 'Der Artikel wurde seither geändert. Was zitiert wurde, ist hier nicht aufbewahrt; bekannt sind nur die heutigen Worte.',
    lostWithPlace: (paragraphs) =>
      `Der Artikel wurde seither geändert: Er hat jetzt ${paragraphs}, und diesen nicht mehr. Was zitiert wurde, ist hier nicht aufbewahrt.`,
    before: 'Früher',
    now: 'Jetzt',
    legend: 'Durchgestrichen: Worte, die es nicht mehr gibt. Fett: Worte, die neu sind.',
    inFile: 'Das sind mehr Worte, als eine Discord-Nachricht fasst; alle stehen in der Datei.',
  },

  timeline: {
    title: (topic) => `Zeitleiste: ${topic}`,
    declined: 'Zu diesem Thema habe ich keinen Artikel mit Datum gefunden.',
    undated: (articles) => `Zum Thema, aber ohne Datum: ${articles}`,
    leftOut: (days) => `Ausgelassene Tage: ${days}`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    changed: 'Diesen Satz gibt es nicht mehr: Der Artikel wurde geändert oder entfernt.',
    gone: 'Diese Zeitleiste ist nicht mehr aufbewahrt. Bitte frag noch einmal danach.',
    earlier: 'Frühere Tage',
    later: 'Spätere Tage',
  },

  quotation: {
    noWords: 'Darin steht kein Buchstabe und keine Ziffer; es gibt also nichts nachzuschlagen.',
    verdicts: {
      exact: `Wörtliches Zitat (${VERDICT_LABELS.exact})`,
      punctuation: `Wörtlich bis auf Zeichensetzung (${VERDICT_LABELS.punctuation})`,
      altered: `Verändertes Zitat (${VERDICT_LABELS.altered})`,
      paraphrase: `Vielleicht sinngemäß (${VERDICT_LABELS.paraphrase})`,
      'not-found': `Nicht gefunden (${VERDICT_LABELS['not-found']})`,
    },
    flags: {
      negation: 'Verneinung hinzugefügt oder verloren',
      number: 'andere Zahl',
      date: 'anderes Datum',
      unit: 'andere Einheit',
      modal: 'mehr oder weniger gewiss',
      name: 'anderer Name oder andere Person',
      opposite: 'das Gegenteil',
      cut: 'gekürzt ohne Auslassungszeichen',
      splice: 'aus zwei Stellen zusammengesetzt; dieser Teil steht hier',
    },
    marked:
      'Die Worte stehen in dieser Reihenfolge; Auslassungspunkte oder Klammern kennzeichnen, was abweicht.',
    paraphrase: 'Kein Artikel enthält diese Worte. Diese Stelle sagt vielleicht dasselbe: bitte vergleichen.',
    partParaphrase:
      'Kein Artikel enthält diese Worte. Diese Stelle handelt vielleicht vom selben, doch eine Seite scheint mehr zu sagen: bitte vergleichen.',
    leavesOutOrAdds:
      'Es scheint etwas zu fehlen, was der Artikel sagt, oder etwas hinzugefügt zu sein: bitte vergleichen.',
    onOneSide: 'Nur auf einer Seite:',
    onlyQuoted: (quoted) => `nur im Zitat: ${quoted}`,
    onlyOriginal: (original) => `nur im Artikel: ${original}`,
    notFound: 'Kein erfasster Artikel enthält diese Worte.',
    lookTwice: 'Genauer ansehen:',
    differences: 'Unterschiede:',
    legend: 'Durchgestrichen: wie zitiert. Fett: was im Artikel steht.',
    replaced: (quoted, original) => `${quoted} statt ${original}`,
    changed: (quoted, original) => `zitiert: ${quoted}, im Artikel steht: ${original}`,
    added: (quoted) => `zitiert: ${quoted}, was im Artikel hier nicht steht`,
    leftOut: (original) => `ausgelassen: im Artikel steht ${original}`,
    standsFor: (quoted, original) => `${quoted} steht für ${original}`,
    putIn: (quoted) => `beim Zitieren eingefügt: ${quoted}`,
    putInFor: (quoted, original) => `beim Zitieren eingefügt: ${quoted}, im Artikel steht: ${original}`,
  },

  speaker: {
    saidBy: (name) => `Gesagt von ${name}`,
    probablySaidBy: (name) => `Wahrscheinlich gesagt von ${name}`,
    namedHere: 'Genannt hier:',
    notQuoted: 'Im Artikel nicht in Anführungszeichen: Das sind Worte der Redaktion.',
    nested: 'Ein Zitat im Zitat: Hier wird wiederholt, was jemand anderes gesagt hat.',
  },

  watch: {
    amended: 'Quelle berichtigt',
    restored: 'Quelle berichtigt, und nun wieder so, wie es hier gezeigt wurde',
    checkedBefore: 'Geprüft an den Worten, wie sie hier gezeigt wurden, bevor sie sich änderten:',
    noticed: (when) => `Bemerkt am ${when}`,
    wordsShown: 'So wurde es hier gezeigt; durchgestrichen ist, was sich geändert hat:',
    wordsNow: 'So steht es jetzt im Artikel; fett ist, was neu ist:',
    marksOnly: 'Die Worte sind dieselben; nur Zeichensetzung oder Großschreibung hat sich geändert.',
    vanished: 'Diese Stelle steht nicht mehr im Artikel:',
    articleGone: 'Diesen Artikel gibt es in der Sammlung nicht mehr. Darin stand:',
  },

  follows: {
    newOn: (topic) => `Neu zu ${topic}`,
    moreToday: (rest) =>
      `${count(rest, { one: 'Eine weitere Stelle ist', other: '# weitere Stellen sind' })} neu: frag danach.`,
    followed: (topic) =>
      `Dieser Kanal folgt jetzt ${topic}. Neue Stellen dazu kommen hierher, höchstens fünf am Tag.`,
    known: (total) =>
      count(total, {
        one: '# Stelle gibt es dazu schon; sie wird nicht gezeigt.',
        other: '# Stellen gibt es dazu schon; sie werden nicht gezeigt.',
      }),
    already: (topic) => `Dieser Kanal folgt ${topic} schon.`,
    full: (limit) =>
      `Dieser Kanal folgt ${number(limit)} Themen; mehr geht nicht. Nimm zuerst eines weg, mit \`/nicht-mehr-folgen\`.`,
    list: 'Dieser Kanal folgt:',
    nothing: 'Dieser Kanal folgt noch keinem Thema. Nenne eines: `/folgen thema`.',
    unfollowed: (topic) => `Dieser Kanal folgt ${topic} nicht mehr.`,
    unknown: 'Dem folgt dieser Kanal nicht. Wähle aus der Liste, die beim Tippen erscheint.',
    managersOnly:
      'Nur wer diesen Kanal oder diesen Server verwalten darf, bestimmt, welchen Themen er folgt.',
    serverOnly: 'Themen kann man in den Kanälen eines Servers folgen; hier geht das nicht.',
    closed:
      'In diesem Kanal darf ich nicht schreiben. Lass mich ihn sehen und darin schreiben, dann noch einmal.',
  },
};
