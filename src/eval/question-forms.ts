/**
 * The questions of a set as people type them: without a question mark, in small letters, as bare keywords, as a pasted
 * headline, two at once, or at the end of a long story. What answers them stays the same, so the figures can be compared.
 */
import { termOf, tokenize } from '../text/terms.js';
import type { EvalSet, QuestionQuery, SetArticle } from './eval-set.js';
import { misspellNames } from './misspell.js';

type Reform = (question: QuestionQuery, set: EvalSet) => QuestionQuery | undefined;

/** Undefined leaves a question out: it has no such form. */
const FORMS = {
  misspelt: (one) => ({ ...one, question: misspellNames(one.question, one.id) }),
  unmarked: (one) => ({ ...one, question: withoutMark(one.question) }),
  lower: (one) => ({ ...one, question: withoutMark(one.question).toLowerCase() }),
  keywords: (one) => ({ ...one, question: keywordsOf(one.question) }),
  headline: toHeadline,
  two: addAnother,
  long: (one) => ({ ...one, question: withStory(one.question) }),
} as const satisfies Record<string, Reform>;

export type QuestionForm = keyof typeof FORMS;
export const QUESTION_FORMS = Object.keys(FORMS);

export function isQuestionForm(name: string): name is QuestionForm {
  return Object.hasOwn(FORMS, name);
}

/** The set with its questions in another form. */
export function reformQuestions(set: EvalSet, form: QuestionForm): EvalSet {
  const reform: Reform = FORMS[form];
  return { ...set, questions: set.questions.flatMap((one) => reform(one, set) ?? []) };
}

function withoutMark(question: string): string {
  return question.replace(/[\s?]+$/u, '');
}

/** The words that are looked up, as they stand there. */
function keywordsOf(question: string): string {
  return tokenize(question)
    .filter(({ folded }) => termOf(folded) !== undefined)
    .map(({ start, end }) => question.slice(start, end))
    .join(' ');
}

function titleOf({ title }: SetArticle): string {
  return title.trim();
}

/** The headline of the article that answers: right is every article under it, wherever in them the reader starts. */
function toHeadline(one: QuestionQuery, { articles }: EvalSet): QuestionQuery | undefined {
  const own = articles.find(({ id }) => one.relevant.includes(id));
  if (!one.answerable || own === undefined || titleOf(own) === '') return undefined;
  const namesakes = articles.filter((article) => titleOf(article) === titleOf(own));
  return { ...one, question: titleOf(own), answers: [], relevant: namesakes.map(({ id }) => id) };
}

/** Behind it the next question of the set that is answered, or not, as this one is; asked for is still the first. */
function addAnother(one: QuestionQuery, { questions }: EvalSet): QuestionQuery | undefined {
  const alike = questions.filter(({ answerable }) => answerable === one.answerable);
  const next = alike[(alike.indexOf(one) + 1) % alike.length];
  const isPair = next !== undefined && next !== one;
  return isPair ? { ...one, question: `${withMark(one.question)} ${withMark(next.question)}` } : undefined;
}

function withMark(question: string): string {
  return `${withoutMark(question)}?`;
}

/** The longest question that is taken. */
const LONGEST = 2000;
/** Nothing in it is news: whatever is found because of it is wrong. */
const STORY = [
  'I was sitting in the kitchen this morning with a cup of coffee when I remembered that I had wanted to look something up.',
  'My sister and I could not agree on it last night, and neither of us felt like going through all of the old pages again.',
  'She thinks that it is quite obvious, I am less sure, and we have been wrong about such things more often than not.',
  'So I promised to find out before dinner, and here I am, hoping that somebody has the patience to read all of this.',
  'Sorry for the long message, I never know how to put things briefly, but the question itself is a simple one.',
];

/** As many sentences of it as there is room for. */
function withStory(question: string): string {
  let story = '';
  for (let at = 0; ; at++) {
    const longer = `${story}${STORY[at % STORY.length]} `;
    if (longer.length + question.length > LONGEST) return story + question;
    story = longer;
  }
}
