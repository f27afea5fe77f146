/** The settings of a server as a message: what holds in words, and the controls that change it. */
import { hashOf } from '../text/hash.js';
import { shortenAtWord } from '../text/shorten.js';
import { KEEP_QUESTIONS } from '../state/retention.js';
import type { ServerSettings } from '../state/settings.js';
import { writeComponentId } from './component-id.js';
import { buttonRows, channelRow, selectRow, type Button } from './controls.js';
import { SELECT_OPTIONS, SELECT_TEXT } from './limits.js';
import { escapeLine } from './markdown.js';
import { frame, words, type Part, type Reply } from './reply.js';
import { renderChannels } from './server-rules.js';
import type { Texts } from './texts/english.js';
import { CATALOGUES } from './texts/texts-for.js';

export interface ShownSettings {
  readonly settings: ServerSettings;
  /** Names of all sources that can be chosen. */
  readonly sources: readonly string[];
  /** Channels that follow topics, and where nothing is posted since the bot does not answer there. */
  readonly paused: readonly string[];
  /** What has just been done. */
  readonly notes: readonly string[];
}

/** The choice of no language for all. */
export const OWN_LANGUAGE = 'own';

/** Names of sources that are told; the others are counted. */
const SOURCES_NAMED = 10;
const LONGEST_NAME = 80;
const HASH_DIGITS = 12;

export function renderSettings(texts: Texts, shown: ShownSettings): Reply {
  const { settings, notes } = shown;
  const { title } = texts.settings;
  return frame([
    words([`### ${title}`, ...(notes.length > 0 ? [`**${notes.join(' ')}**`] : [])].join('\n')),
    ...renderWhere(texts, shown),
    ...renderSources(texts, shown),
    ...renderLanguage(texts, settings),
    ...renderKeeping(texts, settings),
    ...renderSwitches(texts, settings),
  ]);
}

/** A name may be longer than what a select can carry. */
export function sourceKey(name: string): string {
  return hashOf(name).slice(0, HASH_DIGITS);
}

function renderWhere(texts: Texts, { settings: { channels }, paused }: ShownSettings): Part[] {
  const told = texts.settings;
  const where = [
    channels.length === 0 ? told.everywhere : told.onlyIn(channels.length),
    ...(paused.length > 0 ? [told.paused(renderChannels(texts, paused))] : []),
  ];
  const select = { id: idOf('set-channels'), chosen: channels, placeholder: told.chooseChannels };
  return [words(where.join('\n')), channelRow(select)];
}

/** Beyond the 25 names of a select they are typed; of those that are offered, the chosen ones come first. */
function renderSources(texts: Texts, { settings: { sources: chosen }, sources }: ShownSettings): Part[] {
  const told = texts.settings;
  const offered = [...new Set([...chosen, ...sources])];
  const select = selectRow({
    id: idOf('set-sources'),
    placeholder: told.chooseSources,
    least: 0,
    most: SELECT_OPTIONS,
    options: offered.map((name) => ({
      label: shortenAtWord(name, SELECT_TEXT) || '…',
      value: sourceKey(name),
      isChosen: chosen.includes(name),
    })),
  });
  const type = { id: idOf('type-sources'), label: told.typeSources };
  return [
    words(chosen.length === 0 ? told.allSources : told.onlySources(renderNames(texts, chosen))),
    // A select that does not hold all that is chosen would drop the others.
    ...(offered.length > 0 && chosen.length <= SELECT_OPTIONS ? [select] : []),
    ...buttonRows(offered.length > SELECT_OPTIONS ? [type] : []),
  ];
}

function renderNames({ isolate, articles, general }: Texts, names: readonly string[]): string {
  const told = names
    .slice(0, SOURCES_NAMED)
    .map((name) => isolate(escapeLine(shortenAtWord(name, LONGEST_NAME))));
  const rest = names.length - told.length;
  return articles.list([...told, ...(rest > 0 ? [general.andMore(rest)] : [])]);
}

/** Languages are called what they call themselves. */
function renderLanguage({ isolate, settings: told }: Texts, { language }: ServerSettings): Part[] {
  const own = { label: told.ownLanguage, value: OWN_LANGUAGE, isChosen: language === undefined };
  const languages = Object.keys(CATALOGUES).map((tag) => ({
    label: nameOf(tag),
    value: tag,
    isChosen: tag === language,
  }));
  const select = { id: idOf('set-language'), placeholder: told.chooseLanguage, options: [own, ...languages] };
  const holds = language === undefined ? told.ownLanguages : told.languageIs(isolate(nameOf(language)));
  return [words(holds), selectRow(select)];
}

function renderKeeping({ settings: told }: Texts, { keepQuestions }: ServerSettings): Part[] {
  const options = KEEP_QUESTIONS.map((value) => ({
    label: told.keep[value],
    value,
    isChosen: value === keepQuestions,
  }));
  return [
    words(told.keeping[keepQuestions]),
    selectRow({ id: idOf('set-keeping'), placeholder: told.chooseKeeping, options }),
  ];
}

/** A button says what it makes of the setting, not what it is: pressed twice it does the same. */
function renderSwitches(
  { settings: told }: Texts,
  { isPrivateByDefault, followUpInThreads }: ServerSettings,
): Part[] {
  const holds = [
    isPrivateByDefault ? told.privateAnswers : told.publicAnswers,
    followUpInThreads ? told.followsUp : told.followsNothing,
  ];
  const buttons: Button[] = [
    isPrivateByDefault
      ? { id: idOf('set-private', 'off'), label: told.makePublic }
      : { id: idOf('set-private', 'on'), label: told.makePrivate },
    followUpInThreads
      ? { id: idOf('set-follow-up', 'off'), label: told.followNothing }
      : { id: idOf('set-follow-up', 'on'), label: told.followUp },
  ];
  return [words(holds.join('\n')), ...buttonRows(buttons)];
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}

function idOf(kind: string, ...args: string[]): string {
  return writeComponentId({ kind, version: 1, args });
}
