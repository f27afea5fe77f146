/**
 * Why a file gives no article, as data: rooms that speak other languages have words of their own for it. "{0}" stands for
 * the first value. What parsers of other people say in English stays as they say it.
 */
import { z } from 'zod';

export const FILE_REASONS = {
  empty: 'empty',
  binary: 'holds binary data, not text',
  noWord: 'holds no word',
  noParagraph: 'holds no paragraph of text',
  utf16: 'not UTF-8 but UTF-16; save it as UTF-8',
  notUtf8: 'not UTF-8: there is an invalid byte in line {0}; save it as UTF-8',
  tooLarge: 'too large: {0}, and at most {1} are read',
  longLine: 'line {0} has more than {1} characters: not an article',
  manyElements: 'has more than {0} elements: not an article',
  otherEnding: 'not an article: its name does not end in {0}',
  folderNamedSo: 'a folder, although it is named like an article; what is in it is read',
  noArticleBeside: 'there is no article of this name beside it',
  sameName: 'has the same name as {0}; rename one of them',
  nameNotUtf8: 'its name is not UTF-8; rename it',
  linkOutside: 'the link leads out of the articles folder, and is not followed',
  linkKnown: 'a link to something that is read anyway',
  linkNowhere: 'the link leads nowhere',
  linkCircle: 'the link leads back to itself',
  noFile: 'neither a file nor a folder',
  vanished: 'vanished while it was being read',
  forbidden: 'may not be read by this program (permission denied)',
  longPath: 'its path is too long',
  becameLink: 'became a link while it was being read',
  becameFolder: 'became a folder while it was being read',
  folderVanished: 'its folder vanished while it was being read',
  manyOpen: 'too many files are open',
  disk: 'the disk could not read it',
  unreadable: 'could not be read ({0})',
  folder: 'the folder {0}',
  notUnderstood: 'could not be understood ({0})',
  notEmbedded: 'could not be embedded ({0})',
  frontMatter: 'front matter',
  noEnd: 'no line "---" ends it',
  noPairs: 'must be a list of "key: value" lines',
  unknownKey: 'unknown key {0} (known: {1})',
  badDate: 'date: must be a date such as 2023-02-17, or a time such as 2023-02-17T09:30:00Z',
  badUrl: 'url: must be a whole address that begins with http:// or https://',
  within: '{0}: {1}',
  withinLine: '{0}, line {1}: {2}',
  both: '{0}; {1}',
} as const;

export type FileReasonCode = keyof typeof FILE_REASONS;
export type FileReasonWords = Readonly<Record<FileReasonCode, string>>;

export interface FileReason {
  readonly code: FileReasonCode;
  /** Texts and numbers, or reasons inside this one. */
  readonly values: readonly (string | FileReason)[];
}

/** A reason that comes out of another thread. */
export const fileReasonSchema: z.ZodType<FileReason> = z.lazy(() =>
  z.object({ code: codeSchema, values: z.array(z.string().or(fileReasonSchema)) }),
);

const codeSchema = z.custom<FileReasonCode>(
  (value) => typeof value === 'string' && Object.hasOwn(FILE_REASONS, value),
);

export function because(code: FileReasonCode, ...values: FileReason['values']): FileReason {
  return { code, values };
}

/** @param show - how a value that is no word of ours is written. */
export function explainReason(
  { code, values }: FileReason,
  words: FileReasonWords = FILE_REASONS,
  show: (value: string) => string = (value) => value,
): string {
  return words[code].replaceAll(/\{(\d)\}/gu, (_mark, at: string) => {
    const value = values[Number(at)] ?? '';
    return typeof value === 'string' ? show(value) : explainReason(value, words, show);
  });
}
