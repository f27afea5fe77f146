/** What the bot says, in French. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { FRENCH_ADMINISTRATION } from './french-administration.js';
import { asItIs, countIn } from './wording.js';

const { number, count, duration, languageName } = countIn('fr');

export const FRENCH: Texts = {
  ...FRENCH_ADMINISTRATION,
  number,
  duration,
  languageName,
  isolate: asItIs,
  quoted: (words) => `«\u00A0${words}\u00A0»`,

  general: {
    outdated:
      'Cet élément appartient à une ancienne version de moi et n’a plus d’effet. Posez votre question de nouveau.',
    messageGone: 'Le message concerné n’existe plus. Posez votre question de nouveau.',
    unknownCommand: 'Je n’ai plus cette commande. Discord l’oubliera dans un instant.',
    stopping: 'Je redémarre. Posez votre question de nouveau dans une minute.',
    howToAsk: 'Posez-moi une question sur les articles, ou utilisez `/demander` et `/source`.',
    tooSoon: (when) => `Cela fait beaucoup de questions en peu de temps. Vous pourrez continuer ${when}.`,
    failed: (reference) =>
      `Cela n’a pas fonctionné. Si cela se reproduit, donnez ce numéro à un administrateur\u00A0: ${reference}`,
    notReady:
      'Je suis encore en train de lire les articles pour la première fois. Réessayez dans une minute.',
    unknownArticle:
      'Je n’ai pas cet article. Choisissez-en un dans la liste qui s’affiche pendant que vous tapez son titre.',
    notADate: (option) =>
      `«\u00A0${option}\u00A0» doit être un jour, un mois ou une année, par exemple 2023-02-17, 2023-02 ou 2023.`,
    dateOptions: { since: 'depuis', before: 'avant' },
    andMore: (rest) => `… et ${rest} de plus`,
    elsewhere: (channels) => `Sur ce serveur, je réponds ici\u00A0: ${channels}.`,
  },

  answer: {
    declined: 'Je n’ai rien trouvé dans les articles qui réponde à cette question.',
    noArticle: 'Aucun article n’est de cette source et de cette période.',
    otherLanguage: (asked, known) =>
      `Votre question semble être en ${asked}. Les articles sont en ${known}\u00A0: posez-la dans cette langue.`,
    nearest: 'Ce passage est le plus proche\u00A0; il ne répond peut-être pas à la question.',
    context: 'Les mots se trouvent dans le paragraphe en gras, entouré de ce qui précède et de ce qui suit.',
    changed:
      'Ce passage n’existe plus\u00A0: son article a été modifié ou retiré. Posez votre question de nouveau.',
    showNearest: 'Afficher le passage le plus proche',
    showContext: 'Afficher le contexte',
  },

  reader: {
    nothing: 'Je n’ai rien trouvé dans les articles à ce sujet.',
    newestFirst: 'Ces articles répondent à la même question\u00A0; le plus récent vient d’abord.',
    receipt: (id) => `Réponse ${id}\u00A0: \`/pourquoi\` dit comment elle a été trouvée`,
    question: (words) => `Question\u00A0: ${words}`,
    gone: 'Je ne connais plus cette réponse. Posez votre question de nouveau.',
    context: 'Contexte',
    before: 'Avant',
    behind: 'Après',
    passage: (place) => `Extrait ${place}`,
    around: 'Le passage est en gras, entouré de ce qui précède et de ce qui suit.',
    further: 'Extrait du même article, plus haut ou plus bas.',
    more: 'Autres passages',
    cameNext: 'Ces passages venaient ensuite\u00A0; ils ne répondent peut-être pas à la question.',
    closest: 'Ces passages sont les plus proches\u00A0; ils ne répondent peut-être pas à la question.',
    noMore: 'Il n’y a rien de plus à montrer.',
    someChanged: 'Les passages dont l’article a été modifié entre-temps sont omis.',
    previous: 'Précédents',
    next: 'Suivants',
    share: 'Partager',
    shared: 'Partagé',
    sharedBy: (name) => `Partagé par ${name}`,
    dismiss: 'Retirer',
    mayNotDismiss: 'Seule la personne qui a posé la question, ou la modération, peut retirer cette réponse.',
    right: 'Juste',
    wrong: 'Faux',
    counted: 'Merci. Votre vote a été compté.',
    reported:
      'Merci. Votre vote a été compté et la question est conservée pour la rédaction, sans le nom de qui l’a posée.',
    voteChanged: 'Votre vote a été changé.',
    sameVote: 'Vous l’aviez déjà dit. Cela compte une fois.',
    about: 'Interroger cet article',
    yourQuestion: 'Votre question',
  },

  why: {
    title: (id) => `Comment la réponse ${id} a été trouvée`,
    unknown: 'Je ne connais ici aucune réponse avec cet identifiant.',
    answered: 'Des passages y répondent.',
    closest: 'Pas de réponse\u00A0: les passages les plus proches en parlent peut-être, derrière un bouton.',
    nothing: 'Pas de réponse\u00A0: aucun passage n’en est même proche.',
    timeline:
      'Affiché comme une chronologie\u00A0: de chaque jour, le meilleur passage sur le sujet, et de celui-ci une phrase.',
    evidence: (found, needed) =>
      `Ce qui plaide pour une réponse atteint ${found}. Pour une question de cette longueur et autant de paragraphes, il faut ${needed}.`,
    noEvidence:
      'Il n’y avait rien à chercher\u00A0: aucun mot utilisable, aucun article concerné, ou une autre langue que la leur.',
    confidence: (confidence, least) =>
      `Confiance ${confidence}, de 0 à 1\u00A0; des passages sont montrés à partir de ${least}.`,
    madeFrom: (generation, model) => `Génération ${generation} de l’index, modèle ${model}`,
    asked: (when) => `Question posée le ${when}`,
    votes: (right, wrong) => `Votes\u00A0: juste ${right}, faux ${wrong}`,
    shown: 'Montrés',
    cameNext: 'Venaient ensuite',
    nearest: 'Les plus proches',
    score: (score) => `note ${score}`,
    changed: 'un passage modifié ou retiré depuis',
    scores: 'Les notes ne comparent que les passages d’une même question.',
  },

  passage: {
    tooLong: 'Cette phrase est trop longue pour un message Discord. Ouvrez l’article pour la lire en entier.',
    read: 'Lire l’article',
    alsoIn: 'Également dans\u00A0:',
    more: (rest) => `${rest} de plus`,
  },

  articles: {
    articles: (total) => count(total, { one: '# article', other: '# articles' }),
    paragraphs: (total) => count(total, { one: '# paragraphe', other: '# paragraphes' }),
    words: (total) => count(total, { one: '# mot', other: '# mots' }),
    list: (pieces) => pieces.join(', '),
    sources: 'Sources',
    newest: 'Les plus récents',
    language: 'Langue\u00A0:',
    tags: 'Mots-clés',
    related: 'À lire aussi, selon l’article',
  },

  cite: {
    whatToName:
      'Indiquez un article et le numéro d’un paragraphe, ou un identifiant permanent tel que `visit ¶7 · 1a2b3c4d`.',
    noPermalink: 'Ce n’est pas un identifiant permanent. En voici un exemple\u00A0: `visit ¶7 · 1a2b3c4d`.',
    noSuchParagraph: (paragraphs) =>
      `Ce paragraphe n’existe pas. L’article compte ${paragraphs}, numérotés à partir de 1.`,
    permalink: 'Identifiant permanent\u00A0:',
    unchanged: 'Les mots sont les mêmes que lorsqu’ils ont été cités.',
    amended: 'Ce paragraphe a changé depuis qu’il a été cité.',
    shownOtherwise: 'Ce paragraphe a changé\u00A0: il a été affiché auparavant avec d’autres mots.',
    moved: (place) => `Les mots sont les mêmes\u00A0; ils se trouvaient à ${place} lorsqu’ils ont été cités.`,
    onlyMarks: 'Les mots sont les mêmes\u00A0; seuls des signes ou des espaces diffèrent.',
    vanished: 'Ce qui a été cité ne figure plus dans l’article. En voici les mots\u00A0:',
    articleGone: 'L’article ne fait plus partie de ceux que je consulte. En voici les mots\u00A0:',
    lost: 'L’article a changé depuis. Ce qui a été cité n’est pas conservé ici\u00A0; seuls les mots actuels sont connus.',
    lostWithPlace: (paragraphs) =>
      `L’article a changé depuis\u00A0: il compte maintenant ${paragraphs}, et celui-ci n’y est plus. Ce qui a été cité n’est pas conservé ici.`,
    before: 'Avant',
    now: 'Maintenant',
    legend: 'Barré\u00A0: les mots disparus. En gras\u00A0: les mots nouveaux.',
    inFile: 'Il y a plus de mots que n’en contient un message Discord\u00A0; ils sont tous dans le fichier.',
  },

  timeline: {
    title: (topic) => `Chronologie\u00A0: ${topic}`,
    declined: 'Je n’ai trouvé aucun article daté sur ce sujet.',
    undated: (articles) => `Sur le sujet, mais sans date\u00A0: ${articles}`,
    leftOut: (days) => `Jours omis\u00A0: ${days}`,
    page: (page, pages) => `Page ${page} sur ${pages}`,
    changed: 'Cette phrase n’existe plus\u00A0: son article a été modifié ou retiré.',
    gone: 'Cette chronologie n’est plus conservée. Demandez-la de nouveau.',
    earlier: 'Jours précédents',
    later: 'Jours suivants',
  },

  quotation: {
    noWords: 'Il n’y a ici ni lettre ni chiffre, donc rien à rechercher.',
    verdicts: {
      exact: `Citation exacte (${VERDICT_LABELS.exact})`,
      punctuation: `Exacte à la ponctuation près (${VERDICT_LABELS.punctuation})`,
      altered: `Citation modifiée (${VERDICT_LABELS.altered})`,
      paraphrase: `Peut-être une paraphrase (${VERDICT_LABELS.paraphrase})`,
      'not-found': `Introuvable (${VERDICT_LABELS['not-found']})`,
    },
    flags: {
      negation: 'négation ajoutée ou perdue',
      number: 'un autre nombre',
      date: 'une autre date',
      unit: 'une autre unité',
      modal: 'plus ou moins certain',
      name: 'un autre nom ou une autre personne',
      opposite: 'le contraire',
      cut: 'coupé sans points de suspension',
      splice: 'assemblé à partir de deux endroits\u00A0; cette partie se trouve ici',
    },
    marked:
      'Les mots se suivent dans cet ordre\u00A0; des points de suspension ou des crochets signalent ce qui diffère.',
    paraphrase:
      'Aucun article ne contient ces mots. Ce passage dit peut-être la même chose\u00A0: comparez vous-même.',
    partParaphrase:
      'Aucun article ne contient ces mots. Ce passage parle peut-être de la même chose, mais l’un des deux semble en dire plus\u00A0: comparez vous-même.',
    leavesOutOrAdds:
      'Quelque chose que dit l’article semble manquer, ou quelque chose être ajouté\u00A0: comparez vous-même.',
    onOneSide: 'D’un seul côté\u00A0:',
    onlyQuoted: (quoted) => `seulement dans la citation\u00A0: ${quoted}`,
    onlyOriginal: (original) => `seulement dans l’article\u00A0: ${original}`,
    notFound: 'Aucun article indexé ne contient ces mots.',
    lookTwice: 'À regarder de près\u00A0:',
    differences: 'Différences\u00A0:',
    legend: 'Barré\u00A0: tel que cité. En gras\u00A0: ce que dit l’article.',
    replaced: (quoted, original) => `${quoted} au lieu de ${original}`,
    changed: (quoted, original) => `cité ${quoted}, l’article dit ${original}`,
    added: (quoted) => `cité ${quoted}, ce que l’article ne dit pas ici`,
    leftOut: (original) => `omis\u00A0: l’article dit ${original}`,
    standsFor: (quoted, original) => `${quoted} remplace ${original}`,
    putIn: (quoted) => `ajouté par la personne qui cite\u00A0: ${quoted}`,
    putInFor: (quoted, original) =>
      `ajouté par la personne qui cite\u00A0: ${quoted}, là où l’article dit ${original}`,
  },

  speaker: {
    saidBy: (name) => `Paroles de ${name}`,
    probablySaidBy: (name) => `Probablement des paroles de ${name}`,
    namedHere: 'Nom cité ici\u00A0:',
    notQuoted: 'Sans guillemets dans l’article\u00A0: ce sont les mots du journaliste.',
    nested: 'Une citation dans une citation\u00A0: la personne répète ce qu’une autre a dit.',
  },

  watch: {
    amended: 'Source corrigée',
    restored: 'Source corrigée, puis revenue aux mots affichés ici',
    checkedBefore: 'Vérifié d’après les mots tels qu’affichés ici, avant leur modification\u00A0:',
    noticed: (when) => `Constaté le ${when}`,
    wordsShown: 'Tel qu’affiché ici auparavant ; ce qui a changé est barré :',
    wordsNow: 'Tel que l’article le dit maintenant ; ce qui est nouveau est en gras :',
    marksOnly: 'Les mots sont les mêmes ; seules la ponctuation ou les majuscules ont changé.',
    vanished: 'L’article ne contient plus ce passage :',
    articleGone: 'Cet article ne fait plus partie de la collection. Il disait :',
  },

  follows: {
    newOn: (topic) => `Nouveau sur ${topic}`,
    moreToday: (rest) =>
      `${count(rest, { one: '# autre passage est nouveau', other: '# autres passages sont nouveaux' })} : posez la question.`,
    followed: (topic) =>
      `Ce salon suit maintenant ${topic}. Les nouveaux passages y seront publiés, cinq par jour au plus.`,
    known: (total) =>
      count(total, {
        one: '# passage existe déjà et ne sera pas publié.',
        other: '# passages existent déjà et ne seront pas publiés.',
      }),
    already: (topic) => `Ce salon suit déjà ${topic}.`,
    full: (limit) =>
      `Ce salon suit ${number(limit)} sujets, le maximum. Retirez-en d’abord un avec \`/ne-plus-suivre\`.`,
    list: 'Ce salon suit :',
    nothing: 'Ce salon ne suit encore aucun sujet. Nommez-en un : `/suivre sujet`.',
    unfollowed: (topic) => `Ce salon ne suit plus ${topic}.`,
    unknown: 'Ce salon ne suit pas cela. Choisissez dans la liste qui apparaît pendant la saisie.',
    managersOnly: 'Seules les personnes qui peuvent gérer ce salon ou ce serveur décident de ce qu’il suit.',
    serverOnly: 'On suit des sujets dans les salons d’un serveur ; ici ce n’est pas possible.',
    closed:
      'Je ne peux pas écrire dans ce salon. Laissez-moi le voir et y envoyer des messages, puis réessayez.',
  },
};
