import { nobody, type People, readPeople, simplifyRoles } from './bylines.ts';
import { leadStart } from './line-roles.ts';

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
  const bracket = bracketAtEnd.exec(simplifyRoles(text));
  const before = bracket === null ? '' : text.slice(0, bracket.index).trimEnd();
  if (bracket !== null && /[。！？”…]$/u.test(before)) {
    const inside = bracket[1] ?? '';
    const people = sourceWord.test(inside) ? nobody : readPeople(inside);
    const isPhoto = people !== null && people.photographers.length > 0;
    if (people !== null && isPhoto) return { text: before, signature: null, credit: people, jump };
    if (people !== null) return { text: before, signature: people, credit: null, jump };
  }
  const credit = creditAtEnd.exec(simplifyRoles(text));
  const photographers = credit === null ? null : readPeople(credit[1] ?? '');
  if (credit !== null && photographers !== null) {
    const bare = text.slice(0, credit.index).trimEnd();
    return { text: bare, signature: null, credit: photographers, jump };
  }
  return { text, signature: null, credit: null, jump };
}
