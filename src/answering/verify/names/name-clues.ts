import { type TaggedWord, tagWords } from '../tag-words.ts';
import { isRareSurname, isSurname } from './find-persons.ts';

/** A folded text and how it is cut into words. */
export interface Told {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** Where words begin, as one or the other way to cut them has it. */
  readonly cuts: ReadonlySet<number>;
}

/** Some characters of a text that may be a name. */
export interface Candidate {
  readonly name: string;
  readonly start: number;
  /** How many characters the surname has. */
  readonly surname: number;
}

/** How clearly what stands around a candidate, and how its words are cut, show a name. */
export function pointsOf(candidate: Candidate, told: Told): number {
  const { name } = candidate;
  const around = aroundOf(candidate, told);
  const { isShown, isRepeated, before, behind } = around;
  const least = isSure(candidate, around, told) && !isWord(candidate, told) ? 0 : -2;
  const isGivenShown = isShown || isSaid(candidate, told.text);
  const cut = Math.max(least, pointsOfCut(candidate, told.words, isGivenShown));
  if (behind === 0 || (before === 0 && behind < 2 && cut < 2)) return 0;
  if (name.length === 2 && before < 2 && behind < 2 && (cut < 1 || before === 0)) return 0;
  const ofSurname = Math.max(least, pointsOfSurname(name, candidate.surname));
  return before + behind + cut + Number(isRepeated) + ofSurname;
}

/** 「副乡长明春燕介绍」: what stands around it shows the name, however its words are cut. */
function isSure(candidate: Candidate, { isShown, isRepeated, behind }: Around, told: Told) {
  const isListed = isSurname(candidate.name);
  if (isShown && isListed && (behind === 2 || isRepeated)) return true;
  return isSpeaking(candidate, told.text) && (isListed || isCutOut(candidate, told.words));
}

/** 「船老大的庄海生说」 */
function isSaid({ name, start }: Candidate, text: string): boolean {
  return (
    name.length === 3 && isSurname(name) && !titled.test(name) && says.test(text.slice(start + 3))
  );
}

interface Around {
  /** A role stands before it, or 名叫. */
  readonly isShown: boolean;
  readonly isRepeated: boolean;
  readonly before: number;
  readonly behind: number;
}

function aroundOf({ name, start }: Candidate, { text, cuts }: Told): Around {
  const end = start + name.length;
  const lead = text.slice(Math.max(0, start - 4), start);
  const rest = text.slice(end, end + 4);
  const isShown = called.test(lead) || role.test(lead);
  const isRepeated = text.indexOf(name) !== text.lastIndexOf(name);
  const isEnded = ends.test(rest) || cuts.has(end) || (isShown && isRepeated);
  return {
    isShown,
    isRepeated,
    before: isShown ? 2 : Number(opens.test(lead)),
    behind: speaks.test(rest) ? 2 : Number(isEnded),
  };
}

function isWord({ name, start }: Candidate, { words }: Told): boolean {
  return words.some(
    ({ index, word, tag }) => index === start && word === name && !/^(?:x|ns)/u.test(tag),
  );
}

function pointsOfSurname(name: string, length: number): number {
  if (length > 1) return 0;
  const [surname = ''] = name;
  // 「老人煮一锅稀饭」
  if (!isSurname(surname)) return tagWords(surname)[0]?.tag.startsWith('v') ? -2 : -1;
  return Number(onlySurnames.includes(surname)) - Number(isRareSurname(surname));
}

/** A name is one word that the dictionary does not know, or a surname and such a word; 水生 is a given name behind a role. */
function pointsOfCut(
  { name, start, surname }: Candidate,
  words: readonly TaggedWord[],
  isShown: boolean,
): number {
  const end = start + name.length;
  const inside = words.filter(
    ({ index, word }) => index < end && index + word.length > start && word.length > 1,
  );
  const whole = inside.find(({ index, word }) => index === start && word === name);
  const ofTwo = name.length === 2 ? 1 : 0;
  if (whole !== undefined) return /^(?:x|nr)/u.test(whole.tag) ? 2 - ofTwo : -2;
  const isGiven = inside.some(
    ({ index, word }) => index === start + surname && word === name.slice(surname),
  );
  if (inside.every(({ tag }) => /^(?:x|nr|ns|nz|i|a$)/u.test(tag)))
    return isGiven ? 2 : 1 - ofTwo / 2;
  if (!isGiven) return -2;
  return isShown ? 1 : -1;
}

/** 「乡党委书记时敏介绍」: an office before it, a verb of speech behind it. */
export function isSpeaking({ name, start }: Candidate, text: string): boolean {
  return isBehindOffice(start, text) && says.test(text.slice(start + name.length));
}

/** Whether a word for an office, or a role that people have, ends where a name may begin. */
export function isBehindRole(start: number, text: string): boolean {
  return role.test(text.slice(Math.max(0, start - 4), start));
}

/** Whether a word for an office ends where a name may begin. */
export function isBehindOffice(start: number, text: string): boolean {
  return office.test(text.slice(Math.max(0, start - 3), start));
}

const office =
  /(?:书记|主任|经理|教授|支书|领队|委员|[村校军兽]医|[局院校所站镇乡县区市部处科股队会组班厂园段庭社馆][长员]|工程师|研究员)$/u;

/** One unknown word, or a surname and one. */
export function isCutOut(
  { name, start, surname }: Candidate,
  words: readonly TaggedWord[],
): boolean {
  const given = name.slice(surname);
  return words.some(
    ({ word, index, tag }) =>
      /^(?:x|nr)/u.test(tag) &&
      ((word === name && index === start) || (word === given && index === start + surname)),
  );
}

// What nouns for people end in; a name often follows.
const role =
  /(?<![一两每几个])[员师长人工兵户生民者手商匠主家妇哥姐嫂友婆爷奶叔伯娘记任理导官警士傅机席总农]$|[妻儿女夫]子$|支书$|领队$|[村校军兽]医$|干部$|骨干$|劳模$|邻居$|代表$|教授$|专家$|大夫$|会计$|儿女$|女儿$|[父母]亲$/u;
const called = /叫$|叫做$|名为$/u;
const opens = /(?:^|[,。;:!?、…“”"「」()\n由请对向给让和与跟是据像按为因的])$/u;
const speaks =
  /^(?:说|表示|介绍|告诉|收到|接到|得知|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|建议|提出|承认|坦陈|算过|担任|兼任|带领|带着|牵头|主动|当选|谈了|谈到|谈起|书记|主任|局长|院长|校长|所长|站长|队长|经理|老师|医生|大夫|教授|警官|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷|老人|先生|女士|同志|师傅|一家|夫妇|等)/u;
const says = /^(?:说|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|强调|透露|承认|带着|提出|牵头)/u;
const titled = /(?:书记|主任|经理|老师|师傅|医生|代表|干部|[院局站所校队组镇乡村]长)$/u;
const ends = /^(?:$|[,。;:!?、…“”"「」()\n的\d])/u;
// They are hardly ever a word of their own.
const onlySurnames =
  '闵邬蔺瞿阙郦卞邢邱佟覃阎邵郝邓郑窦褚裴滕臧翟谭谢薛戚姚彭潘蒋蔡佘邝晏阮屈尹冉桑岑霍骆鲍鄢尤庞焦';
