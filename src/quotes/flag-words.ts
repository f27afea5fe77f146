/**
 * Words whose change reverses or moves what is said. Put together by hand from English grammars and the news sets that
 * quotations are measured on; other languages have no flags. Keys as `wordKey` makes them: lower case, no apostrophes.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

export const NEGATORS = words(
  'not no never none nobody nothing nowhere neither nor without hardly barely scarcely cannot noone',
);

export const MODALS = words('will would shall should can could may might must ought');

/** Contractions, with the words they stand for. */
export const CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ...negated('do does did is are was were has have had would should could must might need'),
    wont: ['will', 'not'],
    cant: ['can', 'not'],
    cannot: ['can', 'not'],
    shant: ['shall', 'not'],
    aint: ['is', 'not'],
    ...withEnding('i you he she it we they that there', 'll', 'will'),
    ...withEnding('i you we they', 've', 'have'),
    ...withEnding('you we they', 're', 'are'),
    im: ['i', 'am'],
  }),
);

function negated(list: string): Record<string, string[]> {
  return Object.fromEntries(list.split(' ').map((word) => [`${word}nt`, [word, 'not']]));
}

/** With and without the apostrophe: `wordKey` keeps it where the word would be another one without. */
function withEnding(list: string, ending: string, meaning: string): Record<string, string[]> {
  const entries = list.split(' ').flatMap((word) => [
    [`${word}'${ending}`, [word, meaning]],
    [`${word}${ending}`, [word, meaning]],
  ]);
  const mistaken = words('ill well hell shell were');
  return Object.fromEntries(entries.filter(([key]) => !mistaken.has(String(key))));
}

/** The value of a number word; a dozen is no round number. */
export const NUMBERS: ReadonlyMap<string, string> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, String(value)] as const)
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, at) => [word, String(20 + 10 * at)] as const),
      'first second third fourth fifth sixth seventh eighth ninth tenth'
        .split(' ')
        .map((word, at) => [word, `${at + 1}.`] as const),
      'half third quarter twice double triple dozen dozens hundred hundreds thousand thousands million millions billion billions trillion trillions'
        .split(' ')
        .map((word) => [word, word.replace(/s$/u, '')] as const),
    ),
);

/** Whom a pronoun may mean: "she" for "he" is somebody else. */
export const PERSONS: ReadonlyMap<string, string> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'he'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'she'] as const),
]);

export const DATES = words(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sept sep oct nov dec
  monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight`);
/** Also ordinary words: dates only where they stand with a capital. */
export const AMBIGUOUS_DATES = words('march may mar jan jun dec');

/** Each unit under its own name. */
export const UNITS: ReadonlyMap<string, string> = new Map(
  [
    '% percent pct',
    '$ dollar dollars usd',
    'cent cents',
    '€ euro euros eur',
    '£ pound pounds gbp',
    '¥ yen',
    'yuan renminbi',
    'rouble roubles ruble rubles',
    'rupee rupees',
    'franc francs',
    'peso pesos',
    'km kilometre kilometres kilometer kilometers',
    'mile miles',
    'metre metres meter meters',
    'foot feet ft',
    'inch inches',
    'yard yards',
    'cm centimetre centimetres centimeter centimeters',
    'kg kilo kilos kilogram kilograms',
    'lb lbs',
    'ounce ounces oz',
    'ton tons',
    'tonne tonnes',
    'litre litres liter liters',
    'gallon gallons',
    'barrel barrels',
    'second seconds',
    'minute minutes',
    'hour hours',
    'day days',
    'week weeks',
    'month months',
    'year years',
    'decade decades',
    'century centuries',
    'degree degrees',
    'acre acres',
    'hectare hectares',
    'celsius',
    'fahrenheit',
    'kilowatt kilowatts',
    'megawatt megawatts',
    'knot knots',
    'mph',
    'kph',
  ].flatMap((line) => line.split(' ').map((word) => [word, line.split(' ')[0] ?? ''] as const)),
);
/** Ordinary words as well: units only beside a number. */
export const AMBIGUOUS_UNITS = words('second seconds pound pounds foot feet yard yards knot degree degrees');

/** Pairs of opposites; the forms of regular verbs and adjectives are found by their stems. */
const OPPOSITES = `
  accept reject/refuse/decline, accuse defend, advance retreat, agree disagree/deny, allow ban/forbid/prohibit/prevent,
  alive dead, all none/some/few, always never/rarely/sometimes, ancient modern, approve reject/oppose, arrive leave/depart,
  attack defend, backward forward, bad good, before after, begin end/finish/stop, start stop/end/finish, best worst, better worse,
  big small/little, large small, high low, higher lower, borrow lend, both neither, bottom top, boom bust, brave cowardly, bring take,
  broad narrow, build destroy, buy sell, bought sold, calm nervous/angry, cheap expensive, clean dirty, clear unclear/vague, close open,
  closed open, cold hot/warm, condemn praise, confirm deny, death birth, allowed forbidden/banned, connect separate, create destroy, cut raise, dark light/bright, day night,
  decline rise/grow, decrease increase, deep shallow, defeat victory, demand supply, difficult easy, hard easy/soft, down up, dry wet,
  early late, earlier later, east west, eastern western, empty full, enemy friend/ally, enter leave, everybody nobody, everyone nobody,
  everything nothing, exclude include, exit enter, expand shrink, export import, fail succeed, failure success, fall rise, fell rose,
  false true, far near, fast slow, few many, fewer more, less more, final initial, find lose, first last, follow lead, forget remember,
  free captive, friendly hostile, gain loss/lose, generous mean, give take, gave took, guilty innocent, happy sad/unhappy, hate love, healthy sick,
  heavy light, help hinder/hurt, hire fire, hope fear, hopeful hopeless, huge tiny, improve worsen, in out, inside outside, join leave/quit,
  keep lose, last first, laugh cry, least most, left right, legal illegal, liberal conservative, likely unlikely, long short, loose tight,
  lose win, lost won, loser winner, loud quiet, lower raise, major minor, majority minority, male female, man woman, men women, maximum minimum,
  negative positive, new old, north south, northern southern, often rarely/seldom, old young/new, on off, optimistic pessimistic,
  over under, above below, pass fail, past future, peace war, peaceful violent, permanent temporary, poor rich, possible impossible,
  powerful weak, strong weak, strength weakness, stronger weaker, strengthen weaken, private public, profit loss, protect threaten,
  prove disprove, pull push, quick slow, reduce increase, release arrest, relevant irrelevant, responsible irresponsible, right wrong,
  rise fall/drop, rising falling, risen fallen, rose dropped, rough smooth, safe dangerous/unsafe, same different, save spend/waste, secure insecure,
  send receive, sharp dull, simple complex/complicated, support oppose, supporter opponent, survive die, teacher student, thick thin, tough gentle,
  trust distrust, urban rural, victim attacker, visible invisible, voluntary forced, welcome unwelcome, wide narrow, willing unwilling,
  winner loser, with without, yes no, yesterday tomorrow, for against, proud ashamed, honest dishonest, fair unfair, able unable, deny admit,
  denied admitted, encourage discourage, maintain abandon, continue stop, domestic foreign, democrat republican, democratic republican`;

/** Keys of `one other`, both ways. */
export const OPPOSITE_PAIRS: ReadonlySet<string> = new Set(
  OPPOSITES.split(',').flatMap((pair) => {
    const [one = '', others = ''] = pair.trim().split(/\s+/u);
    return others.split('/').flatMap((other) => [`${one} ${other}`, `${other} ${one}`]);
  }),
);
