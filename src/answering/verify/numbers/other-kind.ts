import { tagWords } from '../tag-words.ts';
import { type NumberInContext, readNumbers } from './number-context.ts';
import { sameValue } from './same-numeral.ts';

const bodies =
  /^(?:党组织|[院厂园病街片]区|科室|诊室|车间|小学|中学|大学|科研单位|幼儿园|教学点|商户|省份?|市|县|区|旗|村|镇|乡|社区|小区|街道|支部|党支部|单位|公司|企业|学校|医院|家庭|网格|小组|班组|车间|民族|部门|党员|居民|老人|职工|志愿者|户|班级|班(?![级车组长])|栋楼|楼栋|合作社|社员)/u;

/** 「26个党支部」 for 「26名党员」: neither before nor behind this figure does the source have such a thing. */
export function otherKind(claim: string, source: string): string | undefined {
  const told = readNumbers(source);
  return readNumbers(claim)
    .filter(({ numeral }) => numeral.kind === 'count')
    .map((said) => ({ said, body: bodyOf(said) }))
    .find(({ said, body }) => {
      if (body === undefined) return false;
      const same = told.filter(({ numeral }) => sameValue(numeral, said.numeral));
      return same.length > 0 && same.every((one) => hasOtherBody(one, body));
    })?.body;
}

function bodyOf({ numeral, after }: NumberInContext): string | undefined {
  return bodies.exec(withoutNumber(numeral.text) + after)?.[0];
}

function withoutNumber(text: string): string {
  return (
    /\p{Script=Han}*$/u
      .exec(text)?.[0]
      .replace(/^[零一二两三四五六七八九十百千万亿多余]*[个家名位]?/u, '') ?? ''
  );
}

const persons = /^(?:党员|居民|老人|职工|志愿者|社员)$/u;

function hasOtherBody(one: NumberInContext, body: string): boolean {
  const { numeral, before, after } = one;
  if (`${before}${numeral.text}${after}`.includes(body)) return false;
  const other = bodyOf(one) ?? bodyBehind(before, after) ?? nounBehind(one, body);
  if (other === undefined) return /^[人名位]$/u.test(numeral.unit ?? '') && !persons.test(body);
  // 「12个楼栋」 are 「12栋楼」.
  return [...body].some((one) => !other.includes(one));
}

/** 「21条河流」; 「12栋商务楼宇」 are 「12栋楼」. */
function nounBehind({ numeral, after }: NumberInContext, body: string): string | undefined {
  if (/^[个名位人]?$/u.test(numeral.unit ?? '') || after.includes(body.slice(-1))) return undefined;
  const [noun] = tagWords(after);
  return noun?.tag === 'n' && noun.word.length > 1 ? noun.word : undefined;
}

/** 「登记党员37名」: what is counted stands before the figure, at the end of its clause. */
function bodyBehind(before: string, after: string): string | undefined {
  return after === '' ? /(?:党员|居民|老人|职工|志愿者)$/u.exec(before)?.[0] : undefined;
}
