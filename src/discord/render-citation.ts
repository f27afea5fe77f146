/** A cited paragraph as a message: byte for byte, with its attribution and permanent id; both wordings where it has changed. */
import type { Passage } from '../answers/passage.js';
import type { Citable, Cited } from './citing.js';
import { renderHeading } from './attribution.js';
import { renderExcerpt } from './excerpt.js';
import { lasting } from './lasting.js';
import { MESSAGE_TEXT } from './limits.js';
import { BOLD, emphasise, escapeLine, STRUCK_OUT } from './markdown.js';
import { shareRoom } from './passages.js';
import { filePart, frame, say, separator, words, type Part, type Reply, type ReplyFile } from './reply.js';
import type { Texts } from './texts/english.js';

export function renderCitation(texts: Texts, cited: Cited): Reply {
  const { cite, general, articles } = texts;
  switch (cited.kind) {
    case 'current':
      return renderOne(texts, cited, cited.isUnchanged ? cite.unchanged : undefined);
    case 'moved':
      return renderOne(texts, cited, cite.moved(texts.isolate(`¶${cited.from}`)));
    case 'amended':
      return renderBoth(texts, cited);
    case 'vanished':
      return renderOne(texts, cited.before, cited.isArticleGone ? cite.articleGone : cite.vanished);
    case 'lost':
      return renderOne(texts, cited.now, cite.lost);
    case 'lost-with-place':
      return say(cite.lostWithPlace(articles.paragraphs(cited.paragraphs)));
    case 'no-such-paragraph':
      return say(cite.noSuchParagraph(articles.paragraphs(cited.paragraphs)));
    case 'no-permalink':
      return say(cite.noPermalink);
    case 'unknown-article':
      return say(general.unknownArticle);
    case 'not-ready':
      return say(general.notReady);
  }
}

/** @param told - what there is to say of it, above the words. */
function renderOne(texts: Texts, { passage, permalink }: Citable, told: string | undefined): Reply {
  const id = `-# ${texts.cite.permalink} ${showPermalink(texts, permalink)}`;
  const heading = renderHeading(texts, passage);
  const above = told === undefined ? [heading] : [told, heading];
  const [body] = fit(texts, [{ passage, mark: BOLD }], [...above, id]);
  const parts = [...above.map(words), ...showBody(body), ...lasting('foot', [id])];
  const file = { name: `paragraph-${passage.paragraph}.txt`, content: passage.text };
  return body?.isWhole === true ? frame(parts) : withFile(texts, parts, file);
}

/** The earlier words and those of now, each with its permanent id. */
function renderBoth(
  texts: Texts,
  { isFollowed, before, now, changes }: Extract<Cited, { readonly kind: 'amended' }>,
): Reply {
  const { cite } = texts;
  const top = `${isFollowed ? cite.amended : cite.shownOtherwise}\n${renderHeading(texts, now.passage)}`;
  const [first, second] = [label(texts, cite.before, before), label(texts, cite.now, now)];
  const legend = `-# ${changes.length === 0 ? cite.onlyMarks : cite.legend}`;
  const old = { ...before.passage, highlights: changes.map((change) => change.before) };
  const changed = { ...now.passage, highlights: changes.map((change) => change.after) };
  const bodies = fit(
    texts,
    [
      { passage: old, mark: STRUCK_OUT },
      { passage: changed, mark: BOLD },
    ],
    [top, first, second, legend],
  );
  const [above, below] = bodies;
  // Should the words of now change as well, these stay what they were.
  const earlier = lasting('foot', above?.text === undefined ? [first] : [first, above.text]);
  const current = [words(second), ...showBody(below), words(legend)];
  const parts = [words(top), ...earlier, separator(), ...current];
  if (bodies.every(({ isWhole }) => isWhole)) return frame(parts);
  const content = [before, now]
    .map(({ permalink, passage }) => `${permalink}\n\n${passage.text}\n`)
    .join('\n\n');
  return withFile(texts, parts, { name: `paragraph-${now.passage.paragraph}.txt`, content });
}

interface Body {
  readonly passage: Passage;
  /** Around its highlights. */
  readonly mark: string;
}

interface Fitted {
  /** Undefined where not even one sentence fits. */
  readonly text: string | undefined;
  readonly isWhole: boolean;
}

/** Bodies in the room that `others` leave; should they not all fit as a whole, there is room for the words about the file too. */
function fit(texts: Texts, bodies: readonly Body[], others: readonly string[]): Fitted[] {
  const room = MESSAGE_TEXT - others.reduce((sum, { length }) => sum + length, 0);
  const whole = fitInto(bodies, room);
  return whole.every(({ isWhole }) => isWhole) ? whole : fitInto(bodies, room - inFile(texts).length);
}

function fitInto(bodies: readonly Body[], room: number): Fitted[] {
  const wanted = bodies.map(
    ({ passage: { text, highlights }, mark }) => emphasise(text, highlights, mark).length,
  );
  const limits = shareRoom(wanted, Math.max(0, room));
  return bodies.map(({ passage, mark }, at) => {
    const limit = limits[at] ?? 0;
    // Where the sentences that differ are too long together, the paragraph is shown from its beginning.
    const shown = renderExcerpt(passage, limit, mark) ?? renderExcerpt({ ...passage, highlights: [] }, limit);
    return { text: shown, isWhole: (wanted[at] ?? 0) <= limit };
  });
}

function showBody(body: Fitted | undefined): Part[] {
  return body?.text === undefined ? [] : [words(body.text)];
}

/** The parts, and below them the file with all the words. */
export function withFile(texts: Texts, parts: readonly Part[], file: ReplyFile): Reply {
  return { ...frame([...parts, words(inFile(texts)), filePart(file)]), file };
}

/** What stands above the file. */
export function inFile({ cite }: Texts): string {
  return `-# ${cite.inFile}`;
}

function label(texts: Texts, name: string, { permalink }: Citable): string {
  return `**${name}** · ${showPermalink(texts, permalink)}`;
}

/** To be copied: as code, unless a backtick in it would end the code. */
function showPermalink({ isolate }: Texts, permalink: string): string {
  return isolate(permalink.includes('`') ? escapeLine(permalink) : `\`${permalink}\``);
}
