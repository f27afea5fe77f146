/** A text for a heading or a list, where only its beginning fits. Never for a passage. */

/** The text on one line; one longer than `limit` (UTF-16 units) ends at a word and with "…". */
export function shortenAtWord(text: string, limit: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  // Half a character may stand at the end where there is no space to cut at.
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\p{Cs}\s,;:–—-]+$/u, '')}…`;
}
