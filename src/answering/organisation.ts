import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';
import { findNamedPlaces, isShortFor } from './verify/names/find-named-places.ts';

/** The organisation an article is about: its first one, else the one in its kicker; null when it names none. */
export function organisationOf({ organisations, kicker }: Article): string | null {
  const fromKicker = kicker?.replace(/[：:]\s*$/u, '').trim() ?? '';
  return organisations[0] ?? (fromKicker === '' ? null : fromKicker);
}

/**
 * Whom a sentence of an article is about when it does not say so itself: the organisation named last
 * before it in its paragraph, else the one the article is about.
 */
export function subjectBefore(article: Article, offset: number): string | null {
  // What another paragraph was about ends with it.
  const before = article.body.slice(article.body.lastIndexOf('\n', offset - 1) + 1, offset);
  const [main] = article.organisations;
  if (article.organisations.length < 2 || article.kicker !== null)
    return main ?? organisationOf(article);
  const named = article.organisations
    .map((organisation) => ({ organisation, at: lastMention(before, organisation) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => b.at - a.at);
  return named[0]?.organisation ?? main ?? null;
}

/** Whether a text names an organisation, in full or by the end of its name: 「西茶坊社区」 for 「滨河街街道西茶坊社区」. */
export function namesOrganisation(text: string, organisation: string): boolean {
  const folded = foldText(text);
  return shortNames(foldText(organisation)).some((name) => folded.includes(name));
}

// 「近年来」, 「4月23日」, 「共建由」: what may stand in a clause before its subject.
const beforeSubject =
  /^(?:(?:近[年日期]来?|今年(?:以来)?|去年|日前|不久前|目前|如今|当[天日]|近几年|最近|[\d年月日上下午]+|于|一直以来)*|.{0,6}由|在|[\p{Script=Han}]{0,8}(?:省|自治区|市|盟|州|县|区|旗|镇|乡|街道|苏木))$/u;
const clauseEnd = /[，,、：:；;。！？!?\s“”「」]/u;

/** Whether a folded text names an organisation where its subject stands, not as somebody it has to do with. */
export function namesAsSubject(text: string, organisation: string): boolean {
  return lastAsSubject(text, organisation) >= 0;
}

/** Where a text names an organisation as a subject for the last time; -1 without. */
function lastAsSubject(text: string, organisation: string): number {
  const places = shortNames(organisation).flatMap((name) =>
    [...text.matchAll(new RegExp(RegExp.escape(name), 'gu'))].map(({ index }) => index),
  );
  const subjects = places.filter((at) => {
    const clause = text.slice(0, at).split(clauseEnd).at(-1) ?? '';
    return beforeSubject.test(clause);
  });
  return Math.max(-1, ...subjects);
}

/** How much of an organisation's name a question says: how many of its named places and kinds; 0 for none. */
export function namedShare(question: string, { organisations, kicker }: Article): number {
  const named = findNamedPlaces(foldText(question));
  const names = [...organisations, kicker ?? ''].map(foldText);
  return Math.max(
    0,
    ...names.map((name) => {
      if (name !== '' && namesOrganisation(question, name)) return named.length + 1;
      return named.filter((one) => name.includes(one.name) || isShortFor(one, name)).length;
    }),
  );
}

const organisationEnd =
  /(?:街道|社区|嘎查|苏木|村|镇|乡|县|区|旗|市|局|院|委|会|公司|学校|医院|中心|支队|大队|党总支|党支部|党委|站|所)$/u;

/** The full name and its last part after a place that is named before it. */
function shortNames(name: string): readonly string[] {
  const cuts = [...name.matchAll(/(?:街道|社区|市|县|区|旗|镇|乡)(?=.{3,}$)/gu)];
  const tails = cuts
    .map((cut) => name.slice(cut.index + cut[0].length))
    .filter((tail) => tail.length >= 4 && organisationEnd.test(tail));
  return [name, ...tails];
}

function lastMention(text: string, organisation: string): number {
  return Math.max(...shortNames(organisation).map((name) => text.lastIndexOf(name)));
}
