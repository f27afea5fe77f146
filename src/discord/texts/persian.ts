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

  watch: {
    amended: 'منبع اصلاح شد',
    restored: 'منبع اصلاح شد و به واژه‌هایی که اینجا نشان داده شده بود بازگشت',
    noticed: (when) => `زمان مشاهده: ${when}`,
    wordsShown: 'آن‌گونه که پیش‌تر اینجا نشان داده شد؛ آنچه تغییر کرده خط خورده است:',
    wordsNow: 'آن‌گونه که اکنون در مقاله آمده است؛ آنچه تازه است پررنگ است:',
    marksOnly: 'واژه‌ها همان است؛ تنها نشانه‌گذاری یا بزرگی و کوچکی حروف تغییر کرده است.',
    vanished: 'این بخش دیگر در مقاله نیست:',
    articleGone: 'این مقاله دیگر در مجموعه نیست. در آن آمده بود:',
  },

  follows: {
    newOn: (topic) => `تازه‌ها دربارهٔ ${topic}`,
    moreToday: (rest) => `${number(rest)} بخش تازهٔ دیگر هم هست: دربارهٔ آن‌ها بپرسید.`,
    followed: (topic) =>
      `این کانال اکنون ${topic} را دنبال می‌کند. بخش‌های تازه اینجا فرستاده می‌شود، حداکثر پنج مورد در روز.`,
    known: (total) => `${number(total)} بخش از پیش موجود است و فرستاده نمی‌شود.`,
    already: (topic) => `این کانال از پیش ${topic} را دنبال می‌کند.`,
    full: (limit) =>
      `این کانال ${number(limit)} موضوع را دنبال می‌کند که بیشترین شمار ممکن است. نخست یکی را با ${isolate('`/unfollow`')} بردارید.`,
    list: 'این کانال دنبال می‌کند:',
    nothing: `این کانال هنوز موضوعی را دنبال نمی‌کند. موضوعی نام ببرید: ${isolate('`/follow topic`')}.`,
    unfollowed: (topic) => `این کانال دیگر ${topic} را دنبال نمی‌کند.`,
    unknown: 'این کانال آن را دنبال نمی‌کند. از فهرستی برگزینید که هنگام نوشتن نمایش داده می‌شود.',
    managersOnly: 'تنها کسانی که می‌توانند این کانال یا این سرور را مدیریت کنند تعیین می‌کنند چه دنبال شود.',
    serverOnly: 'موضوع‌ها در کانال‌های یک سرور دنبال می‌شوند؛ اینجا ممکن نیست.',
    closed: 'اجازهٔ نوشتن در این کانال را ندارم. اجازهٔ دیدن و فرستادن پیام بدهید و دوباره امتحان کنید.',
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
