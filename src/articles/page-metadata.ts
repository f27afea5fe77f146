/** What a page says of itself: JSON-LD first, then Open Graph and meta elements, then what is visible. */
import { z } from 'zod';
import { messageOf } from '../errors.js';
import type { Metadata } from './article.js';
import { keepValid } from './metadata.js';

const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const names = z.union([named, z.array(named).transform((list) => list.join(', '))]);

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
    author: ld?.author ?? meta('author', 'article:author', 'byl', 'dc.creator'),
    date: date === undefined ? undefined : toIsoDate(date),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url') ?? ld?.url,
    language: document.documentElement.getAttribute('lang') ?? ld?.inLanguage,
    tags: ld?.keywords ?? meta('news_keywords', 'keywords'),
  });
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
    throw new Error(messageOf(error), { cause: error });
  }
  const graph = graphSchema.safeParse(value);
  if (graph.success) return graph.data['@graph'];
  return Array.isArray(value) ? value : [value];
}

/** A date in whatever form the page has it, as ISO 8601; what cannot be read stays and is refused later. */
function toIsoDate(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(date)) return date;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString();
}
