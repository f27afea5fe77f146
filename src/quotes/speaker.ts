/**
 * Who says the words at a place of an article, and by which verb: looked for behind the quotation and before it, in its own
 * sentence; else taken over from its neighbours, which is a guess and marked as one.
 */
import { paragraphText, type Article, type Paragraph } from '../articles/article.js';
import type { Span } from '../text/span.js';
import { sayingBefore, sayingBehind, type Saying } from './clause.js';
import { lastSentenceEnd, MASK, maskSegments, segmentsOf, withoutTitles } from './masked-text.js';
import { findPerson, type Person } from './person.js';
import type { Segment } from './quoted-segments.js';
import { CLAUSE_WORDS, PRONOUNS } from './speech-words.js';
import { mainSubject } from './subject.js';
import { tokensOf } from './tokens.js';

/** All spans are of the article's text. */
export interface Speaker {
  /** As the article names the speaker here: "he", "a Pentagon spokesperson". */
  readonly name: Span;
  readonly verb: Span | undefined;
  /** For a pronoun: who is probably meant, and the sentence that names the person. */
  readonly person: Person | undefined;
  /** Taken over from a neighbouring sentence: only probably the speaker. */
  readonly isGuess: boolean;
}

export interface Speech {
  /** Whether the words stand between quotation marks; else they are the reporter's own, or reported. */
  readonly isQuoted: boolean;
  /** Whether they stand in a quotation inside a quotation. */
  readonly isNested: boolean;
  readonly speaker: Speaker | undefined;
}

const LONGEST_LABEL = 8;
/** Characters between two parts of a split quotation. */
const LONGEST_BETWEEN = 120;
/** Characters around a quotation that are looked at; a paragraph may be as long as a file. */
const FURTHEST = 3000;
/** Other quotations of the paragraph that are looked at on either side. */
const MOST_NEIGHBOURS = 20;

/** @param span - words of the article. */
export function findSpeech(article: Article, span: Span): Speech {
  const place = placeOf(article, span);
  if (place === undefined) return { isQuoted: false, isNested: false, speaker: undefined };
  const { at, paragraph, segment, isNested } = place;
  const scene = setScene(article, at, paragraph, segment ?? span);
  const found = segment === undefined ? reported(scene, span) : spoken(scene, segment);
  const speaker = found === undefined || isNobody(article, found) ? undefined : withPerson(scene, found);
  return { isQuoted: segment !== undefined, isNested, speaker };
}

/** The marks alone, which is much faster: for places whose speaker nobody will read. */
export function findMarks(article: Article, span: Span): Omit<Speech, 'speaker'> {
  const place = placeOf(article, span);
  return { isQuoted: place?.segment !== undefined, isNested: place?.isNested === true };
}

/** Paragraph and quotation that some words stand in. */
function placeOf(article: Article, span: Span) {
  const at = article.paragraphs.findIndex(({ start, end }) => start < span.end && end > span.start);
  const paragraph = article.paragraphs[at];
  if (paragraph === undefined) return undefined;
  const segments = segmentsOf(article, paragraph);
  const touching = (one: Segment): boolean => one.start < span.end && one.end > span.start;
  const segment = segments.find((one) => one.isOuter && touching(one));
  const isNested = segments.some((one) => !one.isOuter && one.start <= span.start && one.end >= span.end);
  return { at, paragraph, segment, isNested };
}

/** "Nobody believed", "somebody wrote": that names no speaker. */
function isNobody({ text }: Article, { subject: { start, end } }: Found): boolean {
  return /^(?:(?:no|some|every|any)(?:body|one)|no one)$/iu.test(text.slice(start, end));
}

interface Scene {
  readonly article: Article;
  /** Position of the paragraph. */
  readonly at: number;
  /** The paragraph, or what of it is near. */
  readonly paragraph: Span;
  readonly segments: readonly Segment[];
  /** Its text, where other quotations are no part of the grammar. */
  readonly masked: string;
}

