import type { Evidence } from './evidence.ts';
import { findPersons } from './find-persons.ts';
import type { Fault } from './verify.ts';

const heads =
  '书记|主任|局长|院长|校长|所长|站长|镇长|乡长|村长|县长|区长|市长|部长|处长|科长|队长|教导员|指导员|会长|理事长|经理|厂长|董事长|民警|辅警|医生|护士|村医|教师|老师|教授|专家|研究员|律师|记者|网格员|楼栋长|志愿者|调解员|农技员|技术员|居民|村民|牧民|管道工|工人|司机|店主|骑手|法官|检察官|干警|家长|班主任|总经理|组长|班长|主席|委员|社长|园长|教练|护林员|保洁员|驾驶员|电工|厨师|摊主|户主|养殖户|种植户|大户|社员|员工|职工|学员|学生|社工|党员|讲解员|宣讲员|业主|商户|负责人';
const titleBefore = new RegExp(`([\\p{Script=Han}]{0,10}?)(${heads})$`, 'u');

interface Title {
  /** What comes before the title's last word: 「热力公司」 of 「热力公司经理」. */
  readonly of: string;
  readonly head: string;
}

/** A person keeps the office the source gives: neither another's, nor the same one somewhere else. */
export function checkTitles(claim: string, { text }: Evidence): Fault | undefined {
  for (const name of new Set(findPersons(claim))) {
    const said = titlesOf(claim, name)[0];
    const told = titlesOf(text, name);
    if (said === undefined || told.some((one) => agree(said, one))) continue;
    const isOthers =
      othersTitles(text, name).some((head) => head === said.head) ||
      isBeforeAnother(said, name, text);
    const hasHead = told.some(({ head }) => head === said.head);
    if (isOthers || hasHead)
      return { fault: 'attribution', detail: `${said.of}${said.head}${name}` };
  }
  return undefined;
}

/** The same office stands in the source before somebody else. */
function isBeforeAnother({ of, head }: Title, name: string, text: string): boolean {
  const office = of.slice(-2) + head;
  const behind = text.split(office).slice(1);
  return of.length >= 2 && behind.length > 0 && behind.every((rest) => !rest.startsWith(name));
}

function titlesOf(text: string, name: string): readonly Title[] {
  return [...text.matchAll(new RegExp(name, 'gu'))].flatMap(({ index }) => {
    const [, of = '', head] = titleBefore.exec(text.slice(Math.max(0, index - 14), index)) ?? [];
    return head === undefined ? [] : [{ of, head }];
  });
}

function agree(said: Title, told: Title): boolean {
  if (said.head !== told.head) return false;
  if (said.of === '' || told.of === '' || told.of.endsWith(said.of)) return true;
  const tail = said.of.slice(-2);
  return told.of.includes(tail) || said.of.endsWith(told.of);
}

/** The last words of titles that the source puts before other persons. */
function othersTitles(text: string, name: string): readonly string[] {
  return findPersons(text)
    .filter((other) => other !== name && !other.startsWith(name) && !name.startsWith(other))
    .flatMap((other) => titlesOf(text, other).map(({ head }) => head));
}
