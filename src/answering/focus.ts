import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';
import type { Hit } from '../retrieval/passage.ts';
import { hanBigrams, segmentWords } from '../retrieval/tokenize.ts';
import { ownWords } from './conversation/own-words.ts';

// Words of every second report: that an article holds them says nothing about its subject.
const commonWords =
  /^(?:党|党建|党员|党员们|党组织|党支部|党委|支部|支书|书记|组织|组织部|干部|领导|基层|社区|街道|街坊|小区|村|村里|村子|乡镇|镇|镇上|城市|农村|机关|企业|公司|部门|群众|居民|老百姓|百姓|大伙|大伙儿|大家伙|咱们?|工作|管理|服务|建设|治理|发展|推进|推动|加强|提高|提升|解决|处理|破解|应对|引领|带头|结合|抓|抓好|做好|搞好|办好|管|管好|管起来|用|用好|让|能|更|好|多|少|难|难题|好处|新|老|大|小|有效|有没有|好的|先进|典型|模式|机制|平台|载体|品牌|措施|举措|妙招|高招|招|招数|创新|特色|亮点|学|借鉴|参考|推荐|介绍|各地|各|哪儿|全国|周边|附近|身边|平常|经常|总|总是|老是|老|愿意|需要|应该|觉得|感觉|知道|帮忙|分享|成功|优秀|好用|有用|想|听|看|看看|见|过|起|够|把|比|对|它|我们这|我们这儿|这儿|那儿|年轻|长期|短期|关于|相关|有关|别处|系统|打造|单位|几家|多看|采用|大家|老师傅|方式|形式|途径|渠道|方法|路子|计划|规定|要求|标准|制度|贵|下|上|里|中|外|内|间|前|后)$/u;

// 「都有」, 「一讲」, 「不了」: how it is, not what.
const manner = /^(?:[都也还就又不没别很太一再已正].|.[了着过得])$/u;

// 「弄得有意思点」, 「搞得好」: how it is to be, not what.
const wishedFor = /(?<=[弄搞做办变开讲上过])得(?!到|了|知|以)[^,，。;；?？]{1,8}[?？。]*$/u;

/** A character pair of what a question is about. */
export interface FocusPair {
  readonly text: string;
  readonly weight: number;
}

// Two words side by side need not stand so in print.
const betweenWords = 0.5;

/** What a question is about, by character pairs; empty when it says nothing particular. */
export function focusPairs(message: string): readonly FocusPair[] {
  const question = foldText(message);
  const plain = pairsOf(question.replace(wishedFor, ''));
  return plain.length === 0 ? pairsOf(question) : plain;
}

function pairsOf(question: string): readonly FocusPair[] {
  const words = ownWords(question).filter((word) => !commonWords.test(word) && !manner.test(word));
  const weights = new Map<string, number>();
  for (const run of runsOf(question, new Set(words)))
    if (run.length > 1) for (const pair of hanBigrams(run)) weights.set(pair, betweenWords);
  const singles = new Set(words.filter((word) => word.length === 1));
  for (const pair of weights.keys())
    if ([...pair].every((one) => singles.has(one))) weights.set(pair, 1);
  for (const pair of words.filter((word) => word.length > 1).flatMap(hanBigrams))
    weights.set(pair, 1);
  for (const pair of cutWords(question, singles)) weights.set(pair, 1);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

// Half of many words that the dictionary does not know as one: 「党费」, 「换届」.
const firstHalf = /^[党村镇老新大小学外内换开办]$/u;

/** Words of two characters that are cut between them, where the first one says nothing by itself. */
function cutWords(question: string, singles: ReadonlySet<string>): readonly string[] {
  const words = segmentWords(question);
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    return firstHalf.test(word) && next !== undefined && singles.has(next) ? [word + next] : [];
  });
}

/** Words that stand beside each other are one thing: 「垃圾分类」, and 「骑手」 cut into two characters. */
export function runsOf(text: string, words: ReadonlySet<string>): readonly string[] {
  const covered = new Set<number>();
  for (const word of words)
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
      for (let place = at; place < at + word.length; place += 1) covered.add(place);
  return [...text]
    .map((character, at) => (covered.has(at) ? character : ' '))
    .join('')
    .split(/\s+/u)
    .filter((run) => run !== '');
}

/** Share of a question's focus that an article holds, in its text or among what it is said to answer; 1 without a focus. */
export function focusShare(pairs: readonly FocusPair[], article: Article): number {
  if (pairs.length === 0) return 1;
  const text = foldText(
    [article.kicker, article.title, article.body, ...article.themes, ...article.asked].join('\n'),
  );
  return heldShare(pairs, text);
}

/** Share of a focus that a folded text holds. */
export function heldShare(pairs: readonly FocusPair[], text: string): number {
  const all = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const held = pairs.filter((pair) => text.includes(pair.text));
  return held.reduce((sum, { weight }) => sum + weight, 0) / all;
}

// Of a question about one thing most must be there; a story told around it shares little with the print.
const leastOfOne = 0.45;
const leastOfMany = 0.25;
const manyPairs = 6;
// Where the search is sure by itself, the focus only has to occur.
const sureShare = 0.4;
// A further article must be about the same thing nearly as much as the best one.
const leastBesideBest = 0.5;

/** The hits that are about what the question is about; none when its focus occurs in none of the best. */
export function aboutFocus(
  question: string,
  hits: readonly Hit[],
  { isSure }: { readonly isSure: boolean },
): readonly Hit[] {
  const pairs = focusPairs(question);
  if (pairs.length === 0) return hits;
  const least = (pairs.length >= manyPairs ? leastOfMany : leastOfOne) * (isSure ? sureShare : 1);
  const shares = hits.map(({ article }) => focusShare(pairs, article));
  const best = Math.max(0, ...shares.slice(0, 3));
  if (best < least) return [];
  return hits.filter((_, at) => (shares[at] ?? 0) >= Math.max(least, best * leastBesideBest));
}

/** Whether one of the best hits is of the year a question names. */
export function holdsYears(question: string, hits: readonly Hit[]): boolean {
  const years = foldText(question).match(/(?<!\d)(?:19|20)\d{2}(?=年)/gu) ?? [];
  return hits
    .slice(0, 3)
    .some(({ article: { title, body, source } }) =>
      years.every((year) => [title, body, source.date].join('\n').includes(year)),
    );
}
