/**
 * Everything a person reads from the bot in Discord, in English; the other catalogues have the same entries. Arguments are
 * rendered already: escaped, in bold where they are, isolated where the language runs the other way.
 */
import { FLAG_LABELS } from '../../answers/flag-labels.js';
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import { ENGLISH_ADMINISTRATION } from './english-administration.js';
import { asItIs, countIn } from './wording.js';

const { number, count, duration, languageName } = countIn('en');

export const ENGLISH = {
  ...ENGLISH_ADMINISTRATION,
  number,
  /** Of so many seconds. */
  duration,
  /** Of a language that is named as in BCP 47. */
  languageName,
  /** Keeps a foreign piece of a line apart from the line. */
  isolate: asItIs,
  quoted: (words: string) => `“${words}”`,

  general: {
    outdated: 'This belongs to an earlier version of me and does nothing any more. Please ask again.',
    messageGone: 'The message that this belongs to is gone. Please ask again.',
    unknownCommand: 'I no longer have this command. Discord will forget it in a moment.',
    stopping: 'I am being restarted. Please ask again in a minute.',
    howToAsk: 'Ask me something about the articles, or use `/ask` and `/source`.',
    /** @param when - as "in 5 seconds", in Discord's own form. */
    tooSoon: (when: string) => `That was a lot of questions in a short time. Please ask again ${when}.`,
    failed: (reference: string) =>
      `That did not work. If it happens again, tell an administrator this number: ${reference}`,
    notReady: 'I am still reading the articles for the first time. Please ask again in a minute.',
    unknownArticle: 'I have no such article. Choose one from the list that appears while you type its title.',
    notADate: (option: string) =>
      `"${option}" must be a day, a month or a year, such as 2023-02-17, 2023-02 or 2023.`,
    /** Names of the options for a time. */
    dateOptions: { since: 'since', before: 'before' },
    andMore: (rest: number) => `… and ${rest} more`,
    elsewhere: (channels: string) => `In this server I answer in ${channels}.`,
  },

  answer: {
    declined: 'I found nothing in the articles that answers this.',
    noArticle: 'No article is from this source and time.',
    otherLanguage: (asked: string, known: string) =>
      `Your question seems to be in ${asked}. The articles are in ${known}: please ask in that language.`,
    nearest: 'This passage is the closest one; it may not answer the question.',
    context: 'The words stand in the paragraph in bold; around it is what comes before and behind.',
    changed: 'This passage is no longer there: its article was changed or removed. Please ask again.',
    showNearest: 'Show the closest passage',
    showContext: 'Show the context',
  },

  reader: {
    nothing: 'I found nothing in the articles about this.',
    newestFirst: 'These articles speak to the same question; the newest comes first.',
    receipt: (id: string) => `Answer ${id}: \`/why\` tells how it was found`,
    question: (words: string) => `Question: ${words}`,
    gone: 'I no longer know this answer. Please ask again.',
    context: 'Context',
    before: 'Before',
    behind: 'After',
    passage: (place: string) => `Passage ${place}`,
    around: 'The passage is in bold; around it is what comes before and behind.',
    further: 'From the same article, further back or further on.',
    more: 'More passages',
    cameNext: 'These passages came next; they may not answer the question.',
    closest: 'These passages are the closest ones; they may not answer the question.',
    noMore: 'There is nothing more to show.',
    someChanged: 'Passages whose articles were changed meanwhile are left out.',
    previous: 'Previous',
    next: 'Next',
    share: 'Share',
    shared: 'Shared',
    sharedBy: (name: string) => `Shared by ${name}`,
    dismiss: 'Dismiss',
    mayNotDismiss: 'Only the person who asked, or a moderator, can dismiss this answer.',
    right: 'Right',
    wrong: 'Wrong',
    counted: 'Thank you. Your vote was counted.',
    reported: 'Thank you. Your vote was counted, and the question is kept for the editors; who asked is not.',
    voteChanged: 'Your vote was changed.',
    sameVote: 'You have said so before. It counts once.',
    about: 'Ask about this article',
    yourQuestion: 'Your question',
  },

  why: {
    title: (id: string) => `How answer ${id} was found`,
    unknown: 'I know no answer with this id here.',
    answered: 'Answered with passages.',
    closest: 'Declined: the closest passages may be about it, and are behind a button.',
    nothing: 'Declined: no passage is even close.',
    timeline: 'Shown as a timeline: of each day the best passage on the topic, and of that one sentence.',
    evidence: (found: string, needed: string) =>
      `What speaks for an answer came to ${found}. For a question of this length and so many paragraphs, ${needed} is needed.`,
    noEvidence:
      'There was nothing to look up: no word to search for, no article to search, or another language than theirs.',
    confidence: (confidence: string, least: string) =>
      `Confidence ${confidence}, from 0 to 1; passages are shown from ${least} on.`,
    madeFrom: (generation: string, model: string) => `Index generation ${generation}, model ${model}`,
    asked: (when: string) => `Asked ${when}`,
    votes: (right: string, wrong: string) => `Voted right: ${right}, wrong: ${wrong}`,
    shown: 'Shown',
    cameNext: 'Came next',
    nearest: 'Closest',
    score: (score: string) => `score ${score}`,
    changed: 'a passage that was changed or removed since',
    scores: 'Scores compare passages of one question only.',
  },

  passage: {
    tooLong: 'This sentence is longer than a Discord message can hold. Open the article to read it.',
    read: 'Read the article',
    alsoIn: 'Also in:',
    more: (rest: number) => `${rest} more`,
  },

  articles: {
    articles: (total: number) => count(total, { one: '# article', other: '# articles' }),
    paragraphs: (total: number) => count(total, { one: '# paragraph', other: '# paragraphs' }),
    words: (total: number) => count(total, { one: '# word', other: '# words' }),
    list: (pieces: readonly string[]) => pieces.join(', '),
    sources: 'Sources',
    newest: 'Newest',
    language: 'Language:',
    tags: 'Tags',
    related: 'Related, as named by the article',
  },

  cite: {
    whatToName:
      'Name an article and the number of a paragraph, or give a permanent id such as `visit ¶7 · 1a2b3c4d`.',
    noPermalink: 'This is no permanent id. One looks like this: `visit ¶7 · 1a2b3c4d`.',
    noSuchParagraph: (paragraphs: string) =>
      `There is no such paragraph. This article has ${paragraphs}, counted from 1.`,
    permalink: 'Permanent id:',
    unchanged: 'The words are the same as when they were cited.',
    amended: 'This paragraph has changed since it was cited.',
    shownOtherwise: 'This paragraph has changed: it was shown with other words before.',
    moved: (place: string) => `The words are the same; they stood at ${place} when they were cited.`,
    onlyMarks: 'The words are the same; only marks or spaces differ.',
    vanished: 'What was cited no longer stands in the article. These were its words:',
    articleGone: 'The article is not among those that I search any more. These were its words:',
    lost: 'The article has changed since. What was cited is not kept here; only the words of now are known.',
    lostWithPlace: (paragraphs: string) =>
      `The article has changed since: it has ${paragraphs} now, and not this one. What was cited is not kept here.`,
    before: 'Before',
    now: 'Now',
    legend: 'Struck out: words that are gone. Bold: words that are new.',
    inFile: 'There are more words than a Discord message can hold; all of them are in the file.',
  },

  timeline: {
    title: (topic: string) => `Timeline: ${topic}`,
    declined: 'I found no article with a date on this topic.',
    undated: (articles: string) => `On the topic, but without a date: ${articles}`,
    leftOut: (days: string) => `Days left out: ${days}`,
    page: (page: string, pages: string) => `Page ${page} of ${pages}`,
    changed: 'This sentence is no longer there: its article was changed or removed.',
    gone: 'This timeline is no longer kept. Please ask for it again.',
    earlier: 'Earlier days',
    later: 'Later days',
  },

  quotation: {
    noWords: 'There is no letter and no digit in this, so there is nothing to look up.',
    verdicts: VERDICT_LABELS,
    flags: FLAG_LABELS,
    marked: 'The words stand in this order; an ellipsis or brackets mark what differs.',
    paraphrase: 'No article has these words. This passage may say the same: please compare.',
    partParaphrase:
      'No article has these words. This passage may be about the same, but one of the two seems to say more: please compare.',
    leavesOutOrAdds:
      'It seems to leave out something that the article says, or to add something: please compare.',
    onOneSide: 'On one side only:',
    onlyQuoted: (quoted: string) => `only in the quotation: ${quoted}`,
    onlyOriginal: (original: string) => `only in the article: ${original}`,
    notFound: 'No indexed article has these words.',
    lookTwice: 'To look at twice:',
    differences: 'Differences:',
    legend: 'Struck out: as quoted. Bold: what the article has.',
    replaced: (quoted: string, original: string) => `${quoted} for ${original}`,
    changed: (quoted: string, original: string) => `quoted ${quoted}, the article has ${original}`,
    added: (quoted: string) => `quoted ${quoted}, which the article does not have here`,
    leftOut: (original: string) => `left out: the article has ${original}`,
    standsFor: (quoted: string, original: string) => `${quoted} stands for ${original}`,
    putIn: (quoted: string) => `put in by whoever quotes: ${quoted}`,
    putInFor: (quoted: string, original: string) =>
      `put in by whoever quotes: ${quoted}, where the article has ${original}`,
  },

  speaker: {
    saidBy: (name: string) => `Said by ${name}`,
    probablySaidBy: (name: string) => `Probably said by ${name}`,
    namedHere: 'Named here:',
    notQuoted: "Not between quotation marks in the article: these are the reporter's words.",
    nested: 'A quotation inside a quotation: the speaker repeats what somebody else said.',
  },

  watch: {
    amended: 'Source amended',
    restored: 'Source amended, and back to the words that were shown here',
    checkedBefore: 'Checked against the words as they were shown here, before they changed:',
    noticed: (when: string) => `Noticed on ${when}`,
    wordsShown: 'As shown here before; struck out is what has changed:',
    wordsNow: 'As the article has it now; in bold is what is new:',
    marksOnly: 'The words are the same; only punctuation or capital letters have changed.',
    vanished: 'The article no longer has this passage:',
    articleGone: 'This article is no longer in the collection. What it had:',
  },

  follows: {
    newOn: (topic: string) => `New on ${topic}`,
    moreToday: (rest: number) =>
      `${count(rest, { one: 'One more passage is', other: '# more passages are' })} new: ask for them.`,
    followed: (topic: string) =>
      `This channel now follows ${topic}. New passages on it are posted here, at most five a day.`,
    known: (total: number) =>
      `${count(total, { one: '# passage is', other: '# passages are' })} there already and will not be posted.`,
    already: (topic: string) => `This channel follows ${topic} already.`,
    full: (limit: number) =>
      `This channel follows ${number(limit)} topics, which is as many as it can. Drop one first, with \`/unfollow\`.`,
    list: 'This channel follows:',
    nothing: 'This channel follows no topic yet. Name one: `/follow topic`.',
    unfollowed: (topic: string) => `This channel no longer follows ${topic}.`,
    unknown: 'This channel does not follow that. Choose from the list that appears while you type.',
    managersOnly: 'Only people who may manage this channel or this server decide what it follows.',
    serverOnly: 'Topics are followed in the channels of a server; here it is not possible.',
    closed: 'I may not write in this channel. Let me see it and send messages in it, then try again.',
  },
};

/** A catalogue: all that the bot says, in one language. */
export type Texts = typeof ENGLISH;
