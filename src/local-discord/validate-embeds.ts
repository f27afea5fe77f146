/** Embeds of a message. */
import { z } from 'zod';
import { address, list, maybe, text, whole } from './fields.js';
import * as limits from './limits.js';
import type { Problem } from './problems.js';

const link = address(limits.MEDIA_URL_LENGTH, ['http', 'https']);
const media = z.object({ url: address(limits.MEDIA_URL_LENGTH, ['http', 'https', 'attachment']) });

const field = z.object({
  name: text(1, limits.EMBED_FIELD_NAME),
  value: text(1, limits.EMBED_FIELD_VALUE),
  inline: z.boolean().default(false),
});

export const embed = z.object({
  type: z
    .unknown()
    .optional()
    .transform(() => 'rich'),
  title: maybe(text(0, limits.EMBED_TITLE)),
  description: maybe(text(0, limits.EMBED_DESCRIPTION)),
  url: maybe(link),
  timestamp: maybe(z.iso.datetime({ offset: true })),
  color: maybe(whole(0, limits.HIGHEST_COLOUR)),
  fields: maybe(list(field, 0, limits.EMBED_FIELDS)),
  footer: maybe(z.object({ text: text(1, limits.EMBED_FOOTER), icon_url: maybe(z.string()) })),
  author: maybe(
    z.object({ name: text(1, limits.EMBED_AUTHOR), url: maybe(link), icon_url: maybe(z.string()) }),
  ),
  image: maybe(media),
  thumbnail: maybe(media),
});

export type Embed = z.infer<typeof embed>;

/** The limit that goes over all embeds of a message together. */
export function findEmbedProblems(embeds: readonly Embed[]): Problem[] {
  const total = embeds.reduce((sum, one) => sum + lengthOf(one), 0);
  if (total <= limits.EMBEDS_TEXT) return [];
  const message = `Embed size exceeds maximum size of ${limits.EMBEDS_TEXT}`;
  return [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function lengthOf({ title, description, footer, author, fields }: Embed): number {
  const texts = [title, description, footer?.text, author?.name];
  for (const { name, value } of fields ?? []) texts.push(name, value);
  return texts.reduce((sum, one) => sum + (one ?? '').length, 0);
}
