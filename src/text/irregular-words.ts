/**
 * Forms that no rule of endings leads back to their word: "shot" is of "shoot" and "women" of "woman". Whoever asks where
 * something was shot down means the article about its shooting.
 *
 * Left out are forms that are mostly other words ("ground", "bore", "wound") and those that are the same as their word ("cut").
 */

/** A word a line, with its forms behind it. */
const FORMS = `
  arise arose arisen
  awake awoke
  beat beaten
  become became
  begin began begun
  bend bent
  bite bitten
  blow blew blown
  break broke broken
  bring brought
  build built
  burn burnt
  buy bought
  catch caught
  child children
  choose chose chosen
  come came
  creep crept
  deal dealt
  dig dug
  draw drew drawn
  dream dreamt
  drink drank drunk
  drive drove driven
  eat ate eaten
  fall fell fallen
  feed fed
  feel felt
  fight fought
  find found
  flee fled
  fly flew flown
  foot feet
  forbid forbade forbidden
  forget forgot forgotten
  forgive forgave forgiven
  freeze froze frozen
  get got gotten
  give gave given
  go went gone
  grow grew grown
  hang hung
  hear heard
  hide hid hidden
  hold held
  keep kept
  kneel knelt
  know knew known
  lay laid
  lead led
  learn learnt
  leave left
  lend lent
  life lives
  lose lost
  make made
  man men
  mean meant
  meet met
  mouse mice
  overcome overcame
  overthrow overthrew overthrown
  pay paid
  ride rode ridden
  ring rang rung
  rise rose risen
  run ran
  see saw seen
  seek sought
  sell sold
  send sent
  shake shook shaken
  shoot shot
  shrink shrank shrunk
  sing sang sung
  sink sank sunk
  sit sat
  sleep slept
  slide slid
  speak spoke spoken
  spend spent
  spring sprang sprung
  stand stood
  steal stole stolen
  stick stuck
  strike struck stricken
  swear swore sworn
  sweep swept
  swim swam swum
  swing swung
  take took taken
  teach taught
  tear tore torn
  think thought
  throw threw thrown
  tooth teeth
  undergo underwent undergone
  understand understood
  wake woke woken
  wear wore worn
  weep wept
  wife wives
  win won
  withdraw withdrew withdrawn
  woman women
  write wrote written`;

const WORDS: ReadonlyMap<string, string> = new Map(
  FORMS.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', ...forms] = line.trim().split(' ');
      return forms.map((form) => [form, word] as const);
    }),
);

/** The word that a folded form is of; most are of themselves. */
export function wordOfForm(folded: string): string {
  return WORDS.get(folded) ?? folded;
}
