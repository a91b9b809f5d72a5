import { foldText } from '../../corpus/fold-text.ts';
import { hanBigrams } from '../../retrieval/tokenize.ts';
import type { QuestionKind } from '../question-kind.ts';
import { findPersons, looksLikePerson } from '../verify/names/find-persons.ts';
import type { Candidate } from './candidate.ts';

/** Keeps the sentences that speak of the one a question asks about, where it names a person or an office. */
export function ofTheOneAsked(
  question: string,
  kind: QuestionKind,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (kind.kind !== 'fact') return candidates;
  const text = foldText(question);
  const office = officeAsked(text);
  if (office !== undefined) return candidates.filter((one) => namesHolder(one, office));
  const introduced = /^(.{2,4}?)是(?:谁|什么人|哪位|干什么的|做什么的)[?？。]?$/u.exec(text)?.[1];
  if (introduced !== undefined && isName(introduced))
    return candidates.filter(({ folded }) => introduces(folded, introduced));
  // 「是李军哪年开通的」
  const persons = findPersons(text.replaceAll(/哪|几|多少/gu, ' '));
  if (persons.length === 0 || !/^(?:number|time)$/u.test(kind.wanted)) return candidates;
  return candidates.filter((one) => persons.some((person) => speaksOf(one, person)));
}

// A surname that the list of frequent ones leaves out.
function isName(text: string): boolean {
  return looksLikePerson(text) || /^习\p{Script=Han}{1,2}$/u.test(text);
}

/** The sentence names the person, or nobody else, and the person was named last before it. */
function speaksOf({ folded, hit, passage, start }: Candidate, person: string): boolean {
  if (folded.includes(person)) return true;
  if (/\d岁/u.test(folded) || somebodyElse.test(folded)) return false;
  if (foldText(hit.article.title ?? '').includes(person)) return true;
  const before = foldText(hit.article.body.slice(0, passage.start + start));
  return findPersons(folded).length === 0 && isNamedLast(person, before);
}

function isNamedLast(person: string, text: string): boolean {
  const others = findPersons(text).filter((name) => name !== person);
  const at = text.lastIndexOf(person);
  return at >= 0 && others.every((name) => text.lastIndexOf(name) < at);
}

const somebodyElse = /孩子|儿童|学生|老人|女儿|儿子|女孩|男孩|患者|病人|家庭|群众|居民/u;

const offices =
  '总书记|第一书记|书记|主任|局长|院长|校长|所长|站长|镇长|乡长|村长|县长|区长|市长|部长|处长|科长|队长|会长|理事长|经理|董事长|负责人|领导|主席|检察长|法官长|组织委员|委员|馆长';
const whoHolds = new RegExp(
  `^(.*?)的?(?:现任|现在的?|党委|党支部|党总支|支部)*(${offices})(?:是谁|是哪位|叫什么|叫啥|姓什么|姓啥|名字|由谁担任|由谁当|谁当|谁来?担任)`,
  'u',
);
const whoIs = new RegExp(`^(?:谁|哪位)(?:是|当|担任)(.*?)的?(${offices})`, 'u');

// Of the pairs by which a question calls an organisation.
const leastNamed = 0.5;

interface Office {
  readonly title: string;
  /** Whose: character pairs of how the question calls it. */
  readonly of: readonly string[];
}

function officeAsked(text: string): Office | undefined {
  const [, of = '', title] = whoHolds.exec(text) ?? whoIs.exec(text) ?? [];
  if (title === undefined) return undefined;
  return { title, of: hanBigrams(of).filter((pair) => pair.length === 2) };
}

/** A person is named with that office, in the organisation that was asked about. */
function namesHolder({ folded, hit: { article } }: Candidate, { title, of }: Office): boolean {
  const isOffice = /负责人|领导/u.test(title)
    ? new RegExp(offices, 'u').test(folded)
    : folded.includes(title);
  if (!isOffice || (findPersons(folded).length === 0 && !folded.includes('·'))) return false;
  const whose = foldText(
    [article.kicker, article.title, ...article.organisations, folded].join('\n'),
  );
  const held = of.filter((pair) => whose.includes(pair)).length;
  return of.length === 0 || held / of.length >= leastNamed;
}

/** 「社区党委书记汪某」, 「汪某是……」: says who somebody is; 「汪某书记」 only calls him. */
function introduces(folded: string, person: string): boolean {
  const says = new RegExp(
    `(?:${offices}|民警|交警|老师|医生|党员|志愿者|代表|主播|教师|教授|律师|记者|网格员)${person}|${person}(?:[,，(（]|是(?!怎|如)|。他是|，男|，女)|(?:叫|名叫|是)${person}`,
    'u',
  );
  return says.test(folded);
}
