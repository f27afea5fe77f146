/** Commands in other languages, by Discord's rules for them. */
import { Locale } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.js';
import { COMMAND_DESCRIPTION, COMMAND_NAME } from '../../src/discord/limits.js';
import { localizedPayloads } from '../../src/discord/localize-command.js';
import { COMMAND_TEXTS, type CommandText } from '../../src/discord/texts/command-texts.js';

const LOCALES = Object.keys(COMMAND_TEXTS);
/** Discord's pattern for names of slash commands and options. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const localizations = z.record(z.string(), z.string());

/** A command, subcommand, option or choice of what Discord is told. */
const named = z.object({
  type: z.number().optional(),
  name: z.string(),
  name_localizations: localizations,
  description: z.string().optional(),
  description_localizations: localizations.optional(),
  get options() {
    return z.array(named).optional();
  },
  get choices() {
    return z.array(named).optional();
  },
});
type Named = z.infer<typeof named>;

const payloads = z.array(named).parse(localizedPayloads(commands));
const CHAT = 1;
const slash = payloads.filter(({ type }) => type === CHAT);

function flatten(entries: readonly Named[]): Named[] {
  return entries.flatMap((one) => [one, ...flatten(one.options ?? []), ...flatten(one.choices ?? [])]);
}

/** Lists whose names must differ from each other: the commands, and the options of each. */
function siblings(entries: readonly Named[]): (readonly Named[])[] {
  return [entries, ...entries.flatMap(({ options = [] }) => siblings(options))];
}

test('the languages are some that Discord shows commands in', () => {
  expect(Object.values(Locale)).toEqual(expect.arrayContaining(LOCALES));
});

describe.each(LOCALES)('in "%s"', (locale) => {
  test('every command and option has a name and, unlike those in menus, a description', () => {
    for (const { name, name_localizations } of flatten(payloads)) {
      expect(name_localizations[locale]?.trim(), name).toMatch(/./u);
    }
    for (const { name, description, description_localizations } of flatten(slash)) {
      if (description === undefined) continue;
      expect(description_localizations?.[locale], name).toMatch(/.{10,}/u);
    }
  });

  test('names and descriptions keep to their lengths, and names of slash commands to their letters', () => {
    for (const { name_localizations, description_localizations } of flatten(payloads)) {
      expect(name_localizations[locale]?.length).toBeLessThanOrEqual(COMMAND_NAME);
      expect(description_localizations?.[locale]?.length ?? 0).toBeLessThanOrEqual(COMMAND_DESCRIPTION);
    }
    for (const { name_localizations } of siblings(slash).flat()) {
      expect(name_localizations[locale]).toMatch(NAME);
      expect(name_localizations[locale]).toBe(name_localizations[locale]?.toLowerCase());
    }
  });

  test('no two names are the same', () => {
    for (const list of siblings(slash)) {
      const names = list.map(({ name_localizations }) => name_localizations[locale]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

test('no translation is left of a command or option that is gone', () => {
  const known = (entries: readonly Named[], path = ''): string[] =>
    entries.flatMap(({ name, options = [] }) => [`${path}/${name}`, ...known(options, `${path}/${name}`)]);
  const translated = (texts: Readonly<Record<string, CommandText>>, path = ''): string[] =>
    Object.entries(texts).flatMap(([name, { options = {} }]) => [
      `${path}/${name}`,
      ...translated(options, `${path}/${name}`),
    ]);
  for (const texts of Object.values(COMMAND_TEXTS)) {
    expect(translated(texts).toSorted()).toEqual(known(payloads).toSorted());
  }
});
