/** What confidences are worth: of the questions with one of about .7, how many are answerable? As a table and as a drawing. */

export interface Judged {
  readonly confidence: number;
  /** Whether the question is answerable. */
  readonly isTrue: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export interface Bin {
  readonly questions: number;
  /** Mean of the confidences. */
  readonly confidence: number;
  /** Share of the answerable ones. */
  readonly answerable: number;
}

const BINS = 10;

/** Bins of equal width, those without a question left out. */
export function groupByConfidence(list: readonly Judged[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) =>
    list.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin),
  )
    .filter((own) => own.length > 0)
    .map((own) => ({
      questions: own.length,
      confidence: weigh(own, ({ confidence }) => confidence),
      answerable: weigh(own, ({ isTrue }) => Number(isTrue)),
    }));
}

function weigh(list: readonly Judged[], valueOf: (one: Judged) => number): number {
  const whole = list.reduce((sum, { weight }) => sum + weight, 0);
  return list.reduce((sum, one) => sum + one.weight * valueOf(one), 0) / whole;
}

export interface Series {
  readonly name: string;
  readonly bins: readonly Bin[];
}

const SIZE = 400;
const MARGIN = 48;
const COLOURS = ['#2563eb', '#d97706'];

/** An SVG: a point a bin, the larger the more questions; on the dashed line a confidence is worth what it says. */
export function drawReliability(series: readonly Series[]): string {
  const total = SIZE + 2 * MARGIN;
  const axis = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    text(place(value), SIZE + MARGIN + 18, 'middle', String(value)),
    text(MARGIN - 8, SIZE + 2 * MARGIN - place(value) + 4, 'end', String(value)),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total} ${total}" width="${total}" height="${total}" font-family="sans-serif" font-size="12">`,
    `<title>Confidence and share of answerable questions</title>`,
    `<rect width="${total}" height="${total}" fill="#fff"/>`,
    `<rect x="${MARGIN}" y="${MARGIN}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#999"/>`,
    `<path d="M${MARGIN} ${SIZE + MARGIN}L${SIZE + MARGIN} ${MARGIN}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...axis,
    text(total / 2, total - 10, 'middle', 'confidence'),
    text(MARGIN, MARGIN - 28, 'start', 'share of answerable questions'),
    ...series.flatMap((one, at) => drawSeries(one, at)),
    '</svg>\n',
  ].join('\n');
}

function drawSeries({ name, bins }: Series, at: number): string[] {
  const colour = COLOURS[at % COLOURS.length];
  const points = bins.map(({ confidence, answerable, questions }) => ({
    x: place(confidence),
    y: SIZE + 2 * MARGIN - place(answerable),
    radius: 2 + Math.sqrt(questions) / 3,
  }));
  const path = points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L');
  return [
    `<path d="M${path}" fill="none" stroke="${colour}"/>`,
    ...points.map(
      ({ x, y, radius }) =>
        `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${colour}" fill-opacity=".7"/>`,
    ),
    `<circle cx="${MARGIN + 14}" cy="${MARGIN + 16 + 18 * at}" r="4" fill="${colour}"/>`,
    text(MARGIN + 24, MARGIN + 20 + 18 * at, 'start', name),
  ];
}

function text(x: number, y: number, anchor: string, words: string): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="#333">${words}</text>`;
}

/** Where a share is drawn, from the left. */
function place(share: number): number {
  return MARGIN + share * SIZE;
}

function round(value: number): string {
  return String(Number(value.toFixed(1)));
}
