/** What a page says of itself: JSON-LD first, then Open Graph and meta elements, then what is visible. */
import { z } from 'zod';
import { metadataSchema, type Metadata } from './article.js';
import { keepValid } from './metadata.js';

const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const names = z.union([
  named,
  z.array(named.or(z.unknown().transform(() => ''))).transform((list) => list.filter(Boolean).join(', ')),
]);

const newsArticleSchema = z.object({
  '@type': z.union([z.string(), z.array(z.string())]).refine((type) => String(type).includes('Article')),
  headline: z.string().optional().catch(undefined),
  author: names.optional().catch(undefined),
  publisher: named.optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  keywords: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
});
type NewsArticle = z.infer<typeof newsArticleSchema>;
const graphSchema = z.object({ '@graph': z.array(z.unknown()) });

export function readPageMetadata(document: Document): Metadata {
  const meta = (...keys: string[]): string | undefined =>
    keys
      .map((key) =>
        document.querySelector(`meta[property="${key}"], meta[name="${key}"], meta[itemprop="${key}"]`),
      )
      .map((element) => element?.getAttribute('content')?.trim())
      .find(Boolean);
  const visible = (selector: string): string | undefined =>
    document.querySelector(selector)?.textContent?.replace(/\s+/gu, ' ').trim() || undefined;
  const ld = readJsonLd(document);
  const date =
    ld?.datePublished ??
    meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    undefined;
  return keepValid({
    title: meta('og:title') ?? ld?.headline ?? visible('h1') ?? visible('title'),
    source: meta('og:site_name') ?? ld?.publisher ?? meta('application-name'),
    author: [ld?.author, meta('author'), meta('article:author'), meta('byl', 'dc.creator')].find(isName),
    date: date === undefined ? undefined : toIsoDate(date),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? ld?.url,
    language: document.documentElement.getAttribute('lang') ?? ld?.inLanguage,
    tags: ld?.keywords ?? meta('news_keywords', 'keywords'),
  });
}

/** Open Graph has the address of the author's profile in the author's place. */
function isName(author: string | undefined): boolean {
  return author !== undefined && author !== '' && !/^https?:/iu.test(author);
}

function readJsonLd(document: Document): NewsArticle | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const candidate of parseJsonLd(script.textContent ?? '')) {
      const { success, data } = newsArticleSchema.safeParse(candidate);
      if (success) return data;
    }
  }
  return undefined;
}

/** Broken JSON-LD is common on pages and no reason to refuse the article: then the page has none. */
function parseJsonLd(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const graph = graphSchema.safeParse(one);
    return graph.success ? graph.data['@graph'] : [one];
  });
}

const isoDate = metadataSchema.shape.date;
const ZONE = /(?:GMT|UTC|[+-]\d{2}:?\d{2})$/u;

/**
 * A date in whatever form the page has it, as ISO 8601; what cannot be read stays and is refused later. Where no time zone
 * is given only the day is kept: any zone would be a guess that can move it to the day before.
 */
function toIsoDate(date: string): string {
  const withColon = date.replace(/([+-]\d{2})(\d{2})$/u, '$1:$2');
  if (isoDate.safeParse(withColon).success) return withColon;
  const day = /^\d{4}-\d{2}-\d{2}(?=[T ])/u.exec(date)?.[0];
  if (day !== undefined) return day;
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return date;
  if (ZONE.test(date)) return time.toISOString();
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
