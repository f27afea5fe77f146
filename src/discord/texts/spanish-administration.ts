/** What those read who look after the bot and its articles, in Spanish. */
import type { AdministrationTexts } from './english-administration.js';
import { countIn } from './wording.js';

const { count } = countIn('es');

export const SPANISH_ADMINISTRATION: AdministrationTexts = {
  run: {
    files: (total) => count(total, { one: '# archivo', other: '# archivos' }),
    pace: (passages) => `${passages} pasajes por segundo`,
    left: (time) => `quedan unos ${time}`,
    cancel: 'Cancelar',
    cancelled:
      'Se canceló la relectura. El índice anterior sigue respondiendo; lo que se vectorizó se guarda para la próxima vez.',
    notRunning: 'Esta relectura ya no está en marcha.',
    administratorsOnly: 'Solo los administradores de este servidor pueden cancelar la relectura.',
  },

  gaps: {
    title: 'Preguntas sin respuesta correcta',
    questions: (total) => count(total, { one: '# pregunta', other: '# preguntas' }),
    subjects: (total) => count(total, { one: '# tema', other: '# temas' }),
    newest: (questions) => `Solo se agrupan las más recientes, ${questions}; el archivo las contiene todas.`,
    whoAsked: 'No se guarda quién preguntó.',
    declined: (times) => `sin respuesta: ${times}`,
    wrong: (times) => `marcada como errónea: ${times}`,
    page: (page, pages) => `Página ${page} de ${pages}`,
    newer: 'Más recientes',
    older: 'Más antiguas',
    none: 'En este servidor ninguna pregunta quedó sin respuesta ni fue marcada como errónea.',
    notKept: 'En este servidor no se guardan las preguntas; se puede cambiar con `/ajustes`.',
    columns: {
      subject: 'tema',
      subjectQuestion: 'pregunta_del_tema',
      day: 'día',
      reason: 'motivo',
      question: 'pregunta',
    },
    reasons: { declined: 'sin respuesta', wrong: 'errónea' },
    administratorsOnly:
      'Solo los administradores de este servidor pueden ver qué preguntas quedaron sin respuesta.',
  },

  settings: {
    title: 'Ajustes de este servidor',
    saved: 'Guardado.',
    forgotten: 'Las preguntas guardadas se han borrado.',
    everywhere: 'Respondo en todos los canales.',
    onlyIn: (total) =>
      count(total, { one: 'Respondo solo en # canal.', other: 'Respondo solo en # canales.' }),
    chooseChannels: 'Canales donde respondo; ninguno: en todos',
    allSources: 'Se consultan todas las fuentes.',
    onlySources: (names) => `Solo se consultan estas fuentes: ${names}.`,
    chooseSources: 'Fuentes que se consultan; ninguna: todas',
    typeSources: 'Escribir nombres de fuentes',
    sourceNames: 'Fuentes, una por línea; ninguna: todas',
    unknownSource: (name) => `No tengo ninguna fuente llamada ${name}. No se cambió nada.`,
    privateAnswers: 'Las respuestas solo las ve quien pregunta, salvo que pida otra cosa.',
    publicAnswers: 'Las respuestas las ven todos, salvo que quien pregunta pida otra cosa.',
    makePrivate: 'Responder en privado',
    makePublic: 'Responder en público',
    followsUp: 'En los hilos, una pregunta continúa la anterior.',
    followsNothing: 'En los hilos, cada pregunta se toma por sí sola.',
    followUp: 'Continuar en los hilos',
    followNothing: 'No continuar en los hilos',
    ownLanguage: 'A cada cual en su idioma',
    languageIs: (name) => `Las respuestas públicas están en este idioma: ${name}.`,
    ownLanguages:
      'Las respuestas privadas están en el idioma de quien las lee; las públicas, en el del servidor.',
    chooseLanguage: 'Idioma de las respuestas públicas',
    keeping: {
      off: 'El texto de las preguntas no se guarda.',
      '30 days': 'El texto de las preguntas se guarda 30 días, sin quién preguntó.',
      forever:
        'El texto de las preguntas se guarda 30 días, y para siempre sin respuesta correcta; sin quién preguntó.',
    },
    keep: {
      off: 'No guardar preguntas y borrar las guardadas',
      '30 days': 'Guardar las preguntas 30 días',
      forever: 'Guardar siempre las que no tienen respuesta correcta',
    },
    chooseKeeping: 'Cuánto tiempo se guardan las preguntas',
    managersOnly: 'Solo quienes gestionan este servidor pueden ver y cambiar sus ajustes.',
    serverOnly: 'Los ajustes son de un servidor: este comando solo funciona en uno.',
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
