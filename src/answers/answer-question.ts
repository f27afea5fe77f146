/** From a ranking to an answer: up to three passages, or an honest no. */
import type { Snapshot } from '../index/snapshot.js';
import { search, type Candidate, type Question } from '../search/search.js';
import type { Answer } from './answer.js';
import { confidenceOf, isAnswer } from './declining.js';
import { highlightChunk } from './highlight.js';
import { cutPassage, type Passage } from './passage.js';

/** How many passages an answer shows. */
const MAX_PASSAGES = 3;
/** Candidates looked at, so that windows of one paragraph do not use up the places. */
const CANDIDATES = 20;
/** A further passage is shown when its score is at least this share of the best one's. */
const WORTH_SHOWING = 0.5;

/** Answers from one snapshot. Pure: the same snapshot and question give the same answer. */
export function answerQuestion(snapshot: Snapshot, question: Question): Answer {
  const { candidates, evidence } = search(snapshot, question, CANDIDATES);
  const confidence = confidenceOf(evidence);
  const passages = choosePassages(snapshot, question, candidates);
  if (passages.length > 0 && isAnswer(confidence)) return { kind: 'answered', confidence, passages };
  return { kind: 'declined', confidence, nearest: passages[0] };
}

function choosePassages(snapshot: Snapshot, question: Question, candidates: readonly Candidate[]): Passage[] {
  const lowest = WORTH_SHOWING * (candidates[0]?.score ?? 0);
  const taken = new Set<string>();
  const passages: Passage[] = [];
  for (const candidate of candidates) {
    if (passages.length === MAX_PASSAGES || candidate.score < lowest) break;
    const paragraphs = paragraphsOf(snapshot, candidate);
    if (paragraphs.some((paragraph) => taken.has(paragraph))) continue;
    for (const paragraph of paragraphs) taken.add(paragraph);
    const passage = toPassage(snapshot, question, candidate);
    if (passage !== undefined) passages.push(passage);
  }
  return passages;
}

/** Keys of the paragraphs a candidate touches: two windows of one paragraph make one passage. */
function paragraphsOf(snapshot: Snapshot, candidate: Candidate): string[] {
  const chunk = snapshot.chunks[candidate.chunk];
  if (chunk === undefined) return [];
  const keys: string[] = [];
  for (let number = chunk.first; number <= chunk.last; number++) keys.push(`${chunk.article}:${number}`);
  return keys;
}

function toPassage(snapshot: Snapshot, question: Question, candidate: Candidate): Passage | undefined {
  const chunk = snapshot.chunks[candidate.chunk];
  const article = snapshot.articles[chunk?.article ?? -1];
  if (chunk === undefined || article === undefined) return undefined;
  const found = highlightChunk(snapshot, candidate.chunk, question.text);
  const highlights = found.toSorted((a, b) => a.start - b.start);
  return cutPassage(article, chunk.first, chunk.last, highlights, candidate.score);
}
