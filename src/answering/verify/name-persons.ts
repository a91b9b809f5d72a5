import { segmentFolded } from '../../retrieval/tokenize.ts';
import { isRareSurname, isSurname, mongolianPersons } from './find-persons.ts';
import { type TaggedWord, tagWords } from './tag-words.ts';

/**
 * Persons a folded text names: a surname and a given name that a role or a mark before them, a verb behind them and the cut of
 * the words show.
 */
export function namePersons(text: string): readonly string[] {
  const words = tagWords(text);
  const starts = [...words, ...segmentFolded(text)].map(({ index }) => index);
  const cuts = new Set([...starts, text.length]);
  const told = { text, words, cuts };
  const found = [...cuts].flatMap((start) => nameAt(start, told) ?? []);
  const names = [...new Set([...found, ...mongolianPersons(text), ...addressed(text)])];
  return names.filter((name) => !names.some((other) => isOnlyIn(name, other, text)));
}

interface Told {
  readonly text: string;
  readonly words: readonly TaggedWord[];
  /** Where words begin, as one or the other way to cut them has it. */
  readonly cuts: ReadonlySet<number>;
}

const doubleSurname =
  /^(?:欧阳|上官|闻人|司徒|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|南宫|端木|申屠)$/u;
const leastPoints = 4;

function nameAt(start: number, told: Told): string | undefined {
  const { text } = told;
  if (doubleSurname.test(text.slice(start - 1, start + 1))) return undefined;
  const surname = doubleSurname.test(text.slice(start, start + 2)) ? 2 : 1;
  const isListed = surname === 2 || isSurname(text.slice(start));
  if (!isListed && !isBehindRole(start, text)) return undefined;
  // A surname that is in no list shows only in a name of three.
  return (isListed ? [2, 1] : [2])
    .map((given) => text.slice(start, start + surname + given))
    .find(
      (name) =>
        mayName(name, surname, text) && pointsOf({ name, start, surname }, told) >= leastPoints,
    );
}

function isBehindRole(start: number, text: string): boolean {
  return (
    role.test(text.slice(Math.max(0, start - 4), start)) &&
    !/^[由在被从到就最不才没长]/u.test(text.slice(start)) &&
    !noGiven.test(text.charAt(start))
  );
}

const noGiven =
  /[太得完进后用到的了着过们都也还又就很更最不没在是和与从向把被给让说讲这那其该各每所两几会能要可只已将坐扮陪帮跑养却提蹲找拿卖买扫抓捐驻抱拉赶喊劝:,。;]|至[少多]/u;
const noPerson = /[村镇乡县市区里街路店厂局院校站所部委会党式率法卡员任河堡铺行科徽队工前]$/u;
const places = '村镇乡县市区里街路河江湖山桥社沟湾岭洲坪苑寨港';

function mayName(name: string, surname: number, text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || noGiven.test(name.slice(surname))) return false;
  if (noPerson.test(name)) return false;
  return name.length > 2 || !new RegExp(`${name}[${places}]`, 'u').test(text);
}

// What nouns for people end in; a name often follows.
const role =
  /(?<![一两每几个])[员师长人工兵户生民者手商匠主家妇哥姐嫂友婆爷奶叔伯娘记任理导官警士傅机席总农]$|[妻儿女夫]子$|干部$|代表$|教授$|专家$|大夫$|会计$|儿女$|女儿$|[父母]亲$/u;
const called = /叫$|叫做$|名为$/u;
const opens = /(?:^|[,。;:!?、…“”"「」()\n由请对向给让和与跟是据像按为因的])$/u;
const speaks =
  /^(?:说|表示|介绍|告诉|收到|接到|得知|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|建议|提出|承认|坦陈|算过|担任|兼任|带领|带着|牵头|主动|书记|主任|局长|院长|校长|所长|站长|队长|经理|老师|医生|大夫|教授|警官|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷|老人|先生|女士|同志|师傅|一家|夫妇|等)/u;
const ends = /^(?:$|[,。;:!?、…“”"「」()\n的\d])/u;
// They are hardly ever a word of their own.
const onlySurnames =
  '闵邬蔺瞿阙郦卞邢邱佟覃阎邵郝邓郑窦褚裴滕臧翟谭谢薛戚姚彭潘蒋蔡佘邝晏阮屈尹冉桑岑霍骆鲍鄢尤庞焦';

interface Candidate {
  readonly name: string;
  readonly start: number;
  /** How many characters the surname has. */
  readonly surname: number;
}

/** How clearly what stands around a candidate, and how its words are cut, show a name. */
function pointsOf(candidate: Candidate, told: Told): number {
  const { name } = candidate;
  const { isShown, isRepeated, before, behind } = aroundOf(candidate, told);
  // 「副乡长明春燕介绍」: what stands around it shows the name, however its words are cut.
  const isSure = isShown && isSurname(name) && (behind === 2 || isRepeated);
  const least = isSure && !isWord(candidate, told) ? 0 : -2;
  const cut = Math.max(least, pointsOfCut(candidate, told.words, isShown));
  if (behind === 0 || (before === 0 && behind < 2 && cut < 2)) return 0;
  if (name.length === 2 && before < 2 && behind < 2 && (cut < 1 || before === 0)) return 0;
  const ofSurname = Math.max(least, pointsOfSurname(name, candidate.surname));
  return before + behind + cut + Number(isRepeated) + ofSurname;
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
  return words.some(({ index, word, tag }) => index === start && word === name && tag !== 'x');
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

const address =
  /(\p{Script=Han})(?:阿公|阿婆|阿姨|大爷|大妈|大娘|大叔|大伯|奶奶|爷爷|老太|老汉|婶|女士|先生|师傅|经理|老师|医生)/gu;

/** 「廖阿婆」 is as full as an article may have it. */
function addressed(text: string): readonly string[] {
  return [...text.matchAll(address)]
    .filter(([, surname = '']) => isSurname(surname) && !isRareSurname(surname))
    .map(([name]) => name);
}

/** 「桑大」 of 「桑大有」. */
function isOnlyIn(name: string, other: string, text: string): boolean {
  return other !== name && other.startsWith(name) && !text.replaceAll(other, ' ').includes(name);
}
