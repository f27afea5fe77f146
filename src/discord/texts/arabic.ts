/** What the bot says, in Arabic. Digits are Western ones, as in the references and dates beside them. */
import { VERDICT_LABELS } from '../../answers/verdict-labels.js';
import type { Texts } from './english.js';
import { countIn, isolate } from './wording.js';

const { number, count, duration } = countIn('ar-u-nu-latn');

export const ARABIC: Texts = {
  number,
  duration,
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

  run: {
    files: (total) =>
      count(total, {
        zero: 'لا ملفات',
        one: 'ملف واحد',
        two: 'ملفان',
        few: '# ملفات',
        many: '# ملفًا',
        other: '# ملف',
      }),
    pace: (passages) => `المقاطع في الثانية: ${passages}`,
    left: (time) => `الوقت المتبقي تقريبًا: ${time}`,
    cancel: 'إلغاء',
    cancelled: 'أُلغيت إعادة الفهرسة. يستمر الفهرس السابق في الإجابة، ويُحفظ ما تم تحويله للمرة القادمة.',
    notRunning: 'لم تعد إعادة الفهرسة هذه جارية.',
    administratorsOnly: 'لا يمكن إلا لمشرفي هذا الخادم إلغاء إعادة الفهرسة.',
  },

  gaps: {
    title: 'أسئلة بلا إجابة صحيحة',
    questions: (total) =>
      count(total, {
        zero: 'لا أسئلة',
        one: 'سؤال واحد',
        two: 'سؤالان',
        few: '# أسئلة',
        many: '# سؤالًا',
        other: '# سؤال',
      }),
    subjects: (total) =>
      count(total, {
        zero: 'لا موضوعات',
        one: 'موضوع واحد',
        two: 'موضوعان',
        few: '# موضوعات',
        many: '# موضوعًا',
        other: '# موضوع',
      }),
    newest: (questions) => `لا يُجمع إلا أحدثها: ${questions}؛ والملف يضمها كلها.`,
    whoAsked: 'لا يُحفظ من طرح السؤال.',
    declined: (times) => `بلا إجابة: ${times}`,
    wrong: (times) => `وُسمت خاطئة: ${times}`,
    page: (page, pages) => `الصفحة ${page} من ${pages}`,
    newer: 'الأحدث',
    older: 'الأقدم',
    none: 'لم يبقَ في هذا الخادم سؤال بلا إجابة، ولم تُوسم إجابة بأنها خاطئة.',
    notKept: `لا تُحفظ الأسئلة في هذا الخادم؛ يمكن تغيير ذلك عبر ${isolate('`/settings`')}.`,
    administratorsOnly: 'لا يمكن إلا لمشرفي هذا الخادم رؤية الأسئلة التي بقيت بلا إجابة.',
  },

  settings: {
    title: 'إعدادات هذا الخادم',
    saved: 'حُفظت.',
    forgotten: 'حُذفت الأسئلة المحفوظة.',
    everywhere: 'أجيب في كل القنوات.',
    onlyIn: (total) =>
      count(total, {
        one: 'أجيب في قناة واحدة فقط.',
        two: 'أجيب في قناتين فقط.',
        few: 'أجيب في # قنوات فقط.',
        other: 'أجيب في # قناة فقط.',
      }),
    chooseChannels: 'القنوات التي أجيب فيها؛ بلا اختيار: كلها',
    allSources: 'يُبحث في كل المصادر.',
    onlySources: (names) => `لا يُبحث إلا في هذه المصادر: ${names}.`,
    chooseSources: 'المصادر التي يُبحث فيها؛ بلا اختيار: كلها',
    typeSources: 'كتابة أسماء المصادر',
    sourceNames: 'المصادر، واحد في كل سطر؛ لا شيء: كلها',
    unknownSource: (name) => `ليس لديّ مصدر اسمه ${name}. لم يتغير شيء.`,
    privateAnswers: 'لا يرى الإجابة إلا من سأل، ما لم يطلب غير ذلك.',
    publicAnswers: 'يرى الجميع الإجابة، ما لم يطلب السائل غير ذلك.',
    makePrivate: 'الإجابة للسائل وحده',
    makePublic: 'الإجابة للجميع',
    followsUp: 'في المواضيع يكمل السؤال ما قبله.',
    followsNothing: 'في المواضيع يُؤخذ كل سؤال وحده.',
    followUp: 'إكمال ما قبله في المواضيع',
    followNothing: 'أخذ كل سؤال وحده في المواضيع',
    ownLanguage: 'لكل قارئ لغته',
    languageIs: (name) => `الإجابات العامة بهذه اللغة: ${name}.`,
    ownLanguages: 'الإجابات الخاصة بلغة القارئ، والعامة بلغة الخادم.',
    chooseLanguage: 'لغة الإجابات العامة',
    keeping: {
      off: 'لا يُحفظ نص الأسئلة.',
      '30 days': 'يُحفظ نص الأسئلة 30 يومًا، من دون السائل.',
      forever: 'يُحفظ نص الأسئلة 30 يومًا، وما بقي بلا إجابة صحيحة دائمًا؛ من دون السائل.',
    },
    keep: {
      off: 'عدم حفظ الأسئلة وحذف المحفوظ منها',
      '30 days': 'حفظ الأسئلة 30 يومًا',
      forever: 'حفظ الأسئلة بلا إجابة صحيحة دائمًا',
    },
    chooseKeeping: 'مدة حفظ الأسئلة',
    managersOnly: 'لا يمكن رؤية إعدادات هذا الخادم وتغييرها إلا لمن يديره.',
    serverOnly: 'الإعدادات تخص خادمًا: لا يعمل هذا الأمر إلا في خادم.',
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
