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
  cite: {
    name: 'citer',
    description: 'Afficher un paragraphe mot pour mot, avec sa source et un identifiant, ou en retrouver un',
    options: {
      article: { name: 'article', description: `L’article à citer : ${ARTICLE}` },
      paragraph: { name: 'paragraphe', description: 'Le numéro du paragraphe, comme il figure après ¶' },
      permalink: {
        name: 'identifiant',
        description: 'À la place, un identifiant permanent tel que visit ¶7 · 1a2b3c4d',
      },
      private: { name: 'privé', description: 'Si vous seul voyez le paragraphe' },
    },
  },
  timeline: {
    name: 'chronologie',
    description: 'Un sujet jour par jour : une phrase mot pour mot et son article, la plus ancienne d’abord',
    options: {
      topic: { name: 'sujet', description: 'Un mot ou quelques-uns : un nom, un lieu, un événement' },
      source: { name: 'source', description: 'Chercher dans cette source seulement : une partie de son nom' },
      since: { name: 'depuis', description: 'Articles à partir de ce jour : 2023-02-17, 2023-02 ou 2023' },
      before: { name: 'avant', description: 'Articles antérieurs à ce jour : 2023-02-17, 2023-02 ou 2023' },
      private: { name: 'privé', description: 'Si vous seul voyez la chronologie' },
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
  gaps: {
    name: 'lacunes',
    description: 'Voir les questions restées sans réponse ou signalées fausses, regroupées par sujet',
    options: {
      csv: { name: 'csv', description: 'Toutes dans un fichier pour tableur, au lieu d’une liste' },
    },
  },
  settings: {
    name: 'réglages',
    description: 'Voir et changer où et comment je réponds ici, et combien de temps les questions restent',
  },

  follow: {
    name: 'suivre',
    description:
      'Suivre un sujet dans ce salon : les nouveautés y sont publiées, cinq par jour ; ou voir lesquels',
    options: {
      topic: {
        name: 'sujet',
        description: 'Un nom ou quelques mots ; sans lui, la liste de ce qui est suivi',
      },
    },
  },
  unfollow: {
    name: 'ne-plus-suivre',
    description: 'Ne plus suivre un sujet dans ce salon',
    options: { topic: { name: 'sujet', description: 'Le sujet : l’un de ceux que ce salon suit' } },
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
