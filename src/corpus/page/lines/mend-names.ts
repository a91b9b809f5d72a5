import { nobody } from './bylines.ts';
import { readLine } from './line-roles.ts';
import type { PageLine } from './page-lines.ts';
import type { RoleLine } from './role-line.ts';

const namesOpen = /[（(【][^（）()【】。，]{0,40}$/u;
const namesClose = /^[^（）()【】。，]{0,40}[）)】]/u;
const named = /记者|通讯员|記者|通訊員/u;

/** Blank lines inside a bracket of names are a break of the column: 本报讯（记者 穆子 … 期） */
export function closeNameGaps(lines: readonly PageLine[]): readonly PageLine[] {
  return lines.map((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || (line.blanksBefore === 0 && !before.isSpaced)) return line;
    const [open, close] = [namesOpen.exec(before.text)?.[0], namesClose.exec(line.text)?.[0]];
    const isTorn = open !== undefined && close !== undefined && named.test(open + close);
    if (!isTorn) return line;
    const text = before.isSpaced ? line.text.replace(spacedEnd, closeSpaces) : line.text;
    return { ...line, text, blanksBefore: 0 };
  });
}

/** 家 骏 ） below 记 者 虞 */
const spacedEnd = /^\p{Script=Han} (?:\p{Script=Han} )?[）)】]/u;

function closeSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

const nameEnd = /^[\p{Script=Han}]{1,2}$/u;
const namesRole = /(?:记者|通讯员|記者|通訊員)[^（）()。，]*[\p{Script=Han}]$/u;

/** A byline of which the last name was broken off: 本报记者 穆子 … 期 */
export function mendBylines(lines: readonly RoleLine[]): readonly RoleLine[] {
  return lines.map((line, index): RoleLine => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    if (before !== undefined && readTorn(before, line) !== null) {
      return { ...line, role: 'byline', why: '上一行署名的最后一个字', people: nobody };
    }
    const whole = after === undefined ? null : readTorn(line, after);
    return whole === null ? line : { ...line, ...whole };
  });
}

/** A photographer whose name begins behind the last sentence, on the line above: ……挂上了船头。陆小 … 曼生 摄 */
export function mendCredits(lines: readonly RoleLine[]): readonly RoleLine[] {
  return lines.map((line, index): RoleLine => {
    const before = lines[index - 1];
    const isTorn =
      line.role === 'credit' &&
      line.line.blanksBefore === 0 &&
      before?.role === 'text' &&
      nameBegins.test(before.line.text);
    return isTorn
      ? { ...line, role: 'text', why: '上一行图片作者的后半个名字', people: null }
      : line;
  });
}

const nameBegins = /[。！？”]\s?\p{Script=Han}{1,3}$/u;

/** What two lines are together when the second ends a name of the first, or null. */
function readTorn(line: RoleLine, after: RoleLine) {
  const { text } = line.line;
  const lastName = /[\p{Script=Han}]+$/u.exec(text)?.[0] ?? '';
  const isTorn =
    lastName.length <= 2 &&
    after.line.blanksBefore <= 1 &&
    namesRole.test(text) &&
    nameEnd.test(after.line.text) &&
    lastName.length + after.line.text.length <= 3;
  if (!isTorn) return null;
  const whole = readLine({ text: text + after.line.text, width: line.line.width });
  return whole.role === 'byline' ? whole : null;
}
