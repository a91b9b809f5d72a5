import { foldText } from '../corpus/fold-text.ts';
import type { Answer, Citation } from './answer.ts';
import { findNamedPlaces } from './find-named-places.ts';

/** How a message hangs on the conversation before it. */
export type FollowUp =
  /** A question of its own. */
  | { readonly kind: 'none' }
  /** About articles of the last answer: 「第二个具体怎么做的」, 「他们几个人」. */
  | { readonly kind: 'about'; readonly cited: readonly Citation[]; readonly isCertain: boolean }
  /** More of the same, without what was shown: 「还有别的社区吗」. */
  | { readonly kind: 'more'; readonly topic: string; readonly shown: readonly string[] };

type Answered = Extract<Answer, { kind: 'answered' }>;

/** Reads a message in the light of the answers before it, oldest first; by rules, no model. */
export function readFollowUp(message: string, history: readonly Answer[]): FollowUp {
  const text = foldText(message).replace(/\s+/gu, '');
  const last = history.findLast(isAnswered);
  if (last === undefined) return { kind: 'none' };
  const more = moreTopic(text, history);
  if (more !== undefined) return { kind: 'more', topic: more, shown: shownArticles(history) };
  const articles = articlesOf(last);
  const pointed = pointedArticles(text, last);
  if (pointed.length > 0) return { kind: 'about', cited: pointed, isCertain: true };
  const [first] = articles;
  if (first === undefined) return { kind: 'none' };
  if (pronoun.test(text)) return { kind: 'about', cited: [first], isCertain: text.length <= 20 };
  if (leaning.test(text)) return { kind: 'about', cited: [first], isCertain: true };
  if (text.length > longestElided || namesAnother(text)) return { kind: 'none' };
  return { kind: 'about', cited: [first], isCertain: generic.test(text) };
}

// A longer question says what it is about.
const longestElided = 18;

function namesAnother(text: string): boolean {
  return findNamedPlaces(text).some(({ isWeak }) => !isWeak) || /[“「《"]/u.test(text);
}

const numerals = '一二三四五六七八九';
const ordinal =
  /第([一二三四五六七八九1-9])(?:个|家|条|种|篇|项|位|点|则|处|份)?(?=$|[的是,，?？、和跟与]|社区|街道|单位|支部|地方|做法|办法|例子|案例|村|报道|具体|怎|如何|为|有|在|用|做|叫|谁|几|多|什么|哪)/gu;
const pronoun =
  /他们|她们|它们|他(?!人|乡)|她|它|这(?:个|家|里|儿|边|样|篇|项|种)|那(?:个|家|里|儿|边|篇|项|种)|该(?:社区|街道|单位|村|支部|项目|机构|品牌|中心|活动)|人家|上面|前面(?:说|那|提)|刚才|刚刚(?:说|那|提)/u;
/** 「那……呢」 goes on from what was said. */
const leaning = /^那(?:么|[^么]{0,12}呢|从|又|“|「|都|是|具体|为什么|怎么|多少|谁|什么|效果)/u;
/** Nothing in it but the asking: it can only be meant for what was just said. */
const generic =
  /^(?:那么?|然后)?(?:具体|效果|结果|成效|后来|最后|一共|总共|共|都|主要|大概|又|是)*(?:怎么?样?(?:做|办|干|弄|开展|实施|落实|运作|操作|回事)?|如何(?:做|办|开展|实施|落实)?|(?:有)?(?:多少|几)(?:个|名|位|户|次|场|家|人)?(?:参加|参与|受益)?|什么时候|何时|谁|哪里|哪儿|哪年|为什么|为啥|有(?:什么|哪些)(?:效果|成效|结果|做法|措施|经验|特点|好处|内容)?|(?:什么时候|何时|哪年|谁|由谁|是谁|在哪)?(?:开始|成立|启动|牵头|负责|组织|办|做|开展|发起|举办)(?:的)?|做了(?:什么|哪些)|怎么做到)(?:的|了|呢|啊|呀|吗|过)*[?？。!！]*$/u;

function pointedArticles(text: string, last: Answered): readonly Citation[] {
  const articles = articlesOf(last);
  const at = [...text.matchAll(ordinal)].map(([, digit = '']) =>
    numerals.includes(digit) ? numerals.indexOf(digit) : Number(digit) - 1,
  );
  if (/最后(?:一)?(?:个|家|条|种|篇|项)/u.test(text)) at.push(articles.length - 1);
  const pointed = at.flatMap((place) => articles[place] ?? claimArticle(last, place) ?? []);
  return [...new Map(pointed.map((one) => [one.articleId, one])).values()];
}

/** With fewer articles than that, the third is the third sentence's. */
function claimArticle(last: Answered, place: number): Citation | undefined {
  const n = last.claims[place]?.citations[0];
  return last.citations.find((citation) => citation.n === n);
}

/** One citation per article, in the order in which the answer names them. */
export function articlesOf(answer: Answered): readonly Citation[] {
  const order = answer.claims.flatMap(({ citations }) => citations);
  const cited = order.flatMap((n) => answer.citations.find((one) => one.n === n) ?? []);
  const byArticle = new Map<string, Citation>();
  for (const one of cited) if (!byArticle.has(one.articleId)) byArticle.set(one.articleId, one);
  return [...byArticle.values()];
}

const more =
  /^(?:那么?|请问)?(?:除了(?:这|那|他|它|上面|前面|以上)[^,，]{0,8}[,，]?)?(?:换一批|再(?:来|说|给|举|找|推荐|讲)(?:我)?(?:一|几|两|些|点)|还有|(?:有没有|有)?(?:别的|其他|其它|另外的?)|有没有(?:别的|其他|其它))/u;
const moreWords =
  /那么?|请问|除了(?:这|那|他|它|上面|前面|以上)[^,，]{0,8}[,，]|换一批|再(?:来|说|给|举|找|推荐|讲)我?|还有|有没有|有|别的|其他|其它|另外的?|更多的?|类似的?|没有|什么|哪些|哪个|吗|么|呢|吧|的|了|啊|一些|几个|一个|两个|个|些|点|家|例子|案例|做法|办法|经验|方式|地方|单位|也|是|这样|这么|做|[?？。!！,，]/gu;

/** What more is wanted of; undefined when nothing more is asked for. */
function moreTopic(text: string, history: readonly Answer[]): string | undefined {
  if (!more.test(text) || text.length > 40) return undefined;
  const added = text.replace(moreWords, '');
  const isOwnTopic = added.length >= 4;
  return isOwnTopic ? text : `${topicOf(history)} ${added}`.trim();
}

/** The last question that was not itself a request for more. */
function topicOf(history: readonly Answer[]): string {
  const asked = history.filter(({ kind }) => kind === 'answered' || kind === 'not-found');
  const own = asked.findLast(({ question }) => !more.test(foldText(question).replace(/\s+/gu, '')));
  return own?.question ?? '';
}

function shownArticles(history: readonly Answer[]): readonly string[] {
  return [...new Set(history.flatMap(({ citations }) => citations.map((one) => one.articleId)))];
}

function isAnswered(answer: Answer): answer is Answered {
  return answer.kind === 'answered';
}
