/** Commands in French. */
import type { CommandTexts } from './command-texts.js';

const ARTICLE = 'tapez une partie de son titre';

export const FRENCH_COMMANDS: CommandTexts = {
  ask: {
    name: 'demander',
    description: 'Interroger les articles : ils répondent avec leurs propres mots, source et paragraphe',
    options: {
      question: {
        name: 'question',
        description: 'Ce que vous voulez savoir, comme vous le demanderiez à quelqu’un',
      },
      article: { name: 'article', description: `Chercher dans cet article seulement : ${ARTICLE}` },
      source: { name: 'source', description: 'Chercher dans cette source seulement : une partie de son nom' },
      since: { name: 'depuis', description: 'Articles à partir de ce jour : 2023-02-17, 2023-02 ou 2023' },
      before: { name: 'avant', description: 'Articles antérieurs à ce jour : 2023-02-17, 2023-02 ou 2023' },
      private: { name: 'privé', description: 'Si vous seul voyez la réponse' },
    },
  },
  source: {
    name: 'source',
    description: 'Vérifier une citation : quel article la contient, et un mot a-t-il été changé ?',
    options: {
      quote: { name: 'citation', description: 'Les mots à rechercher, avec ou sans guillemets' },
      private: { name: 'privé', description: 'Si vous seul voyez le résultat' },
    },
  },
  why: {
    name: 'pourquoi',
    description: 'Comment une réponse a été trouvée : index, modèle, notes et passages suivants',
    options: {
      id: {
        name: 'identifiant',
        description: 'L’identifiant de la réponse, en petits caractères sous celle-ci',
      },
    },
  },
  articles: {
    name: 'articles',
    description: 'Voir quels articles sont consultés, de quelles sources, et les plus récents',
    options: {
      article: { name: 'article', description: `Afficher la fiche de cet article : ${ARTICLE}` },
    },
  },
  reindex: {
    name: 'réindexer',
    description: 'Relire les articles et dire ce qui a été ajouté, modifié, retiré ou refusé',
    options: {
      full: {
        name: 'complet',
        description: 'Relire et vectoriser tous les articles, même ceux qui n’ont pas changé',
      },
    },
  },
  'Check quote': { name: 'Vérifier la citation' },
};
