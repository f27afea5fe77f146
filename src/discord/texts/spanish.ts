/** What the bot says, in Spanish, in words that are understood in Spain and in America. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { asItIs, countIn } from './wording.js';

const { number, count } = countIn('es');

export const SPANISH: Texts = {
  number,
  isolate: asItIs,
  quoted: (words) => `«${words}»`,

  general: {
    outdated: 'Esto pertenece a una versión anterior de mí y ya no hace nada. Pregunta de nuevo, por favor.',
    messageGone: 'El mensaje al que esto pertenece ya no existe. Pregunta de nuevo, por favor.',
    unknownCommand: 'Ya no tengo este comando. Discord lo olvidará en un momento.',
    stopping: 'Me estoy reiniciando. Pregunta de nuevo dentro de un minuto, por favor.',
    howToAsk: 'Pregúntame algo sobre los artículos o usa `/ask` y `/source`.',
    tooSoon: (when) => `Han sido muchas preguntas en poco tiempo. Podrás preguntar de nuevo ${when}.`,
    failed: (reference) =>
      `No ha funcionado. Si vuelve a ocurrir, indica este número a un administrador: ${reference}`,
    notReady:
      'Todavía estoy leyendo los artículos por primera vez. Pregunta de nuevo dentro de un minuto, por favor.',
    unknownArticle: 'No tengo ese artículo. Elige uno de la lista que aparece mientras escribes su título.',
    notADate: (option) => `«${option}» debe ser un día, un mes o un año, como 2023-02-17, 2023-02 o 2023.`,
    andMore: (rest) => `… y ${rest} más`,
  },

  answer: {
    declined: 'No he encontrado en los artículos nada que responda a esta pregunta.',
    nearest: 'Este pasaje es el más cercano; puede que no responda a la pregunta.',
    context: 'Las palabras están en el párrafo en negrita; alrededor está lo que viene antes y después.',
    changed: 'Este pasaje ya no está: su artículo fue modificado o retirado. Pregunta de nuevo, por favor.',
    showNearest: 'Mostrar el pasaje más cercano',
    showContext: 'Mostrar el contexto',
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
      `Este canal sigue ${number(limit)} temas, que es el máximo. Quita antes uno con \`/unfollow\`.`,
    list: 'Este canal sigue:',
    nothing: 'Este canal todavía no sigue ningún tema. Nombra uno: `/follow topic`.',
    unfollowed: (topic) => `Este canal ya no sigue ${topic}.`,
    unknown: 'Este canal no sigue eso. Elige de la lista que aparece al escribir.',
    managersOnly: 'Solo quien puede gestionar este canal o este servidor decide qué sigue.',
    serverOnly: 'Los temas se siguen en los canales de un servidor; aquí no es posible.',
    closed:
      'No puedo escribir en este canal. Permíteme verlo y enviar mensajes en él, y vuelve a intentarlo.',
  },

  report: {
    reading: 'Leyendo artículos',
    embedding: 'Vectorizando párrafos',
    saving: 'Guardando el índice',
    progress: (done, total) => `${done} de ${total}`,
    running: 'Ya se están releyendo los artículos. Su propio mensaje dirá cuándo termina.',
    stopped:
      'Me estoy deteniendo, así que la relectura se aplaza. Seguirá donde estaba cuando vuelva a arrancar.',
    done: 'El índice está al día',
    embedded: (counts, chunks, seconds) => `${counts}; vectorizados: ${chunks} en ${seconds} s`,
    unchanged: (files) => `sin cambios: ${files}`,
    failed: 'Fallidos',
    skipped: 'Omitidos',
    added: 'Añadidos',
    changed: 'Modificados',
    removed: 'Retirados',
    administratorsOnly: 'Solo los administradores de este servidor pueden hacer releer los artículos.',
    serverOnly: 'Este comando solo funciona en un servidor y para sus administradores.',
  },
};
