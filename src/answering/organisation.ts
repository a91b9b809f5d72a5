import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';

/** The organisation an article is about: its first one, else the one in its kicker; null when it names none. */
export function organisationOf({ organisations, kicker }: Article): string | null {
  const fromKicker = kicker?.replace(/[：:]\s*$/u, '').trim() ?? '';
  return organisations[0] ?? (fromKicker === '' ? null : fromKicker);
}

/** Whether a text names an organisation, in full or by the end of its name: 「西茶坊社区」 for 「滨河街街道西茶坊社区」. */
export function namesOrganisation(text: string, organisation: string): boolean {
  const folded = foldText(text);
  return shortNames(foldText(organisation)).some((name) => folded.includes(name));
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
