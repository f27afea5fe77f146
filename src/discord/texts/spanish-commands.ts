/** Commands in Spanish. */
import type { CommandTexts } from './command-texts.js';

const ARTICLE = 'escribe una parte de su título';

export const SPANISH_COMMANDS: CommandTexts = {
  ask: {
    name: 'preguntar',
    description: 'Pregunta a los artículos: responden con sus propias palabras, fuente y párrafo',
    options: {
      question: {
        name: 'pregunta',
        description: 'Lo que quieres saber, como se lo preguntarías a una persona',
      },
      article: { name: 'artículo', description: `Buscar solo en este artículo: ${ARTICLE}` },
      source: {
        name: 'fuente',
        description: 'Buscar solo en artículos de esta fuente: una parte de su nombre',
      },
      since: { name: 'desde', description: 'Artículos a partir de este día: 2023-02-17, 2023-02 o 2023' },
      before: { name: 'antes', description: 'Artículos anteriores a este día: 2023-02-17, 2023-02 o 2023' },
      private: { name: 'privado', description: 'Si solo tú ves la respuesta' },
    },
  },
  source: {
    name: 'fuente',
    description: 'Comprobar una cita: ¿qué artículo la contiene y se cambió alguna palabra?',
    options: {
      quote: { name: 'cita', description: 'Las palabras que buscar, con o sin comillas' },
      private: { name: 'privado', description: 'Si solo tú ves el resultado' },
    },
  },
  cite: {
    name: 'citar',
    description: 'Mostrar un párrafo palabra por palabra, con su fuente e identificador, o resolver uno',
    options: {
      article: { name: 'artículo', description: `El artículo que citar: ${ARTICLE}` },
      paragraph: { name: 'párrafo', description: 'El número del párrafo, como figura detrás de ¶' },
      permalink: {
        name: 'identificador',
        description: 'En su lugar, un identificador permanente como visit ¶7 · 1a2b3c4d',
      },
      private: { name: 'privado', description: 'Si solo tú ves el párrafo' },
    },
  },
  timeline: {
    name: 'cronología',
    description: 'Un tema día a día: una frase literal con su artículo, primero la más antigua',
    options: {
      topic: { name: 'tema', description: 'Una palabra o unas pocas: un nombre, un lugar, un suceso' },
      source: {
        name: 'fuente',
        description: 'Buscar solo en artículos de esta fuente: una parte de su nombre',
      },
      since: { name: 'desde', description: 'Artículos a partir de este día: 2023-02-17, 2023-02 o 2023' },
      before: { name: 'antes', description: 'Artículos anteriores a este día: 2023-02-17, 2023-02 o 2023' },
      private: { name: 'privado', description: 'Si solo tú ves la cronología' },
    },
  },
  why: {
    name: 'porqué',
    description: 'Cómo se encontró una respuesta: índice, modelo, puntuaciones y los pasajes siguientes',
    options: {
      id: {
        name: 'identificador',
        description: 'El identificador de la respuesta, en letra pequeña debajo de ella',
      },
    },
  },
  articles: {
    name: 'artículos',
    description: 'Ver qué artículos se consultan, de qué fuentes, y los más recientes',
    options: {
      article: { name: 'artículo', description: `Mostrar la ficha de este artículo: ${ARTICLE}` },
    },
  },
  gaps: {
    name: 'lagunas',
    description: 'Ver qué preguntas quedaron sin respuesta o se marcaron como erróneas, por temas',
    options: {
      csv: { name: 'csv', description: 'Todas en un archivo para hojas de cálculo, en vez de una lista' },
    },
  },
  settings: {
    name: 'ajustes',
    description: 'Ver y cambiar dónde y cómo respondo aquí, y cuánto tiempo se guardan las preguntas',
  },

  follow: {
    name: 'seguir',
    description:
      'Seguir un tema en este canal: lo nuevo se publica aquí, cinco al día; o ver cuáles se siguen',
    options: {
      topic: { name: 'tema', description: 'Un nombre o unas palabras; sin él, se muestra lo que se sigue' },
    },
  },
  unfollow: {
    name: 'dejar-de-seguir',
    description: 'Dejar de seguir un tema en este canal',
    options: { topic: { name: 'tema', description: 'El tema: uno de los que sigue este canal' } },
  },
  reindex: {
    name: 'reindexar',
    description: 'Releer los artículos e informar de lo añadido, modificado, retirado o rechazado',
    options: {
      full: {
        name: 'todo',
        description: 'Releer y vectorizar todos los artículos, también los que no han cambiado',
      },
    },
  },
  'Check quote': { name: 'Comprobar la cita' },
};
