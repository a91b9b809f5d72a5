import type { Evidence } from '../evidence.ts';

const part =
  /(\p{Script=Han}{2,10}?)((?:股份)?有限(?:责任)?公司|集团|公司|厂|人民医院|医院|卫生院|中心小学|小学|中学|学校|大学|学院|研究所|合作社|社区|小区|街道|苏木|嘎查|法庭|自治县|[省市县区旗州镇乡村盟])/gu;

/** What an article says in place of a kind of body; of the other kinds it says the kind itself. */
const plainWords: readonly (readonly [RegExp, string])[] = [
  [/公司|集团|厂$/u, '公司'],
  [/医院|卫生院/u, '医院'],
  [/小学|中学|学校/u, '学校'],
  [/大学|学院/u, '学院'],
  [/研究所/u, '所'],
];

/** Writes the names of an article's own places and bodies as what they are: 「启帆重工党委」 as 「公司党委」, 「上坳村」 as 「村」. */
export function plainNames(text: string, { subjects }: Evidence): string {
  return ownNames(subjects).reduce(
    (rest, { pattern, plain }) => rest.replace(pattern, plain),
    text,
  );
}

/** Evidence with its own names written plainly. */
export function plainEvidence(evidence: Evidence): Evidence {
  const known = kept.get(evidence);
  if (known !== undefined) return known;
  const plain = writePlainly(evidence);
  kept.set(evidence, plain);
  return plain;
}

// Several rules ask for the same.
const kept = new WeakMap<Evidence, Evidence>();

function writePlainly(evidence: Evidence): Evidence {
  const plain = (text: string) => plainNames(text, evidence);
  const { text, quoted, sentences, passages, bodies, headings } = evidence;
  return {
    ...evidence,
    text: plain(text),
    quoted: plain(quoted),
    sentences: sentences.map(plain),
    passages: plain(passages),
    bodies: plain(bodies),
    headings: plain(headings),
  };
}

interface OwnName {
  readonly pattern: RegExp;
  readonly plain: string;
}

function ownNames(subjects: string): readonly OwnName[] {
  const names = subjects
    .split('\n')
    .flatMap((line) => [...line.replace(/^中共/u, '').matchAll(part)])
    .map(([whole, name = '', kind = '']) => [whole, { name, kind }] as const);
  return [...new Map(names).values()].map(ownName);
}

const place = /^(?:自治县|社区|小区|街道|苏木|嘎查|[省市县区旗州镇乡村盟])$/u;

/** A place in full; a body also by its first characters and others of it in order: 「启帆重工」 of 「启帆重工股份有限公司」. */
function ownName({ name, kind }: { readonly name: string; readonly kind: string }): OwnName {
  const plain = plainWords.find(([pattern]) => pattern.test(kind))?.[1] ?? kind;
  if (place.test(kind)) return { pattern: new RegExp(name + kind, 'gu'), plain };
  const rest = [...name.slice(2), ...kind].map((one) => `${one}?`).join('');
  const behind = '(?:公司|集团|厂|医院|学校|大学|所)?';
  return { pattern: new RegExp(name.slice(0, 2) + rest + behind, 'gu'), plain };
}
