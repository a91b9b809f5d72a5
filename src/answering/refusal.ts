import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';
import type { SearchPassages } from '../retrieval/passage.ts';
import { type Body, nearestOf, silent } from './answer-body.ts';
import { refusalNote } from './notes.ts';
import { organisationOf } from './organisation.ts';
import { practiceBehind } from './refuse.ts';
import { oncePerPractice } from './same-practice.ts';

interface RefusalParts {
  readonly search: SearchPassages;
  /** As for answers. */
  readonly threshold: number;
}

const hitsRead = 8;
const offered = 3;

/** A refusal names a practice for the people the question is about, when the material has one. */
export async function refusePrivate(
  question: string,
  { search, threshold }: RefusalParts,
): Promise<Body> {
  const { hits, abstention } = await search(practiceBehind(question), { limit: hitsRead });
  const groups = groupsIn(question);
  const isOffered = groups.length > 0 && abstention >= threshold / 2;
  const near = isOffered ? hits.filter(({ article }) => isFor(groups, article)) : [];
  const [first, ...others] = oncePerPractice(near).slice(0, offered);
  if (first === undefined) return silent('refused', [refusalNote(undefined)]);
  return silent(
    'refused',
    [refusalNote(nameArticle(first.article))],
    nearestOf([first, ...others]),
  );
}

/** People in need, as questions call them and as papers do. */
const groups: readonly (readonly [asked: RegExp, printed: RegExp])[] = [
  [/老(?:人|太|汉|爷子|奶奶)|大爷|大妈|大娘|奶奶|爷爷|空巢|五保|养老/u, /老人|老年|养老|敬老/gu],
  [
    /孩|娃|儿童|学生|未成年|青少年|少年|女儿|儿子|孤儿/u,
    /孩子|儿童|未成年|青少年|学生|学子|孤儿/gu,
  ],
  [/病|患者|癌|住院|瘫痪/u, /患病|重病|大病|病人|患者|重症|看病|就医/gu],
  [/残疾|残障|聋|哑|盲/u, /残疾|残障|助残|残联/gu],
  [/低保|困难|贫困|特困|救助|受助|帮扶/u, /低保|困难|贫困|特困|救助|帮扶/gu],
  [/吸毒|戒毒|矫正|刑满|坐过?牢|判刑/u, /戒毒|禁毒|矫正|刑满|安置帮教/gu],
  [/受害|被害|家暴/u, /受害|被害|家庭暴力|家暴/gu],
  [/单亲|离异|离婚|寡/u, /单亲|离异|家庭纠纷|婚姻/gu],
  [/农民工|打工|务工/u, /农民工|务工|外出流动/gu],
  [/事故|车祸|遇难/u, /事故|车祸/gu],
];

/** How papers call those a question is about. */
function groupsIn(question: string): readonly RegExp[] {
  const text = foldText(question);
  return groups.flatMap(([asked, printed]) => (asked.test(text) ? [printed] : []));
}

// Who is mentioned once is not whom the article is about.
const leastMentions = 2;

function isFor(printed: readonly RegExp[], { title, body }: Article): boolean {
  const text = foldText(`${title ?? ''}\n${body}`);
  const mentions = printed.map((group) => text.match(group)?.length ?? 0);
  return !mentions.includes(0) && mentions.reduce((sum, one) => sum + one) >= leastMentions;
}

function nameArticle(article: Article): string {
  const organisation = organisationOf(article) ?? '';
  return article.title === null ? organisation : `${organisation}《${article.title}》`;
}
