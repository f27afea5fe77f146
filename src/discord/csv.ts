/** Tables for spreadsheets: CSV as RFC 4180 has it, in which nothing that somebody typed is taken for a formula. */

/** Without it spreadsheets read UTF-8 as something older. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** What makes a spreadsheet calculate; also in full width, and behind blanks, which some of them drop. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

export function toCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(toField).join(',') + LINE_END).join('');
}

/** Every field is quoted. An apostrophe before a formula is what spreadsheets themselves mark a text with. */
function toField(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
