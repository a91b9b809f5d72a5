import type { Evidence } from '../evidence.ts';
import { keepLast } from '../keep-last.ts';
import type { Rules } from '../rules.ts';
import { tagWords } from '../tag-words.ts';
import { commonness } from '../words/printed-words.ts';
import { isSurname } from './find-persons.ts';
import { findName } from './may-be-name.ts';
import { differByOne } from './name-words.ts';

/** What stands like a name in a claim where its source has another that shares some of it. */
export const givenNameRules: Rules = {
  'other-given-name': { fault: 'name', isCertain: true, find: findName(findOtherGiven) },
  'other-surname': { fault: 'name', isCertain: true, find: findName(findOtherSurname) },
};

const lead =
  /(?:^|[,。:;!?、“”"()\n\s]|[的是叫由被和与干员师长人工兵户生民者手商匠主家记理导官警授士席亲子妻夫])$/u;
const grammar =
  /[的了着过们都也还又就才很更最不没在是和与从向把被给让说讲这那其该各每所会能要可只已将当有等对到去来为因由用提负介表担主带月日须个名位条项件次人家里上下中前后时员]/u;

interface Standing {
  readonly name: string;
  readonly start: number;
}

/** Surnames with one or two characters behind them that stand where names stand. */
function standingNames(text: string, length: number): readonly Standing[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, start) => ({
    name: text.slice(start, start + length),
    start,
  })).filter(
    ({ name, start }) =>
      /^\p{Script=Han}+$/u.test(name) &&
      isSurname(name) &&
      !grammar.test(name.slice(1)) &&
      lead.test(text.slice(Math.max(0, start - 1), start)),
  );
}

const namesInBodies = keepLast((bodies) => standingNames(bodies, 3));

/** 「郎志超」 for 「郎志远」, 「孔繁荣」 for 「孔凡星」, 「父亲那顺」 for 「父亲那森」. */
function findOtherGiven(
  claim: string,
  { bodies, headings, persons }: Evidence,
): string | undefined {
  const source = `${bodies}\n${headings}`;
  const told = namesInBodies(bodies).filter(({ name }) => !claim.includes(name));
  const own = standingNames(claim, 3).filter(
    ({ name, start }) =>
      !source.includes(name) &&
      !persons.some((one) => isPerson(one, { name, start }, claim)) &&
      isUnknown(name) &&
      !(/[村镇乡县市区]$/u.test(name) && source.includes(name.slice(0, 2))) &&
      isEnded(claim, start + 3),
  );
  return (
    own.find(({ name }) =>
      told.some(
        (other) =>
          other.name.charAt(0) === name.charAt(0) &&
          (differByOne(name, other.name) || persons.includes(other.name)),
      ),
    )?.name ?? shortName(claim, source)
  );
}

const kin =
  /\p{Script=Han}[亲子妻夫员师长人工手生记任](?=(\p{Script=Han})(\p{Script=Han})(?:$|[,。;、]|[说是在的]))/gu;

/** Two characters behind the same role, of which the first is the same. */
function shortName(claim: string, source: string): string | undefined {
  return [...claim.matchAll(kin)]
    .filter(([role, surname = '', given = '']) => {
      const name = surname + given;
      if (!isSurname(surname) || grammar.test(given) || commonness(name) > 0) return false;
      const other = new RegExp(`${role}${surname}(?!${given})\\p{Script=Han}`, 'u');
      return !source.includes(name) && other.test(source);
    })
    .map(([, surname = '', given = '']) => surname + given)[0];
}

/** A person stands there by name; 「戴鹤」 may be cut off from 「戴鹤年」. */
function isPerson(person: string, { name, start }: Standing, claim: string): boolean {
  const isCut = name.slice(0, 2) === person && /^(?:$|[,。;、说])/u.test(claim.slice(start + 3));
  return !isCut && claim.slice(Math.max(0, start - 2), start + 4).includes(person);
}

function isEnded(text: string, end: number): boolean {
  return (
    end === text.length ||
    /[到在说把从的是给和与向让被带领,。]/u.test(text.charAt(end)) ||
    tagWords(text).some(({ index }) => index === end)
  );
}

function isUnknown(name: string): boolean {
  return commonness(name) === 0 && commonness(name.slice(0, 2)) === 0;
}

/** 「何老疙瘩」 for 「贺老疙瘩」. */
function findOtherSurname(claim: string, { bodies, headings }: Evidence): string | undefined {
  const source = `${bodies}\n${headings}`;
  return standingNames(claim, 3).find(({ name, start }) => {
    const given = claim.slice(start + 1, start + 3);
    if (source.includes(name) || commonness(given) > 0) return false;
    const told = [...source.matchAll(new RegExp(`(.)(.)${given}`, 'gu'))];
    return (
      told.length > 0 &&
      told.every(
        ([, before = '', one = '']) =>
          isSurname(one) && lead.test(before) && !claim.includes(one + given),
      )
    );
  })?.name;
}
