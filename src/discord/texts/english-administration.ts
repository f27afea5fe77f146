/** What those read who look after the bot and its articles, in English. */
import { FILE_REASONS, type FileReasonWords } from '../../articles/file-reason.js';
import { countIn } from './wording.js';

const { count } = countIn('en');

const reasons: FileReasonWords = FILE_REASONS;

export const ENGLISH_ADMINISTRATION = {
  run: {
    files: (total: number) => count(total, { one: '# file', other: '# files' }),
    pace: (passages: string) => `${passages} passages a second`,
    left: (time: string) => `about ${time} left`,
    cancel: 'Cancel',
    cancelled:
      'The re-index was cancelled. The earlier index goes on answering; what was embedded is kept for the next run.',
    notRunning: 'This re-index is no longer under way.',
    administratorsOnly: 'Only administrators of this server can cancel a re-index.',
  },

  gaps: {
    title: 'Questions without a right answer',
    questions: (total: number) => count(total, { one: '# question', other: '# questions' }),
    subjects: (total: number) => count(total, { one: '# subject', other: '# subjects' }),
    newest: (questions: string) => `Only the newest are put together, ${questions}; the file has all.`,
    whoAsked: 'Who asked is not kept.',
    declined: (times: string) => `declined: ${times}`,
    wrong: (times: string) => `marked wrong: ${times}`,
    page: (page: string, pages: string) => `Page ${page} of ${pages}`,
    newer: 'Newer',
    older: 'Older',
    none: 'No question of this server was declined or marked wrong.',
    notKept: 'Questions are not kept in this server; `/settings` can change that.',
    /** Of the table for a spreadsheet. */
    columns: {
      subject: 'subject',
      subjectQuestion: 'subject_question',
      day: 'day',
      reason: 'reason',
      question: 'question',
    },
    reasons: { declined: 'declined', wrong: 'wrong' },
    administratorsOnly: 'Only administrators of this server can see which questions went without an answer.',
  },

  settings: {
    title: 'Settings of this server',
    saved: 'Saved.',
    forgotten: 'Questions that had been kept were deleted.',
    everywhere: 'I answer in every channel.',
    onlyIn: (total: number) =>
      count(total, { one: 'I answer in # channel only.', other: 'I answer in # channels only.' }),
    paused: (channels: string) =>
      `Some channels follow topics although I do not answer there, so nothing is posted in them: ${channels}. \`/unfollow\` works there.`,
    chooseChannels: 'Channels where I answer; none: everywhere',
    allSources: 'All sources are searched.',
    onlySources: (names: string) => `Only these sources are searched: ${names}.`,
    chooseSources: 'Sources that are searched; none: all',
    typeSources: 'Type the names of sources',
    sourceNames: 'Names of sources, one a line; none: all',
    unknownSource: (name: string) => `I have no source named ${name}. Nothing was changed.`,
    privateAnswers: 'Answers are for the asker alone, unless they want otherwise.',
    publicAnswers: 'Answers are for everybody, unless the asker wants otherwise.',
    makePrivate: 'Answer privately',
    makePublic: 'Answer publicly',
    followsUp: 'In threads, a question goes on from the one before.',
    followsNothing: 'In threads, each question is taken for itself.',
    followUp: 'Follow up in threads',
    followNothing: 'Do not follow up in threads',
    ownLanguage: "Each reader's own language",
    languageIs: (name: string) => `Public answers are in this language: ${name}.`,
    ownLanguages: 'Private answers are in the language of the reader, public ones in that of the server.',
    chooseLanguage: 'Language of public answers',
    keeping: {
      off: 'The words of questions are not kept.',
      '30 days': 'The words of questions are kept for 30 days, without who asked.',
      forever:
        'The words of questions are kept for 30 days, those without a right answer for ever; without who asked.',
    },
    keep: {
      off: 'Keep no questions, and delete those kept',
      '30 days': 'Keep questions for 30 days',
      forever: 'Keep questions without a right answer for ever',
    },
    chooseKeeping: 'How long questions are kept',
    managersOnly: 'Only those who may manage this server can see and change its settings.',
    serverOnly: 'Settings belong to a server: this command works in one only.',
  },

  report: {
    reading: 'Reading articles',
    embedding: 'Embedding paragraphs',
    saving: 'Saving the index',
    progress: (done: string, total: string) => `${done} of ${total}`,
    running: 'A re-index is already running. Its own message will tell when it is done.',
    stopped: 'I am stopping, so the re-index was put off. It goes on where it was when I start again.',
    done: 'The index is up to date',
    embedded: (counts: string, chunks: string, seconds: string) =>
      `${counts}; ${chunks} embedded in ${seconds} s`,
    unchanged: (files: string) => `${files} unchanged`,
    failed: 'Failed',
    skipped: 'Skipped',
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    /** Why a file gives no article; see `explainReason`. */
    reasons,
    administratorsOnly: 'Only administrators of this server can have the articles read again.',
    serverOnly: 'This command works in a server only, and for its administrators.',
  },
};

export type AdministrationTexts = typeof ENGLISH_ADMINISTRATION;
