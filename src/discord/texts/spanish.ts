/** What the bot says, in Spanish, in words that are understood in Spain and in America. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { SPANISH_ADMINISTRATION } from './spanish-administration.js';
import { asItIs, countIn } from './wording.js';

const { number, count, duration, languageName } = countIn('es');

export const SPANISH: Texts = {
  ...SPANISH_ADMINISTRATION,
  number,
  duration,
  languageName,
  isolate: asItIs,
  quoted: (words) => `«${words}»`,

  general: {
    outdated: 'Esto pertenece a una versión anterior de mí y ya no hace nada. Pregunta de nuevo, por favor.',
    messageGone: 'El mensaje al que esto pertenece ya no existe. Pregunta de nuevo, por favor.',
    unknownCommand: 'Ya no tengo este comando. Discord lo olvidará en un momento.',
    stopping: 'Me estoy reiniciando. Pregunta de nuevo dentro de un minuto, por favor.',
    howToAsk: 'Pregúntame algo sobre los artículos o usa `/preguntar` y `/fuente`.',
    tooSoon: (when) => `Han sido muchas preguntas en poco tiempo. Podrás preguntar de nuevo ${when}.`,
    failed: (reference) =>
      `No ha funcionado. Si vuelve a ocurrir, indica este número a un administrador: ${reference}`,
    notReady:
      'Todavía estoy leyendo los artículos por primera vez. Pregunta de nuevo dentro de un minuto, por favor.',
    unknownArticle: 'No tengo ese artículo. Elige uno de la lista que aparece mientras escribes su título.',
    notADate: (option) => `«${option}» debe ser un día, un mes o un año, como 2023-02-17, 2023-02 o 2023.`,
    dateOptions: { since: 'desde', before: 'antes' },
    andMore: (rest) => `… y ${rest} más`,
    elsewhere: (channels) => `En este servidor respondo aquí: ${channels}.`,
  },

  answer: {
    declined: 'No he encontrado en los artículos nada que responda a esta pregunta.',
    noArticle: 'Ningún artículo es de esta fuente y de este periodo.',
    otherLanguage: (asked, known) =>
      `Tu pregunta parece estar en ${asked}. Los artículos están en ${known}: pregunta en ese idioma, por favor.`,
    nearest: 'Este pasaje es el más cercano; puede que no responda a la pregunta.',
    context: 'Las palabras están en el párrafo en negrita; alrededor está lo que viene antes y después.',
    changed: 'Este pasaje ya no está: su artículo fue modificado o retirado. Pregunta de nuevo, por favor.',
    showNearest: 'Mostrar el pasaje más cercano',
    showContext: 'Mostrar el contexto',
  },

  reader: {
    nothing: 'No he encontrado nada en los artículos sobre esto.',
    newestFirst: 'Estos artículos hablan de la misma pregunta; primero el más reciente.',
    receipt: (id) => `Respuesta ${id}: \`/porqué\` dice cómo se encontró`,
    question: (words) => `Pregunta: ${words}`,
    gone: 'Ya no conozco esta respuesta. Pregunta de nuevo, por favor.',
    context: 'Contexto',
    before: 'Antes',
    behind: 'Después',
    passage: (place) => `Pasaje ${place}`,
    around: 'El pasaje está en negrita; alrededor está lo que viene antes y después.',
    further: 'Del mismo artículo, más atrás o más adelante.',
    more: 'Más pasajes',
    cameNext: 'Estos pasajes venían después; puede que no respondan a la pregunta.',
    closest: 'Estos pasajes son los más cercanos; puede que no respondan a la pregunta.',
    noMore: 'No hay nada más que mostrar.',
    someChanged: 'Se omiten los pasajes cuyo artículo ha cambiado entretanto.',
    previous: 'Anteriores',
    next: 'Siguientes',
    share: 'Compartir',
    shared: 'Compartida',
    sharedBy: (name) => `Compartida por ${name}`,
    dismiss: 'Descartar',
    mayNotDismiss: 'Solo quien preguntó, o la moderación, puede descartar esta respuesta.',
    right: 'Correcta',
    wrong: 'Incorrecta',
    counted: 'Gracias. Tu voto se ha contado.',
    reported: 'Gracias. Tu voto se ha contado y la pregunta se guarda para la redacción; quién preguntó, no.',
    voteChanged: 'Tu voto se ha cambiado.',
    sameVote: 'Ya lo habías dicho. Cuenta una vez.',
    about: 'Preguntar sobre este artículo',
    yourQuestion: 'Tu pregunta',
  },

  why: {
    title: (id) => `Cómo se encontró la respuesta ${id}`,
    unknown: 'Aquí no conozco ninguna respuesta con ese identificador.',
    answered: 'Respondida con pasajes.',
    closest: 'Sin respuesta: los pasajes más cercanos quizá traten de ello y están tras un botón.',
    nothing: 'Sin respuesta: ningún pasaje se acerca siquiera.',
    timeline: 'Mostrado como cronología: de cada día, el mejor pasaje sobre el tema, y de él una frase.',
    evidence: (found, needed) =>
      `Lo que apunta a una respuesta llega a ${found}. Para una pregunta de esta longitud y tantos párrafos hace falta ${needed}.`,
    noEvidence:
      'No había nada que buscar: ninguna palabra útil, ningún artículo que mirar, u otra lengua que la suya.',
    confidence: (confidence, least) =>
      `Confianza ${confidence}, de 0 a 1; se muestran pasajes a partir de ${least}.`,
    madeFrom: (generation, model) => `Generación ${generation} del índice, modelo ${model}`,
    asked: (when) => `Preguntado el ${when}`,
    votes: (right, wrong) => `Votos: correcta ${right}, incorrecta ${wrong}`,
    shown: 'Mostrados',
    cameNext: 'Venían después',
    nearest: 'Los más cercanos',
    score: (score) => `puntuación ${score}`,
    changed: 'un pasaje cambiado o retirado desde entonces',
    scores: 'Las puntuaciones solo comparan pasajes de una misma pregunta.',
  },

  passage: {
    tooLong: 'Esta frase es más larga de lo que cabe en un mensaje de Discord. Abre el artículo para leerla.',
    read: 'Leer el artículo',
    alsoIn: 'También en:',
    more: (rest) => `${rest} más`,
  },

  articles: {
    articles: (total) => count(total, { one: '# artículo', other: '# artículos' }),
    paragraphs: (total) => count(total, { one: '# párrafo', other: '# párrafos' }),
    words: (total) => count(total, { one: '# palabra', other: '# palabras' }),
    list: (pieces) => pieces.join(', '),
    sources: 'Fuentes',
    newest: 'Los más recientes',
    language: 'Idioma:',
    tags: 'Etiquetas',
    related: 'Relacionados, según el artículo',
  },

  cite: {
    whatToName:
      'Indica un artículo y el número de un párrafo, o un identificador permanente como `visit ¶7 · 1a2b3c4d`.',
    noPermalink: 'Esto no es un identificador permanente. Uno tiene esta forma: `visit ¶7 · 1a2b3c4d`.',
    noSuchParagraph: (paragraphs) =>
      `No existe ese párrafo. El artículo tiene ${paragraphs}, contando desde 1.`,
    permalink: 'Identificador permanente:',
    unchanged: 'Las palabras son las mismas que cuando se citaron.',
    amended: 'Este párrafo ha cambiado desde que se citó.',
    shownOtherwise: 'Este párrafo ha cambiado: antes se mostró con otras palabras.',
    moved: (place) => `Las palabras son las mismas; cuando se citaron estaban en ${place}.`,
    onlyMarks: 'Las palabras son las mismas; solo cambian signos o espacios.',
    vanished: 'Lo que se citó ya no está en el artículo. Estas eran sus palabras:',
    articleGone: 'El artículo ya no está entre los que consulto. Estas eran sus palabras:',
    lost: 'El artículo ha cambiado desde entonces. Lo que se citó no se conserva aquí; solo se conocen las palabras de ahora.',
    lostWithPlace: (paragraphs) =>
      `El artículo ha cambiado desde entonces: ahora tiene ${paragraphs}, y este ya no está. Lo que se citó no se conserva aquí.`,
    before: 'Antes',
    now: 'Ahora',
    legend: 'Tachado: palabras que ya no están. Negrita: palabras nuevas.',
    inFile: 'Hay más palabras de las que caben en un mensaje de Discord; todas están en el archivo.',
  },

  timeline: {
    title: (topic) => `Cronología: ${topic}`,
    declined: 'No he encontrado ningún artículo con fecha sobre este tema.',
    undated: (articles) => `Sobre el tema, pero sin fecha: ${articles}`,
    leftOut: (days) => `Días omitidos: ${days}`,
    page: (page, pages) => `Página ${page} de ${pages}`,
    changed: 'Esta frase ya no está: su artículo fue modificado o retirado.',
    gone: 'Esta cronología ya no se conserva. Pídela de nuevo, por favor.',
    earlier: 'Días anteriores',
    later: 'Días posteriores',
  },

  quotation: {
    noWords: 'Aquí no hay ninguna letra ni cifra, así que no hay nada que buscar.',
    verdicts: {
      exact: `Cita exacta (${VERDICT_LABELS.exact})`,
      punctuation: `Exacta salvo la puntuación (${VERDICT_LABELS.punctuation})`,
      altered: `Cita alterada (${VERDICT_LABELS.altered})`,
      paraphrase: `Posible paráfrasis (${VERDICT_LABELS.paraphrase})`,
      'not-found': `No encontrada (${VERDICT_LABELS['not-found']})`,
    },
    flags: {
      negation: 'negación añadida o perdida',
      number: 'otro número',
      date: 'otra fecha',
      unit: 'otra unidad',
      modal: 'más o menos seguro',
      name: 'otro nombre u otra persona',
      opposite: 'lo contrario',
      cut: 'cortada sin puntos suspensivos',
      splice: 'unida a partir de dos lugares; esta parte está aquí',
    },
    marked: 'Las palabras están en este orden; unos puntos suspensivos o corchetes señalan lo que cambia.',
    paraphrase: 'Ningún artículo contiene estas palabras. Puede que este pasaje diga lo mismo: compáralos.',
    partParaphrase:
      'Ningún artículo contiene estas palabras. Puede que este pasaje trate de lo mismo, pero uno de los dos parece decir más: compáralos.',
    leavesOutOrAdds: 'Parece que falta algo que dice el artículo o que se añade algo: compáralos.',
    onOneSide: 'Solo en un lado:',
    onlyQuoted: (quoted) => `solo en la cita: ${quoted}`,
    onlyOriginal: (original) => `solo en el artículo: ${original}`,
    notFound: 'Ningún artículo indexado contiene estas palabras.',
    lookTwice: 'Para mirar dos veces:',
    differences: 'Diferencias:',
    legend: 'Tachado: lo citado. En negrita: lo que dice el artículo.',
    replaced: (quoted, original) => `${quoted} en lugar de ${original}`,
    changed: (quoted, original) => `citado ${quoted}, el artículo dice ${original}`,
    added: (quoted) => `citado ${quoted}, que el artículo no dice aquí`,
    leftOut: (original) => `omitido: el artículo dice ${original}`,
    standsFor: (quoted, original) => `${quoted} está en lugar de ${original}`,
    putIn: (quoted) => `añadido por quien cita: ${quoted}`,
    putInFor: (quoted, original) => `añadido por quien cita: ${quoted}, donde el artículo dice ${original}`,
  },

  speaker: {
    saidBy: (name) => `Dicho por ${name}`,
    probablySaidBy: (name) => `Probablemente dicho por ${name}`,
    namedHere: 'Se nombra aquí:',
    notQuoted: 'Sin comillas en el artículo: son palabras del periodista.',
    nested: 'Una cita dentro de otra: quien habla repite lo que dijo otra persona.',
  },

  watch: {
    amended: 'Fuente corregida',
    restored: 'Fuente corregida, y de nuevo con las palabras que se mostraron aquí',
    checkedBefore: 'Comprobado con las palabras tal como se mostraron aquí, antes de cambiar:',
    noticed: (when) => `Advertido el ${when}`,
    wordsShown: 'Como se mostró aquí antes; lo que ha cambiado está tachado:',
    wordsNow: 'Como lo dice ahora el artículo; lo nuevo está en negrita:',
    marksOnly: 'Las palabras son las mismas; solo han cambiado la puntuación o las mayúsculas.',
    vanished: 'El artículo ya no contiene este pasaje:',
    articleGone: 'Este artículo ya no está en la colección. Decía:',
  },

  follows: {
    newOn: (topic) => `Novedades sobre ${topic}`,
    moreToday: (rest) =>
      `${count(rest, { one: 'Hay # pasaje nuevo más', other: 'Hay # pasajes nuevos más' })}: pregunta por ellos.`,
    followed: (topic) =>
      `Este canal sigue ahora ${topic}. Los pasajes nuevos se publicarán aquí, como máximo cinco al día.`,
    known: (total) =>
      count(total, {
        one: '# pasaje ya existe y no se publicará.',
        other: '# pasajes ya existen y no se publicarán.',
      }),
    already: (topic) => `Este canal ya sigue ${topic}.`,
    full: (limit) =>
      `Este canal sigue ${number(limit)} temas, que es el máximo. Quita antes uno con \`/dejar-de-seguir\`.`,
    list: 'Este canal sigue:',
    nothing: 'Este canal todavía no sigue ningún tema. Nombra uno: `/seguir tema`.',
    unfollowed: (topic) => `Este canal ya no sigue ${topic}.`,
    unknown: 'Este canal no sigue eso. Elige de la lista que aparece al escribir.',
    managersOnly: 'Solo quien puede gestionar este canal o este servidor decide qué sigue.',
    serverOnly: 'Los temas se siguen en los canales de un servidor; aquí no es posible.',
    closed:
      'No puedo escribir en este canal. Permíteme verlo y enviar mensajes en él, y vuelve a intentarlo.',
  },
};
