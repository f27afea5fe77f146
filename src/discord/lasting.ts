/**
 * What a message says beside the articles' words, and goes on saying once those were amended: the question, a verdict, a
 * permanent id. Such texts are known again by the numbers of their components, which Discord gives back with the message, so
 * that nothing that a person asked or quoted has to be kept for it.
 */
import { ComponentType, type APIMessageTopLevelComponent, type APITextDisplayComponent } from 'discord.js';

/** "lead" stands above the articles' words, "foot" below them; a verdict stands above them and is about them. */
export type Lasting = 'lead' | 'verdict' | 'foot';

export type LastingTexts = Readonly<Record<Lasting, readonly string[]>>;

export const NOTHING_LASTING: LastingTexts = { lead: [], verdict: [], foot: [] };

/** Far above the numbers that Discord itself gives to the components of a message. */
const FIRST_IDS = { lead: 1000, verdict: 2000, foot: 3000 } as const;
const IDS_EACH = 1000;

/** Texts, in markdown, that last; once for each kind in a message. */
export function lasting(kind: Lasting, texts: readonly string[]): APITextDisplayComponent[] {
  return texts.map((content, at) => ({ type: ComponentType.TextDisplay, id: FIRST_IDS[kind] + at, content }));
}

/** What lasts of a message, in its order. */
export function readLasting(components: readonly APIMessageTopLevelComponent[]): LastingTexts {
  const texts = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  const ofKind = (kind: Lasting): string[] =>
    texts.flatMap((one) =>
      one.type === ComponentType.TextDisplay && isOfKind(kind, one.id) ? [one.content] : [],
    );
  return { lead: ofKind('lead'), verdict: ofKind('verdict'), foot: ofKind('foot') };
}

function isOfKind(kind: Lasting, id = 0): boolean {
  return id >= FIRST_IDS[kind] && id < FIRST_IDS[kind] + IDS_EACH;
}
