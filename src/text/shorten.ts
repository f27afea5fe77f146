/** A text for a heading or a list, where only its beginning fits. Never for a passage. */

/** The text on one line; one longer than `limit` (UTF-16 units, at least 1) ends at a word and with "…". */
export function shortenAtWord(text: string, limit: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit - 1);
  // Without a space it is cut anywhere but inside a character.
  const cut = space > 0 ? line.slice(0, space) : line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.replace(/[\s,;:…–—-]+$/u, '')}…`;
}
