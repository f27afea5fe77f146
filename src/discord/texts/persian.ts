/** What the bot says, in Persian. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { countIn, isolate } from './wording.js';

const { number, count } = countIn('fa');

export const PERSIAN: Texts = {
  number,
  isolate,
  quoted: (words) => `«${words}»`,

  general: {
    outdated: 'این به نسخهٔ پیشین من مربوط است و دیگر کاری نمی‌کند. لطفاً دوباره بپرسید.',
    messageGone: 'پیامی که این به آن مربوط بود دیگر وجود ندارد. لطفاً دوباره بپرسید.',
    unknownCommand: 'این دستور را دیگر ندارم. دیسکورد تا لحظه‌ای دیگر آن را فراموش می‌کند.',
    stopping: 'در حال راه‌اندازی دوباره هستم. لطفاً یک دقیقهٔ دیگر دوباره بپرسید.',
    howToAsk: `دربارهٔ مقاله‌ها چیزی از من بپرسید، یا از ${isolate('`/ask`')} و ${isolate('`/source`')} استفاده کنید.`,
    tooSoon: (when) => `در زمانی کوتاه پرسش‌های زیادی پرسیدید. زمان پرسش بعدی: ${when}.`,
    failed: (reference) =>
      `انجام نشد. اگر باز هم پیش آمد، این شماره را به یکی از مدیران بگویید: ${reference}`,
    notReady: 'هنوز دارم مقاله‌ها را برای نخستین بار می‌خوانم. لطفاً یک دقیقهٔ دیگر دوباره بپرسید.',
    unknownArticle: 'چنین مقاله‌ای ندارم. یکی را از فهرستی برگزینید که هنگام نوشتن عنوان نمایش داده می‌شود.',
    notADate: (option) =>
      `مقدار ${option} باید یک روز، یک ماه یا یک سال باشد، مانند ${isolate('2023-02-17')}، ${isolate('2023-02')} یا ${isolate('2023')}.`,
    andMore: (rest) => `… و ${number(rest)} مورد دیگر`,
    elsewhere: (channels) => `در این سرور اینجا پاسخ می‌دهم: ${channels}.`,
  },

  answer: {
    declined: 'در مقاله‌ها چیزی نیافتم که به این پرسش پاسخ دهد.',
    nearest: 'این نزدیک‌ترین بخش است و شاید پاسخ پرسش نباشد.',
    context: 'این واژه‌ها در بندِ پررنگ آمده‌اند؛ پیش و پس از آن هم دیده می‌شود.',
    changed: 'این بخش دیگر وجود ندارد: مقالهٔ آن تغییر کرده یا حذف شده است. لطفاً دوباره بپرسید.',
    showNearest: 'نمایش نزدیک‌ترین بخش',
    showContext: 'نمایش متن پیرامون',
  },

  passage: {
    tooLong: 'این جمله در یک پیام دیسکورد جا نمی‌شود. برای خواندن آن مقاله را باز کنید.',
    read: 'خواندن مقاله',
    alsoIn: 'همچنین در:',
    more: (rest) => `${number(rest)} مورد دیگر`,
  },

  articles: {
    articles: (total) => count(total, { other: '# مقاله' }),
    paragraphs: (total) => count(total, { other: '# بند' }),
    words: (total) => count(total, { other: '# واژه' }),
    list: (pieces) => pieces.join('، '),
    sources: 'منابع',
    newest: 'تازه‌ترین‌ها',
    language: 'زبان:',
    tags: 'برچسب‌ها',
    related: 'مطالب مرتبط، به نقل از مقاله',
  },

  cite: {
    whatToName: `یک مقاله و شمارهٔ یک بند را بنویسید، یا شناسه‌ای پایدار مانند ${isolate('`visit ¶7 · 1a2b3c4d`')}.`,
    noPermalink: `این شناسهٔ پایدار نیست. شناسهٔ پایدار چنین شکلی دارد: ${isolate('`visit ¶7 · 1a2b3c4d`')}.`,
    noSuchParagraph: (paragraphs) =>
      `چنین بندی وجود ندارد. این مقاله ${paragraphs} دارد، با شمارش از ${number(1)}.`,
    permalink: 'شناسهٔ پایدار:',
    unchanged: 'واژه‌ها همان‌اند که هنگام نقل بودند.',
    amended: 'این بند پس از نقل‌شدن تغییر کرده است.',
    shownOtherwise: 'این بند تغییر کرده است: پیش‌تر با واژه‌های دیگری نمایش داده شده بود.',
    moved: (place) => `واژه‌ها همان‌اند؛ هنگام نقل در ${place} بودند.`,
    onlyMarks: 'واژه‌ها همان‌اند؛ تنها نشانه‌ها یا فاصله‌ها فرق دارند.',
    vanished: 'آنچه نقل شده بود دیگر در مقاله نیست. واژه‌های آن این‌ها بودند:',
    articleGone: 'این مقاله دیگر در میان مقاله‌هایی نیست که می‌جویم. واژه‌های آن این‌ها بودند:',
    lost: 'مقاله از آن زمان تغییر کرده است. آنچه نقل شده بود اینجا نگه‌داری نشده است؛ تنها واژه‌های کنونی شناخته‌شده‌اند.',
    lostWithPlace: (paragraphs) =>
      `مقاله از آن زمان تغییر کرده است: اکنون ${paragraphs} دارد و این یکی در آن نیست. آنچه نقل شده بود اینجا نگه‌داری نشده است.`,
    before: 'پیش‌تر',
    now: 'اکنون',
    legend: 'خط‌خورده: واژه‌هایی که دیگر نیستند. پررنگ: واژه‌های تازه.',
    inFile: 'واژه‌ها بیش از گنجایش یک پیام دیسکورد است؛ همهٔ آن‌ها در پرونده هست.',
  },

  timeline: {
    title: (topic) => `گاه‌شمار: ${topic}`,
    declined: 'مقاله‌ای تاریخ‌دار دربارهٔ این موضوع نیافتم.',
    undated: (articles) => `دربارهٔ موضوع، اما بدون تاریخ: ${articles}`,
    leftOut: (days) => `روزهای نمایش‌داده‌نشده: ${days}`,
    page: (page, pages) => `صفحهٔ ${page} از ${pages}`,
    changed: 'این جمله دیگر وجود ندارد: مقالهٔ آن تغییر کرده یا حذف شده است.',
    gone: 'این گاه‌شمار دیگر نگه‌داری نمی‌شود. لطفاً دوباره آن را بخواهید.',
    earlier: 'روزهای پیشین',
    later: 'روزهای بعد',
  },

  quotation: {
    noWords: 'در این نوشته هیچ حرف یا رقمی نیست؛ پس چیزی برای جست‌وجو وجود ندارد.',
    verdicts: {
      exact: `نقل‌قول دقیق (${isolate(VERDICT_LABELS.exact)})`,
      punctuation: `دقیق، جز در نشانه‌گذاری (${isolate(VERDICT_LABELS.punctuation)})`,
      altered: `نقل‌قول تغییریافته (${isolate(VERDICT_LABELS.altered)})`,
      paraphrase: `احتمالاً نقل به مضمون (${isolate(VERDICT_LABELS.paraphrase)})`,
      'not-found': `یافت نشد (${isolate(VERDICT_LABELS['not-found'])})`,
    },
    flags: {
      negation: 'نفی افزوده یا حذف شده است',
      number: 'عددی دیگر',
      date: 'تاریخی دیگر',
      unit: 'واحدی دیگر',
      modal: 'با قطعیت بیشتر یا کمتر',
      name: 'نام یا شخصی دیگر',
      opposite: 'معنای مخالف',
      cut: 'حذف بدون سه‌نقطه',
      splice: 'از دو جا به هم چسبانده شده است؛ این بخش اینجاست',
    },
    marked: 'واژه‌ها به همین ترتیب آمده‌اند؛ سه‌نقطه یا کروشه تفاوت‌ها را نشان می‌دهد.',
    paraphrase: 'این واژه‌ها در هیچ مقاله‌ای نیست. شاید این بخش همان را بگوید: لطفاً مقایسه کنید.',
    notFound: 'این واژه‌ها در هیچ‌یک از مقاله‌های نمایه‌شده نیست.',
    lookTwice: 'نیازمند دقت بیشتر:',
    differences: 'تفاوت‌ها:',
    legend: 'خط‌خورده: آن‌گونه که نقل شده است. پررنگ: آنچه در مقاله آمده است.',
    replaced: (quoted, original) => `${quoted} به جای ${original}`,
    changed: (quoted, original) => `در نقل‌قول ${quoted}، در مقاله ${original}`,
    added: (quoted) => `در نقل‌قول ${quoted}، که در این جای مقاله نیست`,
    leftOut: (original) => `حذف شده: در مقاله ${original} آمده است`,
    standsFor: (quoted, original) => `${quoted} به جای ${original} آمده است`,
    putIn: (quoted) => `افزودهٔ نقل‌کننده: ${quoted}`,
    putInFor: (quoted, original) => `افزودهٔ نقل‌کننده: ${quoted}؛ در مقاله ${original} آمده است`,
  },

  speaker: {
    saidBy: (name) => `گوینده: ${name}`,
    probablySaidBy: (name) => `گویندهٔ احتمالی: ${name}`,
    namedHere: 'نام در اینجا آمده است:',
    notQuoted: 'در مقاله میان گیومه نیست: این‌ها سخنان خبرنگار است.',
    nested: 'نقل‌قول درون نقل‌قول: گوینده سخن کس دیگری را بازگو می‌کند.',
  },

  report: {
    reading: 'خواندن مقاله‌ها',
    embedding: 'تبدیل بندها به بردار',
    saving: 'ذخیرهٔ نمایه',
    progress: (done, total) => `${done} از ${total}`,
    running: 'نمایه‌سازی دوباره هم‌اکنون در جریان است. پیام خودش پایان کار را خبر می‌دهد.',
    stopped: 'در حال توقف هستم؛ پس نمایه‌سازی عقب افتاد و با راه‌اندازی بعدی از همان جا ادامه می‌یابد.',
    done: 'نمایه به‌روز است',
    embedded: (counts, chunks, seconds) => `${counts}؛ تبدیل‌شده به بردار: ${chunks} در ${seconds} ثانیه`,
    unchanged: (files) => `بدون تغییر: ${files}`,
    failed: 'ناموفق',
    skipped: 'نادیده‌گرفته‌شده',
    added: 'افزوده‌شده',
    changed: 'تغییریافته',
    removed: 'حذف‌شده',
    administratorsOnly: 'تنها مدیران این سرور می‌توانند بخواهند مقاله‌ها دوباره خوانده شوند.',
    serverOnly: 'این دستور تنها در سرور و برای مدیران آن کار می‌کند.',
  },
};
