import { nobody, readPeople } from './bylines.ts';
import { startsWithFamilyName } from './family-names.ts';
import { officialVerb } from './line-traits.ts';
import { isIndented, isSetRight } from './page-lines.ts';
import type { PageStyle } from './page-style.ts';
import type { RoleLine } from './role-line.ts';
import { endsSentence } from './sentence-ends.ts';

/** Tells who signed a text: a line to the right below it, a letter's writer with a place, a notice's sender with a date. */
export function findSignatures(lines: readonly RoleLine[], style: PageStyle): readonly RoleLine[] {
  const found: RoleLine[] = [];
  for (const [index, line] of lines.entries()) {
    const [before, after] = [found.at(-1), lines[index + 1]];
    found.push(readSignature(line, { before, after }, style));
  }
  return found;
}

interface Beside {
  readonly before: RoleLine | undefined;
  readonly after: RoleLine | undefined;
}

function readSignature(line: RoleLine, beside: Beside, style: PageStyle): RoleLine {
  const isBelowText = beside.before?.role === 'text' || beside.before?.role === 'signature';
  const isOther = line.role !== 'text' && line.role !== 'byline';
  if (!isBelowText || isOther || line.line.width > widestSignature) return line;
  const isRight = line.line.inIndentedText && isSetRight(line.line);
  const atLeft = style.isDense ? null : atMargin(line, beside);
  const found = isRight ? atRight(line) : atLeft;
  return found === null ? line : { ...line, role: 'signature', ...found };
}

type Signature = Pick<RoleLine, 'why' | 'people'>;

function atRight({ line }: RoleLine): Signature {
  return { why: '正文下面靠右的署名', people: readPeople(lastWord(line.text)) ?? nobody };
}

/** Extraction has moved it to the margin: only what it says tells a signature from a headline. */
function atMargin({ line }: RoleLine, { before, after }: Beside): Signature | null {
  const isBelow =
    line.blanksBefore === 0 &&
    !isIndented(line) &&
    before?.role === 'text' &&
    endsSentence(before.line.text);
  if (!isBelow) return null;
  const name = lastWord(line.text);
  if (placeAndName.test(line.text) && startsWithFamilyName(name)) {
    return { why: '来信的署名', people: readPeople(name) ?? nobody };
  }
  const isDated = after?.role === 'furniture' && dated.test(after.line.text);
  const isLast = after === undefined || after.line.blanksBefore > 0;
  const isSender = sender.test(line.text) && !officialVerb.test(line.text);
  return isSender && (isDated || isLast) ? { why: '启事的落款', people: nobody } : null;
}

function lastWord(text: string): string {
  return text.split(/\s+/u).at(-1) ?? '';
}

const widestSignature = 20;
/** 柿子沟村 武修文, 外地旅客 沈秋禾 */
const placeAndName =
  /^[\p{Script=Han}]{1,11}(?:[村镇乡县市区局院校厂站社厅队连班]|街道|社区|小区|公司|中心|大学|中学|小学|旅客|游客|乘客|读者|市民|居民|村民|牧民|农民|职工|学生|家长|患者)\s+[\p{Script=Han}]{2,4}$/u;
const sender =
  /^[\p{Script=Han}“”]{3,20}(?:[局院校厂站社厅部委会办所队处科园馆]|公司|中心|支部|政府|街道|社区|学校|银行|集团|法院)$/u;
const dated = /^\d{4}年\d{1,2}月\d{1,2}日$/u;
