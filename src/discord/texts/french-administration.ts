/** What those read who look after the bot and its articles, in French. */
import type { AdministrationTexts } from './english-administration.js';
import { countIn } from './wording.js';

const { count } = countIn('fr');

export const FRENCH_ADMINISTRATION: AdministrationTexts = {
  run: {
    files: (total) => count(total, { one: '# fichier', other: '# fichiers' }),
    pace: (passages) => `${passages} passages par seconde`,
    left: (time) => `encore ${time} environ`,
    cancel: 'Annuler',
    cancelled:
      'La relecture a été annulée. L’index précédent continue de répondre ; ce qui a été vectorisé est gardé pour la prochaine fois.',
    notRunning: 'Cette relecture n’est plus en cours.',
    administratorsOnly: 'Seuls les administrateurs de ce serveur peuvent annuler la relecture.',
  },

  gaps: {
    title: 'Questions sans bonne réponse',
    questions: (total) => count(total, { one: '# question posée', other: '# questions posées' }),
    subjects: (total) => count(total, { one: '# sujet', other: '# sujets' }),
    newest: (questions) =>
      `Seules les plus récentes sont regroupées, ${questions} ; le fichier les contient toutes.`,
    whoAsked: 'L’auteur d’une question n’est pas conservé.',
    declined: (times) => `sans réponse : ${times}`,
    wrong: (times) => `signalée fausse : ${times}`,
    page: (page, pages) => `Page ${page} sur ${pages}`,
    newer: 'Plus récentes',
    older: 'Plus anciennes',
    none: 'Sur ce serveur, aucune question n’est restée sans réponse ni n’a été signalée.',
    notKept: 'Les questions ne sont pas conservées sur ce serveur ; `/réglages` permet de changer cela.',
    columns: {
      subject: 'sujet',
      subjectQuestion: 'question_du_sujet',
      day: 'jour',
      reason: 'raison',
      question: 'texte',
    },
    reasons: { declined: 'sans réponse', wrong: 'fausse' },
    administratorsOnly:
      'Seuls les administrateurs de ce serveur peuvent voir les questions restées sans réponse.',
  },

  settings: {
    title: 'Réglages de ce serveur',
    saved: 'Enregistré.',
    forgotten: 'Les questions conservées ont été effacées.',
    everywhere: 'Je réponds dans tous les salons.',
    onlyIn: (total) =>
      count(total, {
        one: 'Je réponds dans # salon seulement.',
        other: 'Je réponds dans # salons seulement.',
      }),
    chooseChannels: 'Salons où je réponds ; aucun : partout',
    allSources: 'Toutes les sources sont consultées.',
    onlySources: (names) => `Seules ces sources sont consultées : ${names}.`,
    chooseSources: 'Sources consultées ; aucune : toutes',
    typeSources: 'Saisir des noms de sources',
    sourceNames: 'Sources, une par ligne ; aucune : toutes',
    unknownSource: (name) => `Je n’ai aucune source nommée ${name}. Rien n’a été changé.`,
    privateAnswers: 'Sauf demande contraire, seul l’auteur de la question voit la réponse.',
    publicAnswers: 'Sauf demande contraire, tout le monde voit la réponse.',
    makePrivate: 'Répondre en privé',
    makePublic: 'Répondre en public',
    followsUp: 'Dans les fils, une question prolonge la précédente.',
    followsNothing: 'Dans les fils, chaque question est prise seule.',
    followUp: 'Prolonger dans les fils',
    followNothing: 'Ne pas prolonger dans les fils',
    ownLanguage: 'À chacun sa langue',
    languageIs: (name) => `Les réponses publiques sont dans cette langue : ${name}.`,
    ownLanguages:
      'Les réponses privées sont dans la langue de qui les lit, les publiques dans celle du serveur.',
    chooseLanguage: 'Langue des réponses publiques',
    keeping: {
      off: 'Le texte des questions n’est pas conservé.',
      '30 days': 'Le texte des questions est conservé 30 jours, sans leur auteur.',
      forever:
        'Le texte des questions est conservé 30 jours, pour toujours sans bonne réponse ; sans leur auteur.',
    },
    keep: {
      off: 'Ne garder aucune question et effacer les autres',
      '30 days': 'Garder les questions 30 jours',
      forever: 'Garder pour toujours celles sans bonne réponse',
    },
    chooseKeeping: 'Durée de conservation des questions',
    managersOnly: 'Seuls ceux qui gèrent ce serveur peuvent voir et changer ses réglages.',
    serverOnly: 'Les réglages appartiennent à un serveur : cette commande ne fonctionne que là.',
  },

  report: {
    reading: 'Lecture des articles',
    embedding: 'Vectorisation des paragraphes',
    saving: 'Enregistrement de l’index',
    progress: (done, total) => `${done} sur ${total}`,
    running: 'Une réindexation est déjà en cours. Son propre message dira quand elle sera terminée.',
    stopped:
      'Je m’arrête, la réindexation est donc reportée. Elle reprendra là où elle en était au redémarrage.',
    done: 'L’index est à jour',
    embedded: (counts, chunks, seconds) =>
      `${counts}\u00A0; vectorisations\u00A0: ${chunks}, en ${seconds} s`,
    unchanged: (files) => `inchangés\u00A0: ${files}`,
    failed: 'Échecs',
    skipped: 'Ignorés',
    added: 'Ajoutés',
    changed: 'Modifiés',
    removed: 'Retirés',
    administratorsOnly: 'Seuls les administrateurs de ce serveur peuvent faire relire les articles.',
    serverOnly: 'Cette commande ne fonctionne que sur un serveur, et pour ses administrateurs.',
  },
};
