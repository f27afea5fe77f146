/** English words by which a speaker is recognised. Other languages have none here, and their quotations no speaker. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

export const VERBS_OF_SAYING = words(`
  said says say saying told tells tell telling asked asks asking added adds adding wrote writes write writing tweeted tweets tweeting
  explained explains argued argues arguing claimed claims claiming insisted insists insisting declared declares declaring stated states
  noted notes noting observed observes remarked remarks replied replies replying responded responds responding answered answers
  announced announces announcing warned warns warning acknowledged acknowledges admitted admits admitting conceded concedes
  concluded concludes continued continues recalled recalls reported reports reporting reads read suggested suggests suggesting
  urged urges urging vowed vows vowing pledged promised promises predicted predicts quipped joked jokes joking shouted yelled
  called calls calling dubbed described describes describing deemed labeled labelled branded blasted blasting mocked mocking
  accused accuses accusing denounced denouncing condemned dismissed dismissing criticized criticised slammed ripped
  thinks thought believes believed believing feels felt complained complains commented comments confirmed confirms denied denies
  emphasized emphasised stressed stresses testified tells recounted reiterated repeated posted shared offered cautioned contended
  contends maintained maintains lamented mused opined proclaimed exclaimed retorted scoffed snapped boasted bragged demanded
  referred refers referring cited citing quoted quoting cheered chanted concurred agreed agrees chimed charged charges countered
  counters credited praised praising hailed alleged alleges asserted asserts asserting pointed points pointing mentioned
  advised reminded informed informs assured assures assuring expressed expresses expressing signaled indicated indicates
  found finds projects projected listed lists put puts slams hits yells yelled advises reiterates elaborates accuses rallied jotted
  texted emailed e-mailed intoned recites recited laments grumbled growled barked hollered fumed raged sighed whispered muttered
  remembered remembers shot shoots fired fires retaliated tweet retorts swiped swipes wondered wonders
  cried cries protested protests joins joined
  characterized characterised summed boomed implored pleaded pressed pronounced summarized elaborated clarified interjected`);

/** Forms that take their subject from the main clause. */
export const PARTICIPLES = words(`
  saying telling asking adding writing tweeting arguing claiming insisting declaring noting replying responding announcing warning
  admitting reporting suggesting urging vowing joking calling describing blasting mocking accusing denouncing dismissing believing
  referring citing quoting praising asserting pointing assuring expressing`);

/** Behind these stands who is spoken to, never who speaks. */
export const ADDRESSING = words(
  'told tells tell telling called calls accused accuses urged urges reminded informed informs assured assures warned warns advised',
);

export const AUXILIARIES = words(`
  has have had was were is are been be being would will did does do could should may might must also later then once again
  repeatedly still even just never often already not simply only further first now soon 's ’s recently previously earlier publicly
  reportedly tuesday monday wednesday thursday friday saturday sunday yesterday today`);

/** A subject begins behind one of these. */
export const CLAUSE_WORDS = words(`
  and but because while when as that which if after before although though since so whereas until unless where than or yet what how
  why whether plus then here there once`);

export const PREPOSITIONS = words(`
  in on at by for from with to during about into after before over under between against among through of outside inside near around
  amid within without via despite throughout following since until upon toward towards per like`);

export const PRONOUNS = words('he she they it we i you him her them who');

export const DETERMINERS = words(
  'the a an his her their its our my this that these those one another some several many two three both',
);

/** What somebody is, before the name. */
export const ROLES = words(`
  candidate nominee manager spokesman spokeswoman spokesperson president chairman chairwoman chief director adviser advisor senator minister
  secretary leader lawyer attorney strategist aide analyst economist professor governor mayor representative congressman congresswoman ambassador
  correspondent reporter editor columnist host anchor owner founder executive official officer judge sheriff commissioner coach player striker
  captain actor actress singer author activist advocate researcher scientist historian pollster organizer contender hopeful frontrunner
  front-runner rival veteran nurse doctor teacher student resident voter delegate supporter donor consultant investor chancellor`);
