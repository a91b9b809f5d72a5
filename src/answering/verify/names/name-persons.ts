import { segmentOnce } from '../cut-once.ts';
import { type TaggedWord, tagWords } from '../tag-words.ts';
import { isRareSurname, isSurname, mongolianPersons } from './find-persons.ts';
import {
  type Candidate,
  isBehindOffice,
  isBehindRole,
  isCutOut,
  isSpeaking,
  pointsOf,
  type Told,
} from './name-clues.ts';

/**
 * Persons a folded text names: a surname and a given name that a role or a mark before them, a verb behind them and the cut of
 * the words show.
 */
export function namePersons(text: string): readonly string[] {
  const words = tagWords(text);
  const starts = [...words, ...segmentOnce(text)].map(({ index }) => index);
  const cuts = new Set([...starts, text.length]);
  const told = { text, words, cuts };
  const behindRoles = words.flatMap((one) => (isLoose(one) ? startsInside(one, text) : []));
  const found = [...new Set([...cuts, ...behindRoles])].flatMap(
    (start) => nameAt(start, told) ?? [],
  );
  const names = [...new Set([...found, ...mongolianPersons(text), ...addressed(text)])];
  return names.filter((name) => !names.some((other) => isOnlyIn(name, other, text)));
}

/** Unknown words and places are cut where a name begins behind a role: 「院 / 长沙 / 玉洁」. */
function isLoose({ word, tag }: TaggedWord): boolean {
  return word.length > 1 && /^(?:x|ns)/u.test(tag) && /^\p{Script=Han}+$/u.test(word);
}

function startsInside({ word, index }: TaggedWord, text: string): readonly number[] {
  return Array.from({ length: word.length - 1 }, (_, at) => index + at + 1).filter((start) =>
    isBehindOffice(start, text),
  );
}

const leastPoints = 4;

const doubleSurname =
  /^(?:欧阳|上官|闻人|司徒|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|南宫|端木|申屠|钟离|宇文|相里|公冶|濮阳|澹台|淳于|太史|长孙|呼延|轩辕|赫连|闾丘|亓官|颛孙|独孤|纳兰|万俟|鲜于|拓跋)$/u;
function nameAt(start: number, told: Told): string | undefined {
  const { text } = told;
  if (doubleSurname.test(text.slice(start - 1, start + 1))) return undefined;
  const surname = doubleSurname.test(text.slice(start, start + 2)) ? 2 : 1;
  const isListed = surname === 2 || isSurname(text.slice(start));
  if (!isListed && !mayBegin(start, text)) return undefined;
  // A surname that is in no list shows only in a name of three, or before a verb of speech.
  return [2, 1]
    .map((given) => ({ name: text.slice(start, start + surname + given), start, surname }))
    .find((one) => {
      const isOpen = isListed || one.name.length > 2;
      if (!isOpen && !(isSpeaking(one, text) && isCutOut(one, told.words))) return false;
      return (
        mayName(one, told) && pointsOf(one, told) >= leastPoints && !isStretched(one, told.text)
      );
    })?.name;
}

/** 「慕容诚作」: the text has the name also without its last character. */
function isStretched({ name, surname }: Candidate, text: string): boolean {
  if (name.length < surname + 2) return false;
  const stem = new RegExp(`${name.slice(0, -1)}(?=[,。、的在带]|说|表示|介绍|告诉|坦言|回应)`, 'u');
  const rest = text.replaceAll(name, ' ');
  const isOnce = text.indexOf(name) === text.lastIndexOf(name);
  const followers = rest.split(name.slice(0, -1)).slice(1);
  return stem.test(rest) || (isOnce && new Set(followers.map(([next]) => next)).size > 1);
}

function mayBegin(start: number, text: string): boolean {
  return (
    isBehindRole(start, text) &&
    !/^[由在被从到就最不才没长]/u.test(text.slice(start)) &&
    !noGiven.test(text.charAt(start))
  );
}

const noGiven =
  /[他她它我你太得完进后用到的了着过们都也还又就很更最不没在是和与从向把被给让说讲这那其该各每所两几会能要可只已将坐扮陪帮跑养却提蹲找拿卖买扫抓捐驻抱拉赶喊劝减:,。;]|至[少多]/u;
const noPerson = /[村镇乡县市区里街路店厂局院校站所部委会党式率法卡员任河堡铺行科徽队工前]$/u;
const places = '村镇乡县市区里街路河江湖山桥社沟湾岭洲坪苑寨港';

function mayName(one: Candidate, told: Told): boolean {
  const [{ name, start, surname }, { text, words }] = [one, told];
  const given = name.slice(surname);
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || noGiven.test(given.replaceAll(rareGiven, '')))
    return false;
  const isSure = isSpeaking(one, text) || isCutOut(one, words);
  if (!isSure && noGiven.test(given)) return false;
  const isRepeated = text.indexOf(name) !== text.lastIndexOf(name);
  const isShown = (isSure || isRepeated) && isBehindOffice(start, text);
  return !(isShown ? noPersonEver : noPerson).test(name) && !goesOn(one, text);
}

/** 「白沙」 of 「白沙镇」, 「裘晋陪」 of 「裘晋陪他」. */
function goesOn({ name, start }: Candidate, text: string): boolean {
  return name.length > 2
    ? /^[他她我你]/u.test(text.slice(start + name.length))
    : new RegExp(`${name}[${places}]`, 'u').test(text);
}

// They stand in names too: 盛其昌, 施从文, 苑向东.
const rareGiven = /[从向其可能会进将]/gu;
const noPersonEver = /[村镇乡县市区街路店厂局院校站所部委会队]$/u;

const address =
  /(\p{Script=Han})(?:阿公|阿婆|阿姨|大爷|大妈|大娘|大叔|大伯|奶奶|爷爷|老太|老汉|婶|女士|先生|师傅|经理|老师|医生)/gu;

/** 「廖阿婆」 is as full as an article may have it. */
function addressed(text: string): readonly string[] {
  const words = tagWords(text);
  // Not of 「语文老师」.
  const endsWord = (at: number) =>
    words.some(
      ({ index, word, tag }) => tag !== 'x' && index < at && index + word.length === at + 1,
    );
  return [...text.matchAll(address)]
    .filter(([, surname = '']) => isSurname(surname) && !isRareSurname(surname))
    .filter(({ index }) => !endsWord(index))
    .map(([name]) => name);
}

/** 「桑大」 of 「桑大有」. */
function isOnlyIn(name: string, other: string, text: string): boolean {
  return other !== name && other.startsWith(name) && !text.replaceAll(other, ' ').includes(name);
}