/** What is around some words of a paragraph. */
function setScene(article: Article, at: number, paragraph: Paragraph, around: Span): Scene {
  const start = Math.max(paragraph.start, around.start - FURTHEST);
  const end = Math.min(paragraph.end, around.end + FURTHEST);
  const near = { start, end };
  const segments = segmentsOf(article, paragraph).flatMap((one) => {
    if (!one.isOuter || one.start > end || one.end < start) return [];
    const isInside = one.start >= start && one.end <= end;
    return [isInside ? one : { ...one, start: Math.max(start, one.start), end: Math.min(end, one.end) }];
  });
  return { article, at, paragraph: near, segments, masked: maskSegments(article.text, near, segments) };
}

type Found = Saying & { readonly isGuess: boolean };

/** In the quotation's own sentence, else from its neighbours. */
function spoken(scene: Scene, segment: Segment): Found | undefined {
  const own = sayingOf(scene, segment);
  if (own !== undefined) return { ...own, isGuess: false };
  const here = scene.segments.indexOf(segment);
  const before = scene.segments[here - 1];
  const split = before === undefined ? undefined : sayingOf(scene, before);
  if (before !== undefined && split !== undefined && isContinued(scene, before, segment, split))
    return { ...split, isGuess: false };
  const others = [
    ...scene.segments.slice(Math.max(0, here - MOST_NEIGHBOURS), here).toReversed(),
    ...scene.segments.slice(here + 1, here + 1 + MOST_NEIGHBOURS),
  ];
  for (const other of others) {
    const saying = sayingOf(scene, other);
    if (saying !== undefined) return { ...saying, isGuess: true };
  }
  return signatureOf(scene, segment) ?? fromSentenceBefore(scene, segment) ?? fromParagraphBefore(scene);
}

/** "…," said Smith. "…": nothing but who says it stands between. Right in 127 of 135 of quotes-polnear, and 5 of the others name no speaker there. */
function isContinued(
  { article: { text } }: Scene,
  one: Segment,
  other: Segment,
  { subject }: Saying,
): boolean {
  const between = withoutTitles(text.slice(one.end + 1, other.start - 1));
  const isBetween = subject.start > one.end && subject.end < other.start;
  return isBetween && between.length <= LONGEST_BETWEEN && /^[^.!?]*[.!?]\s*$/u.test(between);
}

/** The next paragraph, when it is nothing but a dash and a name. */
function signatureOf({ article, at, paragraph }: Scene, segment: Segment): Found | undefined {
  const next = article.paragraphs[at + 1];
  if (next === undefined || segment.end + 1 < paragraph.end) return undefined;
  const signature = /^\s*[—–―-]\s*(\p{Lu}[^,.]{1,60})/u.exec(paragraphText(article, next));
  if (signature === null) return undefined;
  const end = next.start + signature[0].length;
  return { subject: { start: end - (signature[1]?.length ?? 0), end }, verb: undefined, isGuess: false };
}

/** Words that are not between marks: somebody's only when their sentence says so. */
function reported({ article, paragraph }: Scene, span: Span): Found | undefined {
  const sentence = sentenceAround(article.text, paragraph, span);
  const before = sayingBefore(tokensOf(article.text.slice(sentence.start, span.start), sentence.start));
  const behind = /^[,\s]+/u.test(article.text.slice(span.end, sentence.end))
    ? sayingBehind(tokensOf(article.text.slice(span.end, sentence.end), span.end))
    : undefined;
  const saying = before ?? behind;
  return saying === undefined ? undefined : { ...saying, isGuess: false };
}

function sayingOf(scene: Scene, segment: Segment): Saying | undefined {
  const { masked, paragraph } = scene;
  const { text } = scene.article;
  const { before, behind } = surroundings(scene, segment);
  const last = text.charAt(segment.end - 1);
  const next = text.slice(segment.end + 1, segment.end + 3);
  const goesOn = /[,!?—–―-]/u.test(last) || /^\s?[,—–―-]/u.test(next);
  const isEnded = last === '.' && !/^\s?[,—–―\p{Ll}-]/u.test(next);
  const tokensBefore = tokensOf(
    masked.slice(before.start - paragraph.start, before.end - paragraph.start),
    before.start,
  );
  const tokensBehind = isEnded ? [] : tokensOf(text.slice(behind.start, behind.end), behind.start);
  if (goesOn && !CLAUSE_WORDS.has(tokensBehind[0]?.key ?? '')) {
    return sayingBehind(tokensBehind) ?? sayingBefore(tokensBefore) ?? subjectOf(tokensBefore);
  }
  const label = /:\s*$/u.test(text.slice(before.start, before.end)) ? labelOf(tokensBefore) : undefined;
  return sayingBefore(tokensBefore) ?? label ?? sayingBehind(tokensBehind) ?? subjectOf(tokensBefore);
}

