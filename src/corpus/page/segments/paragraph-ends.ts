import { nobody, type People, readPeople, simplifyRoles } from '../lines/bylines.ts';
import { leadStart } from '../lines/line-roles.ts';

/** A paragraph's text without what was printed after it. */
export interface ParagraphEnd {
  readonly text: string;
  /** Who or what is named in brackets at its end: it closes an article. */
  readonly signature: People | null;
  /** Who took the picture it describes. */
  readonly credit: People | null;
  /** 下转第3版 */
  readonly jump: string | null;
}

/** 本报讯（记者 张三）: the people; the words stay in the body, as printed. */
export function readLead(printed: string): People | null {
  const text = simplifyRoles(printed);
  if (!leadStart.test(text)) return null;
  const named =
    /^[\p{Script=Han}\d]{0,24}\s*[（(]([^（）()]{2,80})[）)]/u.exec(text) ??
    /^【([^】]{2,40})】/u.exec(text) ??
    /^[\p{Script=Han}]{0,4}讯\s*((?:本报)?(?:记者|通讯员)[\p{Script=Han}\s、]{2,24}?)(?:摄影)?报道/u.exec(
      text,
    );
  return named === null ? nobody : (readPeople(named[1] ?? '') ?? nobody);
}

const bracketAtEnd = /[（(]\s*([^（）()]{2,40})\s*[）)]\s*$/u;
const jumpAtEnd =
  /[（(【]?(?:下转|转)\s*第?\s*[A-Z]?[\d一二三四五六七八]{1,3}\s*版.{0,12}?[）)】]?\s*$/u;
const creditAtEnd =
  /(?<=[。！？”…\s])\s*([■●◆▲★□]?\s*(?:[\p{Script=Han}]{0,8}(?:记者|通讯员))?[^。！？，”]{2,28}?(?:摄影报道|摄影|摄|供图|[/／]图|图\/文|文\/图))\s*$/u;
const sourceWord = /^(?:来源|稿件来源|据|摘自|作者)/u;

/** Takes off a paragraph what was printed after its text. */
export function readTail(whole: string): ParagraphEnd {
  const jumped = jumpAtEnd.exec(whole);
  const text = jumped === null ? whole : whole.slice(0, jumped.index).trimEnd();
  const jump = jumped?.[0].trim() ?? null;
  const nothing = { text, signature: null, credit: null };
  return { ...(takeBracket(text) ?? takeCredit(text) ?? takeOffice(text) ?? nothing), jump };
}

type Taken = Omit<ParagraphEnd, 'jump'>;

function takeBracket(text: string): Taken | null {
  const bracket = bracketAtEnd.exec(simplifyRoles(text));
  if (bracket === null) return null;
  const before = text.slice(0, bracket.index).trimEnd();
  if (!/[。！？”…]$/u.test(before)) return null;
  const inside = bracket[1] ?? '';
  const people = sourceWord.test(inside) ? nobody : readPeople(inside);
  if (people === null) return null;
  return people.photographers.length > 0
    ? { text: before, signature: null, credit: people }
    : { text: before, signature: people, credit: null };
}

/** ……请提前储水。清渚县自来水公司: the office that gives a notice, which is short. */
function takeOffice(text: string): Taken | null {
  const named = text.length > longestNotice ? null : office.exec(text);
  if (named === null) return null;
  return { text: text.slice(0, named.index + 1), signature: nobody, credit: null };
}

const longestNotice = 120;
const office =
  /[。！]\s?\p{Script=Han}{2,14}(?:公司|[局院部处]|中心|委员会|办公室|办事处|政府|支队|大队)$/u;

function takeCredit(text: string): Taken | null {
  const credit = creditAtEnd.exec(simplifyRoles(text));
  const people = credit === null ? null : readPeople(credit[1] ?? '');
  if (credit === null || people === null) return null;
  return { text: text.slice(0, credit.index).trimEnd(), signature: null, credit: people };
}
