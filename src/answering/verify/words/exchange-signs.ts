import { coverOf } from '../align-clauses.ts';
import { cutOnce } from '../cut-once.ts';
import { findMentions } from '../doers/find-mentions.ts';
import type { Evidence } from '../evidence.ts';
import { flag, type Sign, type SignFinder, withProducts } from '../sign.ts';
import { alignRuns, endAt, endOf, standTogether } from './align-runs.ts';
import { type Departures, type Exchange, findExchanges } from './find-exchanges.ts';
import { isFree } from './known-words.ts';
import { isContrary, isDenied, isOfSeries } from './opposed.ts';
import { nearness } from './printed-words.ts';
import { sayTheSame } from './synonymous-deeds.ts';
import { whoseName } from './whose-name.ts';

/**
 * Where a claim leaves the words of its source, in the order of the source: 二维码 for 温度计 in a sentence that is the source's else.
 * The more of a claim is its source's, the more each of these places counts.
 */
export const exchangeSigns: SignFinder = {
  fault: 'words',
  mutations: ['number', 'unit', 'date', 'name', 'place', 'negation', 'attribution'],
  find: (claim, evidence) => {
    const departures = findExchanges(claim, evidence);
    return departures.exchanges.map((one) => signOf(one, { claim, evidence, departures }));
  },
};

type Features = Readonly<Record<string, number>>;

interface Context {
  readonly claim: string;
  readonly evidence: Evidence;
  readonly departures: Departures;
}

const numeral = /[\d一二三四五六七八九十百千万两半几]/u;
const pronoun = /[他她它其该此这那本自己]/u;
// 「约」, 「计划」, 「左右」: without it a sentence says more than its source.
const hedge =
  /[约近超多余逾仅才曾拟将首最都各每第再又也还只]|计划|预计|可能|准备|打算|左右|部分|不少/u;
const farBack = 60;

function signOf(exchange: Exchange, { claim, evidence, departures }: Context): Sign {
  const { said, told, start, left, right, isPinned, isMoved, back } = exchange;
  const rest = unheaded(said, evidence.headings);
  const [isPut, isLeft] = [said !== '', told !== ''];
  const isBegin = start === 0 || /[^\p{L}\p{N}]/u.test(claim.charAt(start - 1));
  const features = {
    exchanged: flag(isPut && isLeft),
    put: flag(isPut && !isLeft),
    left: flag(isLeft && !isPut),
    onlyMoved: flag(!isPut && !isLeft),
    pinned: flag(isPinned),
    moved: flag(isMoved),
    back: flag(back > 0),
    backNear: flag(back > 0 && back <= farBack),
    begins: flag(isBegin),
    ends: flag(right === 0),
    neighbours: Math.min(left, right, 8) / 8,
    firm: flag(left >= 3 && right >= 3),
    share: departures.share,
    departs: Math.min(departures.exchanges.length, 8) / 8,
    ...partFeatures('said', said, evidence),
    ...partFeatures('rest', rest, evidence),
    ...partFeatures('told', told, evidence),
    ...betweenFeatures(rest === '' ? said : rest, told),
    headed: flag(isHeadedOtherwise(said, evidence.headings)),
    otherTime: flag(isMoved && left === 0 && right === 0),
    ...ownerFeatures(exchange, evidence),
    toldInClaim: isLeft ? coverOf(told, claim) : 0,
  };
  return { detail: `${said} / ${told}`, features: withProducts(features, products) };
}

function partFeatures(name: string, part: string, { text, headings, bodies }: Evidence): Features {
  const words = cutOnce(part);
  return {
    [`${name} length`]: Math.min(part.length, 12) / 12,
    [`${name} single`]: flag(part.length === 1),
    [`${name} long`]: flag(part.length > 4),
    [`${name} number`]: flag(numeral.test(part)),
    [`${name} denied`]: flag(isDenied(part)),
    [`${name} free`]: flag(part !== '' && words.every((word) => isFree(word))),
    [`${name} pronoun`]: flag(pronoun.test(part)),
    [`${name} hedge`]: flag(hedge.test(part)),
    [`${name} in headings`]: part === '' ? 0 : coverOf(part, headings),
    [`${name} in text`]: part === '' ? 0 : coverOf(part, text),
    [`${name} in bodies`]: part === '' ? 0 : coverOf(part, bodies),
  };
}

