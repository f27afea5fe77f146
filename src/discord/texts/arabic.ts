/** What the bot says, in Arabic. Digits are Western ones, as in the references and dates beside them. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { countIn, isolate } from './wording.js';

const { number, count } = countIn('ar-u-nu-latn');

export const ARABIC: Texts = {
  number,
  isolate,
  quoted: (words) => `«${words}»`,

  general: {
    outdated: 'هذا يخص إصدارًا سابقًا مني ولم يعد له أي أثر. يُرجى طرح السؤال من جديد.',
    messageGone: 'لم تعد الرسالة التي يخصها هذا موجودة. يُرجى طرح السؤال من جديد.',
    unknownCommand: 'لم يعد لديّ هذا الأمر. سيحذفه ديسكورد بعد لحظات.',
    stopping: 'تجري إعادة تشغيلي الآن. يُرجى طرح السؤال من جديد بعد دقيقة.',
    howToAsk: `اسألني عن شيء ورد في المقالات، أو استخدم ${isolate('`/ask`')} و${isolate('`/source`')}.`,
    tooSoon: (when) => `هذه أسئلة كثيرة في وقت قصير. يمكنك السؤال من جديد ${when}.`,
    failed: (reference) => `لم ينجح ذلك. إن تكرر الأمر فأعطِ أحد المشرفين هذا الرقم: ${reference}`,
    notReady: 'ما زلت أقرأ المقالات للمرة الأولى. يُرجى طرح السؤال من جديد بعد دقيقة.',
    unknownArticle: 'لا توجد لديّ مقالة كهذه. اختر واحدة من القائمة التي تظهر أثناء كتابة العنوان.',
    notADate: (option) =>
      `يجب أن تكون قيمة ${option} يومًا أو شهرًا أو سنة، مثل ${isolate('2023-02-17')} أو ${isolate('2023-02')} أو ${isolate('2023')}.`,
    andMore: (rest) => `… و${rest} أخرى`,
  },

  answer: {
    declined: 'لم أجد في المقالات ما يجيب عن هذا السؤال.',
    nearest: 'هذا المقطع هو الأقرب، وقد لا يجيب عن السؤال.',
    context: 'الكلمات موجودة في الفقرة المكتوبة بخط عريض، وحولها ما يسبقها وما يليها.',
    changed: 'لم يعد هذا المقطع موجودًا: عُدّلت مقالته أو حُذفت. يُرجى طرح السؤال من جديد.',
    showNearest: 'إظهار أقرب مقطع',
    showContext: 'إظهار السياق',
  },

  passage: {
    tooLong: 'هذه الجملة أطول مما تتسع له رسالة في ديسكورد. افتح المقالة لقراءتها.',
    read: 'قراءة المقالة',
    alsoIn: 'وردت أيضًا في:',
    more: (rest) => `${rest} أخرى`,
  },

  articles: {
    articles: (total) =>
      count(total, {
        zero: 'لا مقالات',
        one: 'مقالة واحدة',
        two: 'مقالتان',
        few: '# مقالات',
        many: '# مقالة',
        other: '# مقالة',
      }),
    paragraphs: (total) =>
      count(total, {
        zero: 'لا فقرات',
        one: 'فقرة واحدة',
        two: 'فقرتان',
        few: '# فقرات',
        many: '# فقرة',
        other: '# فقرة',
      }),
    words: (total) =>
      count(total, {
        zero: 'لا كلمات',
        one: 'كلمة واحدة',
        two: 'كلمتان',
        few: '# كلمات',
        many: '# كلمة',
        other: '# كلمة',
      }),
    list: (pieces) => pieces.join('، '),
    sources: 'المصادر',
    newest: 'الأحدث',
    language: 'اللغة:',
    tags: 'الوسوم',
    related: 'ذات صلة، كما تسميها المقالة',
  },

  quotation: {
    noWords: 'لا يوجد هنا أي حرف أو رقم، فليس هناك ما يُبحث عنه.',
    verdicts: {
      exact: `اقتباس حرفي (${isolate(VERDICT_LABELS.exact)})`,
      punctuation: `حرفي ما عدا علامات الترقيم (${isolate(VERDICT_LABELS.punctuation)})`,
      altered: `اقتباس محرَّف (${isolate(VERDICT_LABELS.altered)})`,
      paraphrase: `ربما إعادة صياغة (${isolate(VERDICT_LABELS.paraphrase)})`,
      'not-found': `لم يُعثر عليه (${isolate(VERDICT_LABELS['not-found'])})`,
    },
    flags: {
      negation: 'نفي أُضيف أو سقط',
      number: 'عدد مختلف',
      date: 'تاريخ مختلف',
      unit: 'وحدة مختلفة',
      modal: 'أكثر أو أقل يقينًا',
      name: 'اسم آخر أو شخص آخر',
      opposite: 'العكس',
      cut: 'حذف بلا علامة حذف',
      splice: 'مركَّب من موضعين، وهذا الجزء موجود هنا',
    },
    marked: 'الكلمات واردة بهذا الترتيب، وتدل علامة الحذف أو الأقواس على ما يختلف.',
    paraphrase: 'لا ترد هذه الكلمات في أي مقالة. قد يقول هذا المقطع الشيء نفسه: يُرجى المقارنة.',
    notFound: 'لا ترد هذه الكلمات في أي مقالة مفهرسة.',
    lookTwice: 'يستحق التدقيق:',
    differences: 'الاختلافات:',
    legend: 'المشطوب: كما اقتُبس. الخط العريض: ما ورد في المقالة.',
    replaced: (quoted, original) => `${quoted} بدلًا من ${original}`,
    changed: (quoted, original) => `في الاقتباس ${quoted}، وفي المقالة ${original}`,
    added: (quoted) => `في الاقتباس ${quoted}، ولا يرد ذلك هنا في المقالة`,
    leftOut: (original) => `محذوف: في المقالة ${original}`,
    standsFor: (quoted, original) => `${quoted} تقوم مقام ${original}`,
    putIn: (quoted) => `أضافه المقتبِس: ${quoted}`,
    putInFor: (quoted, original) => `أضافه المقتبِس: ${quoted}، وفي المقالة ${original}`,
  },

  speaker: {
    saidBy: (name) => `القائل: ${name}`,
    probablySaidBy: (name) => `القائل على الأرجح: ${name}`,
    namedHere: 'ورد الاسم هنا:',
    notQuoted: 'ليست بين علامتي اقتباس في المقالة: هذه كلمات المراسل.',
    nested: 'اقتباس داخل اقتباس: يكرر المتحدث ما قاله شخص آخر.',
  },

  watch: {
    amended: 'صُحّح المصدر',
    restored: 'صُحّح المصدر ثم عاد إلى الكلمات المعروضة هنا',
    noticed: (when) => `لوحظ ذلك في ${when}`,
    wordsShown: 'كما عُرض هنا سابقًا، وما تغيّر مشطوب:',
    wordsNow: 'كما ورد في المقالة الآن، والجديد بخط عريض:',
    marksOnly: 'الكلمات هي نفسها، ولم تتغير إلا علامات الترقيم أو حالة الأحرف.',
    vanished: 'لم يعد هذا المقطع موجودًا في المقالة:',
    articleGone: 'لم تعد هذه المقالة ضمن المجموعة. كان فيها:',
  },

  follows: {
    newOn: (topic) => `جديد عن ${topic}`,
    moreToday: (rest) => `مقاطع جديدة أخرى: ${number(rest)}. اسأل عنها.`,
    followed: (topic) => `تتابع هذه القناة الآن ${topic}. ستُنشر هنا المقاطع الجديدة، خمسة في اليوم على الأكثر.`,
    known: (total) => `المقاطع الموجودة من قبل: ${number(total)}، ولن تُنشر.`,
    already: (topic) => `هذه القناة تتابع ${topic} بالفعل.`,
    full: (limit) =>
      `عدد الموضوعات التي تتابعها هذه القناة ${number(limit)}، وهو الحد الأقصى. احذف واحدًا أولًا باستخدام ${isolate('`/unfollow`')}.`,
    list: 'تتابع هذه القناة:',
    nothing: `لا تتابع هذه القناة أي موضوع بعد. سمِّ موضوعًا: ${isolate('`/follow topic`')}.`,
    unfollowed: (topic) => `لم تعد هذه القناة تتابع ${topic}.`,
    unknown: 'لا تتابع هذه القناة ذلك. اختر من القائمة التي تظهر أثناء الكتابة.',
    managersOnly: 'لا يقرر ما تتابعه القناة إلا من يحق له إدارة هذه القناة أو هذا الخادم.',
    serverOnly: 'تُتابَع الموضوعات في قنوات خادم، وهذا غير ممكن هنا.',
    closed: 'لا يُسمح لي بالكتابة في هذه القناة. اسمح لي برؤيتها والإرسال فيها ثم أعد المحاولة.',
  },

  report: {
    reading: 'قراءة المقالات',
    embedding: 'تحويل الفقرات إلى متجهات',
    saving: 'حفظ الفهرس',
    progress: (done, total) => `${done} من ${total}`,
    running: 'تجري إعادة الفهرسة بالفعل. ستخبرك رسالتها عند انتهائها.',
    stopped: 'أنا في طور التوقف، لذلك أُجّلت إعادة الفهرسة. ستُستأنف من حيث توقفت عند تشغيلي من جديد.',
    done: 'الفهرس محدَّث',
    embedded: (counts, chunks, seconds) => `${counts}؛ المحوَّل إلى متجهات: ${chunks} في ${seconds} ث`,
    unchanged: (files) => `بلا تغيير: ${files}`,
    failed: 'فشلت',
    skipped: 'جرى تخطيها',
    added: 'أُضيفت',
    changed: 'تغيّرت',
    removed: 'حُذفت',
    administratorsOnly: 'لا يمكن إلا لمشرفي هذا الخادم طلب إعادة قراءة المقالات.',
    serverOnly: 'يعمل هذا الأمر داخل خادم فقط، ولمشرفيه.',
  },
};
