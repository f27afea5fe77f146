/** What those read who look after the bot and its articles, in Arabic. */
import type { AdministrationTexts } from './english-administration.js';
import { countIn, isolate } from './wording.js';

const { count } = countIn('ar-u-nu-latn');

export const ARABIC_ADMINISTRATION: AdministrationTexts = {
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
    columns: {
      subject: 'الموضوع',
      subjectQuestion: 'سؤال_الموضوع',
      day: 'اليوم',
      reason: 'السبب',
      question: 'السؤال',
    },
    reasons: { declined: 'بلا إجابة', wrong: 'خاطئة' },
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