function betweenFeatures(said: string, told: string): Features {
  if (said === '' || told === '') return {};
  return {
    nearness: nearness(said, told),
    synonym: flag(sayTheSame(said, told)),
    series: flag(isOfSeries(said, told)),
    contrary: flag(isContrary(said, told)),
    turned: flag(isDenied(said) !== isDenied(told)),
    within: flag(said.includes(told) || told.includes(said)),
    shared: [...said].filter((one) => told.includes(one)).length / said.length,
    sameLength: flag(said.length === told.length),
  };
}

/** What of a part does not stand in the headings: 「急诊」 of 「荷塘县人民医院急诊」. */
function unheaded(part: string, headings: string): string {
  let rest = '';
  for (let at = 0; at < part.length; at += 1) {
    let end = at + 2;
    while (end <= part.length && headings.includes(part.slice(at, end))) end += 1;
    if (end > at + 2) at = end - 2;
    else rest += part.charAt(at);
  }
  return rest;
}

/** 「荷塘县中医院」 for 「荷塘县人民医院」: all but a few characters between others stand in the headings. */
function isHeadedOtherwise(said: string, headings: string): boolean {
  const runs = alignRuns(said, headings);
  return runs.some((run, at) => {
    const next = runs[at + 1];
    if (next === undefined) return false;
    const isPut = next.start > endOf(run);
    return (
      isPut && next.at > endAt(run) && standTogether(run, next, { claim: said, text: headings })
    );
  });
}

function ownerFeatures(exchange: Exchange, evidence: Evidence): Features {
  const whose = whoseName(exchange, evidence);
  const { said, told } = exchange;
  const tellsName = isNamed(told, evidence);
  return {
    person: flag(whose !== undefined),
    toldPerson: flag(evidence.persons.some((name) => told.includes(name))),
    toldNamed: flag(tellsName),
    otherNamed: flag(tellsName && said !== '' && !said.includes(told.slice(-2))),
    bothNamed: flag(tellsName && isNamed(said, evidence)),
    lastNamed: flag(whose === 'of the last named'),
    notLastNamed: flag(whose === 'of another'),
  };
}

/** Whether a part names a person or a body by more than what kind it is: 「砚桥市场监管所」, not 「公司」. */
function isNamed(part: string, { persons }: Evidence): boolean {
  return findMentions(part, persons).some(
    ({ name, kind }) => kind === '' || name.length >= kind.length + 2,
  );
}

const products = [
  ['exchanged', 'share'],
  ['exchanged', 'moved'],
  ['exchanged', 'rest length'],
  ['put', 'rest length'],
  ['put', 'rest in bodies'],
  ['begins', 'rest length'],
  ['rest number', 'told number'],
  ['rest single', 'told single'],
  ['exchanged', 'rest free'],
  ['exchanged', 'rest pronoun'],
  ['begins', 'otherNamed'],
  ['exchanged', 'otherNamed'],
  ['left', 'toldNamed'],
  ['told pronoun', 'lastNamed'],
  ['told pronoun', 'notLastNamed'],
  ['exchanged', 'neighbours'],
  ['exchanged', 'firm'],
  ['exchanged', 'begins'],
  ['put', 'share'],
  ['put', 'begins'],
  ['put', 'firm'],
  ['put', 'said in headings'],
  ['put', 'said in bodies'],
  ['exchanged', 'said in headings'],
  ['exchanged', 'said in bodies'],
  ['exchanged', 'said length'],
  ['exchanged', 'told length'],
  ['exchanged', 'synonym'],
  ['exchanged', 'said free'],
  ['exchanged', 'told free'],
  ['exchanged', 'told pronoun'],
  ['left', 'told denied'],
  ['left', 'told hedge'],
  ['put', 'said denied'],
  ['put', 'said number'],
  ['put', 'said free'],
  ['put', 'said single'],
  ['said single', 'told single'],
  ['said number', 'told number'],
  ['backNear', 'share'],
  ['begins', 'said in headings'],
  ['begins', 'person'],
] as const;
