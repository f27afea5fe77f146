/** Undoes what is done to article text for Discord: bold marks that are not escaped, then backslashes before a mark. */
export function unescapeMarkdown(shown: string): string {
  return shown.replace(/\\([^0-9A-Za-z\s])|\*\*/gu, (_match, mark: string | undefined) => mark ?? '');
}

/**
 * What Discord would still see as markup in an escaped text: anything that its parser takes for emphasis, code, a spoiler,
 * a link, a mention, a timestamp, a heading or a list. Written from Discord's rules, not from the escaping.
 */
export function findMarkup(escaped: string): string[] {
  // Escaped marks cannot be markup any more; a letter takes their place.
  const rest = escaped.replace(/\\[^0-9A-Za-z\s]/gu, 'x');
  const rules = [
    /[*_~`|]/gu,
    /<(?:@[!&]?|#|a?:\w+:|t:|\/|id:|https?:)/gu,
    /@(?:everyone|here)/gu,
    /\[[^\]]*\]\(/gu,
    /\b(?:https?|discord|steam):\/\/\S/giu,
    /^\s*(?:#{1,3}|-#|>>>|>|[-*+]|\d+[.)])\s/gmu,
  ];
  return rules.flatMap((rule) => rest.match(rule) ?? []);
}
