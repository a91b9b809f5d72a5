import type { Evidence } from '../evidence.ts';
import type { Find } from '../rules.ts';
import { tagWords } from '../tag-words.ts';
import {
  areSynonyms,
  behind,
  findSlots,
  goesOn,
  isWhole,
  type Run,
  type Slot,
  tailOf,
  wholeOf,
} from '../words/find-slots.ts';
import { isNew } from '../words/known-words.ts';
import { nearness } from '../words/printed-words.ts';

/** The fault of what a claim says between the neighbours of another thing. */
export type SlotFault = 'attribution' | 'name' | 'place';

/** 「宏远建材公司」 for 「宏砌建材公司」, 「旅游职业学校」 for 「商业职业学校」: the names end alike and begin otherwise. */
export function findOtherInName(fault: SlotFault): Find {
  return (claim, evidence) => {
    const found = findSlots(claim, evidence.text).find(
      (slot) =>
        faultOf(slot, tailOf(slot.said, slot.right)) === fault && isOtherName(slot, evidence),
    );
    return found === undefined ? undefined : nameOf(found);
  };
}

/** 「仓库」 for 「货车」: one noun stands where the source has another, the words on both sides are the same. */
export function findOtherNoun(fault: SlotFault): Find {
  return (claim, evidence) =>
    findSlots(claim, evidence.text).find(
      (slot) => faultOf(slot, '') === fault && isOtherNoun(slot, evidence),
    )?.said.text;
}

const place =
  /(?:社区|小区|街道|隧道|广场|[省市县区旗镇乡村屯庄寨湾山河湖江溪沟岭崖岩坡坪坝岛洲塘桥路街巷门口院所室厅站库校城园池房店馆厂场楼棚亭港])$/u;

function faultOf({ said }: Slot, tail: string): SlotFault {
  if (/[由让被]$/u.test(said.clause.slice(0, said.start))) return 'attribution';
  return place.test(said.text + tail) || said.words.some(({ tag }) => /^(?:ns|s)/u.test(tag))
    ? 'place'
    : 'name';
}

function isOtherName(slot: Slot, { text, headings, persons }: Evidence): boolean {
  const { said, told } = slot;
  const source = `${text}\n${headings}`;
  if (!areTailed(slot) || areSynonyms(slot) || source.includes(nameOf(slot))) return false;
  const [one, other] = [said.text.length, told.text.length];
  if (one === 1 && other === 1)
    return (
      isUnknownName(slot) ||
      (isCharacterOfName(slot, said, source) && isCharacterOfName(slot, told, ''))
    );
  return (
    one > 1 &&
    other > 1 &&
    isNew(said.text, source) &&
    isNew(wholeOf(said), source) &&
    isModifier(said, told) &&
    isModifier(told, said) &&
    !persons.some((name) => behind(said).slice(0, 6).includes(name))
  );
}

/** Both go on alike up to a noun. That may be one character where both runs begin a word that it ends: 「示范岗」. */
function areTailed({ said, told, left, right }: Slot): boolean {
  const [one, other] = [tailOf(said, right).length, tailOf(told, right).length];
  if (one > 1 && other > 1) return true;
  const runs = [said, told];
  return (
    one === 1 &&
    other === 1 &&
    left > 0 &&
    runs.every((run) => run.text.length > 1 && goesOn(run) && run.words[0]?.index === run.start)
  );
}

const kinds =
  /^.+(?:公司|集团|医院|学校|学院|大学|中学|小学|研究所|合作社|协会|学会|委员会|银行|车间|隧道|大桥|社区|街道|园区|市场|队|厂)/u;

/** 「恒达传动公司」 for 「恒拓传动公司」: of a body, and no word in print. */
function isUnknownName({ said, told, left, right }: Slot): boolean {
  const words = [...said.words, ...told.words];
  return (
    left > 0 &&
    words.every(({ tag }) => /^(?:x|n[rsz])/u.test(tag)) &&
    [said, told].every((run) => kinds.test(tailOf(run, right)))
  );
}

/** What a claim names, with two characters of its tail. */
function nameOf({ said, left, right }: Slot): string {
  const before = left > 0 ? 1 : 0;
  const end = said.start + said.text.length + Math.min(2, right);
  return said.clause.slice(said.start - before, end);
}

const noun = /^(?:n|[xjsblf]|vn|a)/u;
const nounAlone = /^(?:n|[xjsbl]|vn|a)/u;
const character = /^(?:n(?!g)|ng|[xjsabq]|z)/u;
const mayFollow = /^(?:n|[xjsblg]|zg)/u;

function isCharacterOfName({ left }: Slot, run: Run, source: string): boolean {
  if (left === 0 && source.includes(run.text)) return false;
  // 「2人」 for 「2票」
  if (/\d/u.test(run.clause.charAt(run.start - 1))) return false;
  const tags = [...run.words, ...tagWords(run.text)].map(({ tag }) => tag);
  return tags.every((tag) => character.test(tag)) && isBeforeNoun(run);
}

function isModifier(run: Run, other: Run): boolean {
  if (!run.words.every(({ tag }) => noun.test(tag))) return false;
  const areWhole = isWhole(run) && isWhole(other);
  const isKnown =
    tagWords(run.text).every(({ tag }) => nounAlone.test(tag)) ||
    (isWhole(run) && run.words.length === 1) ||
    goesOn(run);
  return isKnown && (isBeforeNoun(run) || (areWhole && nextTag(run) === 'vn'));
}

function isBeforeNoun(run: Run): boolean {
  return goesOn(run) || mayFollow.test(nextTag(run));
}

function nextTag({ clause, start, text }: Run): string {
  return tagWords(clause).find(({ index }) => index >= start + text.length)?.tag ?? '';
}

// As near to one another as words for the same thing are.
const near = 0.62;

function isOtherNoun(slot: Slot, { text, headings }: Evidence): boolean {
  const { said, told, left } = slot;
  const source = `${text}\n${headings}`;
  return (
    left > 0 &&
    (arePlaces(slot) || (areNouns(slot) && nearness(said.text, told.text) < near)) &&
    isNew(said.text, source) &&
    !areSynonyms(slot)
  );
}

/** 「门诊大厅」 for 「心内科病房」: what stands behind them may be grammar. */
function arePlaces({ said, told }: Slot): boolean {
  return (
    [said, told].every(({ text }) => text.length > 1 && building.test(text)) &&
    !tagWords(said.text).some(({ word, tag }) => tag === 'v' && word !== '里')
  );
}

const building =
  /(?:社区|小区|街道|大厅|[院所室厅站库校城园池墙房店馆厂场桥村堂楼口庭棚亭台港坊])$/u;

function areNouns({ said, told, right }: Slot): boolean {
  return (
    right > 0 &&
    /\p{Script=Han}/u.test(behind(said).charAt(0)) &&
    isNoun(said) &&
    isNoun(told) &&
    !(people.test(said.text) && people.test(told.text))
  );
}

const people = /[人民员生众家孩工友]$/u;

function isNoun(run: Run): boolean {
  return (
    run.text.length > 1 &&
    isWhole(run) &&
    run.words.every(({ tag }) => /^[nsb]/u.test(tag)) &&
    !/[上中里下内外]$/u.test(run.text)
  );
}