/** As in an interview: "Smith: …". */
function labelOf(tokens: ReturnType<typeof tokensOf>): Saying | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined || tokens.length > LONGEST_LABEL) return undefined;
  // "Smith, a lawyer:" and "She said it again:" are no labels.
  if (!/^\p{Lu}/u.test(first.text) || !/^\p{Lu}/u.test(last.text)) return undefined;
  if (tokens.slice(1).some(({ gap }) => gap.includes(','))) return undefined;
  return { subject: { start: first.start, end: last.end }, verb: undefined };
}

/** Words quoted as part of a sentence that has no verb of saying: its subject's, most likely. */
function subjectOf(tokens: Parameters<typeof mainSubject>[0]): Saying | undefined {
  const subject = mainSubject(tokens);
  return subject === undefined ? undefined : { subject, verb: undefined };
}

/** The rest of the quotation's sentence, to both sides, without other quotations. */
function surroundings({ paragraph, masked }: Scene, segment: Segment) {
  const [from, to] = [segment.start - paragraph.start, segment.end - paragraph.start];
  // The quotation may be a sentence of its own: then nothing before it is its.
  const start = lastSentenceEnd(masked.slice(0, Math.max(0, from - 1)) + MASK);
  const rest = masked.slice(to + 1);
  const ending = /[.!?](?=["”’)]*\s+["“‘(]?[\p{Lu}\p{N}]|["”’)]*\s*$)/u.exec(withoutTitles(rest));
  const end = ending === null ? rest.length : ending.index + 1;
  return {
    before: { start: paragraph.start + start, end: segment.start - 1 },
    behind: { start: segment.end + 1, end: Math.min(paragraph.end, segment.end + 1 + end) },
  };
}

function sentenceAround(text: string, { start, end }: Span, span: Span): Span {
  const from = start + lastSentenceEnd(text.slice(start, Math.max(start, span.start)));
  const rest = text.slice(span.end, end);
  const ending = /[.!?](?=\s|$)/u.exec(withoutTitles(rest));
  return { start: from, end: ending === null ? end : span.end + ending.index + 1 };
}

function fromSentenceBefore({ article, paragraph }: Scene, segment: Segment): Found | undefined {
  const before = article.text.slice(paragraph.start, Math.max(paragraph.start, segment.start - 1));
  const tokens = tokensOf(before, paragraph.start);
  const saying = sayingBefore(tokens) ?? subjectOf(tokens);
  return saying === undefined ? undefined : { ...saying, isGuess: true };
}

/** The last speaker of the paragraph before, or whom its last sentence is about. */
function fromParagraphBefore({ article, at }: Scene): Found | undefined {
  const paragraph = article.paragraphs[at - 1];
  if (paragraph === undefined) return undefined;
  const scene = setScene(article, at - 1, paragraph, { start: paragraph.end, end: paragraph.end });
  for (const segment of scene.segments.slice(-MOST_NEIGHBOURS).toReversed()) {
    const saying = sayingOf(scene, segment);
    if (saying !== undefined) return { ...saying, isGuess: true };
  }
  const { start, end } = scene.paragraph;
  const text = article.text.slice(start, end);
  const sentence = lastSentenceEnd(text);
  const tokens = tokensOf(text.slice(sentence), start + sentence);
  const saying = sayingBefore(tokens) ?? subjectOf(tokens);
  return saying === undefined ? undefined : { ...saying, isGuess: true };
}

function withPerson({ article, at }: Scene, { subject, verb, isGuess }: Found): Speaker {
  const isPronoun = PRONOUNS.has(article.text.slice(subject.start, subject.end).toLowerCase());
  const person = isPronoun ? findPerson(article, at, subject) : undefined;
  return { name: subject, verb, person, isGuess };
}
