/** Those whom hardly a rule was mended against: what is stopped of their true claims sets the threshold. */
const unmendedSets = [
  'fiftieth-author',
  'fifty-first-author',
  'fifty-second-author',
  'fifty-third-author',
  'fifty-fourth-author',
  'fifty-fifth-author',
  'fifty-sixth-author',
  'fifty-seventh-author',
] as const;

/** Reworded claims that the judgement of answers is learned from too, at less worth. */
export const lateSets = [
  ...unmendedSets,
  'fifty-eighth-author',
  'fifty-ninth-author',
  'sixtieth-author',
  'sixty-first-author',
] as const;

/** Those whom little was mended against: what all findings together say is measured on them. */
export const freshSets = [
  'fifteenth-author',
  'sixteenth-author',
  'seventeenth-author',
  'eighteenth-author',
  'nineteenth-author',
  'twentieth-author',
  'twenty-first-author',
  'twenty-second-author',
  'twenty-third-author',
  'twenty-fourth-author',
  'twenty-fifth-author',
  'twenty-sixth-author',
  'twenty-seventh-author',
  'twenty-eighth-author',
  'twenty-ninth-author',
  'thirtieth-author',
  'thirty-first-author',
  'thirty-second-author',
  'thirty-third-author',
  'thirty-fourth-author',
  'thirty-fifth-author',
  'thirty-sixth-author',
  'thirty-seventh-author',
  'thirty-eighth-author',
  'thirty-ninth-author',
  'fortieth-author',
  'forty-first-author',
  'forty-second-author',
  'forty-third-author',
  'forty-fourth-author',
  'forty-fifth-author',
  'forty-sixth-author',
  'forty-seventh-author',
  'forty-eighth-author',
  'forty-ninth-author',
  ...lateSets,
] as const;

/** What a language model answered to an earlier prompt of ours, which had it name the organisation of a claim, and what was made of that. */
const earlierAnswerSets = [
  'answers-first',
  'answers-second',
  'answers-third',
  'answers-fourth',
  'answers-fifth',
  'answers-sixth',
  'answers-seventh',
  'answers-eighth',
  'answers-ninth',
  'answers-tenth',
  'answers-eleventh',
  'answers-twelfth',
  'answers-thirteenth',
] as const;

/** What a language model answers to our prompt, which leaves the naming to the program, and what was made of that by one change each. */
export const promptAnswerSets = [
  'answers-nineteenth',
  'answers-twentieth',
  'answers-twenty-first',
  'answers-twenty-second',
  'answers-twenty-third',
  'answers-twenty-fourth',
  'answers-twenty-fifth',
  'answers-twenty-sixth',
  'answers-twenty-seventh',
  'answers-twenty-eighth',
  'answers-twenty-ninth',
  'answers-thirtieth',
  'answers-thirty-first',
  'answers-thirty-second',
  'answers-thirty-third',
] as const;

export const answerSets = [...earlierAnswerSets, ...promptAnswerSets] as const;

/** The sets of reworded claims that may be learned from, in the order they were written. */
export const claimSets = [
  'open',
  'held',
  'second-author',
  'third-author',
  'fourth-author',
  'fifth-author',
  'sixth-author',
  'seventh-author',
  'eighth-author',
  'ninth-author',
  'tenth-author',
  'eleventh-author',
  'twelfth-author',
  'thirteenth-author',
  'fourteenth-author',
  ...freshSets,
  'denials',
  'attributions',
  'own-first',
  'own-second',
  'own-third',
] as const;

/** Answers to our prompt about articles of which nothing was learned, kept aside: neither learned from nor mended against. */
export const heldPromptSets = [
  'answers-thirty-fourth',
  'answers-thirty-fifth',
  'answers-thirty-sixth',
  'answers-thirty-seventh',
  'answers-thirty-eighth',
  'answers-thirty-ninth',
  'answers-fortieth',
  'answers-forty-first',
  'answers-forty-second',
  'answers-forty-third',
  'answers-forty-fourth',
  'answers-forty-fifth',
  'answers-forty-sixth',
  'answers-forty-seventh',
] as const;

/** Kept aside: run once at the end, neither learned from nor mended against. */
export const heldSets = [
  'sixty-second-author',
  'sixty-third-author',
  'sixty-fourth-author',
  'answers-fourteenth',
  'answers-fifteenth',
  'answers-sixteenth',
  'answers-seventeenth',
  'answers-eighteenth',
  ...heldPromptSets,
] as const;
