import type { Article } from '../../corpus/article.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';
import type { CitedQuote } from '../draft-claim.ts';
import { type FocusPair, focusPairs, heldShare } from '../focus.ts';
import { type Candidate, cutCandidates, joinParted } from './candidate.ts';
import { standAlone } from './stand-alone.ts';

/** What sentences of an article tell of: what was wrong, what was done, what came of it. */
interface CardSentences {
  readonly problem: readonly CitedQuote[];
  readonly deeds: readonly CitedQuote[];
  readonly results: readonly CitedQuote[];
}

// A sentence that scores less is not sure to tell it: the field is better left empty.
const leastProblem = 2;
const leastResult = 3;
const leastDeed = 1;
// A second sentence must tell nearly as much as the first.
const leastSecond = 0.6;
const longestSentence = 170;

// What tells of the topic goes before what tells more of something else.
const topicShare = 2;

/**
 * Chooses sentences by rules, each for one field only; none where the text does not say. Of several that tell it, those
 * about the question for which the card is made go first.
 */
export function chooseCardSentences(article: Article, question = ''): CardSentences {
  // Who comments tells of no practice of their own.
  if (article.kind === 'commentary' || article.kind === 'editor-note')
    return { problem: [], deeds: [], results: [] };
  const sentences = sentencesOf(article).filter(({ text }) => !/^[”」』》）)，、]/u.test(text));
  const topic = focusPairs(question);
  const best = (among: readonly Candidate[], choice: Choice) => bestOf(among, { ...choice, topic });
  const [problem] = best(sentences, { worth: problemWorth, least: leastProblem, count: 1 });
  const others = sentences.filter((one) => one !== problem);
  const results = best(others, { worth: resultWorth, least: leastResult, count: 2 });
  const deeds = best(
    others.filter((one) => !results.includes(one)),
    { worth: deedWorth, least: leastDeed, count: 2 },
  );
  return {
    problem: problem === undefined ? [] : cite(problem),
    deeds: deeds.flatMap(cite),
    results: results.flatMap(cite),
  };
}

/** All sentences of an article that can be cited, quotations whole, also where two passages part them. */
export function sentencesOf(article: Article): readonly Candidate[] {
  return joinParted(
    splitArticle(article).flatMap((passage) =>
      cutCandidates({ hit: { article, passage, score: 0 }, rank: 0 }, passage),
    ),
  );
}

/** The sentence as it reads alone, verbatim; in two where two passages part it. */
export function cite(candidate: Candidate): readonly CitedQuote[] {
  const { hit, passage, rest } = candidate;
  const first = { article: hit.article, passage, quote: standAlone(candidate).text };
  return rest === undefined
    ? [first]
    : [first, { article: hit.article, passage: rest.passage, quote: rest.text }];
}

/** All of a sentence, as it is printed. */
export function wholeText({ text, rest }: Candidate): string {
  return text + (rest?.text ?? '');
}

const lack =
  /难以|不便|不能自理|少有人|没有?人(?:管|照|愿|来)|无人(?:管|照)|缺乏|缺少|不足|不够|不畅|不齐|薄弱|涣散|短板|瓶颈|痛点|老大难|怎么(?:解决|办)|如何破解|面临|人手(?:少|紧)|找不到|停车难|办事难|隔开|年久失修|脏乱/gu;
const people =
  /(?:独居|空巢|失能|留守|困境|流动|残疾|高龄)[^。]{0,12}(?:\d|[近有约][百千万]|百名)/gu;
// 「针对主题党日“同质化”的毛病」: the problem is named as one.
const namedProblem =
  /针对[^，。；]{2,24}(?:毛病|问题|现象|难题|短板|弊病|弊端|不足|薄弱环节)|(?:同质化|走过场|流于形式|形式单一|照本宣科|各自为战|两张皮)/gu;
const hint = /盼望|过去|以前|原来|曾经|存在|难题|分散|困扰|顾虑|抱怨/gu;
// Set phrases that speak of difficulties without naming one.
const phrase =
  /攻坚克难|排忧解难|排除?万难|急难愁盼|困难(?:群众|职工|党员|群体|家庭|农民工|儿童)|难题共商|解难题|怎么(?:做|样)|精准识别[^，。]*/gu;
const deed =
  /开展|建立|组织|通过|推行|推出|打造|设立|成立|采取|落实|联合|邀请|实施|搭建|探索|创新|整合|走访|培训|签订|制定|定期|带领|发动|排查|结对|联系|提供|办理|上门|召开|举办|划分|划出|选派|选配|办起|建起|组成|编入|合并|轮流|送餐|牵头|对接|改成|签约|安排|实行|慰问|宣讲|授课|开设|组建|创建|集中|参加|拿出|用好|巡查|讲课|参观|观看|送到|围坐|改造|巡逻|值班|看望|购买/gu;
const result =
  /提高|提升|增强|改善|下降|降低|减少|增长|解决|化解|办结|覆盖|获得|荣获|获评|被评为|称号|表扬|锦旗|受益|惠及|满意|好评|称赞|蔚然成风|全覆盖|成效|实现|涌现|累计|建成|办好|打通|清除|一共|共(?:办理|调解|开展|服务|送|组织|排查)|完成|成长起来|送餐\d/gu;
const done = /了|已|由此|如今|目前|截至|以来|单是|到目前为止|从项目|一年来|年来/gu;
const figure = /\d|[百千万]余|近百/gu;
// 「用“拆墙并院”的办法」: whatever came of it, it says how it was done.
const method =
  /(?:用|以|按)“[^”]{2,20}”的?(?:办法|方式|方法|做法|模式|形式)|(?:采取|采用|推行|实行|探索|定下)[^，。；]{2,30}(?:办法|方式|模式|机制|工作法|原则)/gu;
const methodWorth = 2;
const wish =
  /为了|旨在|目标|以便|努力|力争|计划|目的|将(?!“|《)|(?<!只|需|主)要(?!素|点|求|么)|应当|需要|必须|希望|让.{0,12}(?:更|成为)/gu;
const speech = /(?:说|表示|介绍|认为)[：:，]|[？?]/gu;

function problemWorth(sentence: Candidate): number {
  const text = wholeText(sentence);
  const bare = text.replace(phrase, '');
  const told =
    2 * (count(bare, lack) + count(bare, people) + count(bare, namedProblem)) + count(bare, hint);
  const isDeed = count(bare, deed) >= 3 ? 2 : 0;
  return told - isDeed - (count(bare, wish) > 0 ? 1 : 0);
}

function resultWorth(sentence: Candidate): number {
  const text = wholeText(sentence);
  const told = Math.min(count(text, result), 3);
  if (told === 0) return 0;
  const isDone = count(text, done) > 0 ? 1 : 0;
  const figures = Math.min(count(text, figure), 2) / 2;
  const said = methodWorth * count(text, method) + 2 * count(text, wish) + count(text, speech);
  return told + isDone + figures - said;
}

function deedWorth(sentence: Candidate): number {
  const text = wholeText(sentence);
  const told = Math.min(count(text, deed), 5);
  if (told === 0) return 0;
  const figures = count(text, figure) > 0 ? 0.5 : 0;
  const how = count(text, method) > 0 ? methodWorth : 0;
  return told + how + figures - 0.5 * count(text, wish) - count(text, speech);
}

function count(text: string, words: RegExp): number {
  return new Set(text.match(words) ?? []).size;
}

interface Choice {
  readonly worth: (sentence: Candidate) => number;
  readonly least: number;
  readonly count: number;
}

function shareOf(topic: readonly FocusPair[], { folded }: Candidate): number {
  return topic.length === 0 ? 0 : heldShare(topic, folded);
}

/** The sentences worth most, in the order of the text; of equals the earlier ones. */
function bestOf(
  sentences: readonly Candidate[],
  { worth, least, count: most, topic }: Choice & { readonly topic: readonly FocusPair[] },
) {
  const ranked = sentences
    .map((sentence) => ({ sentence, worth: worth(sentence) }))
    .filter((one) => one.worth >= least && wholeText(one.sentence).length <= longestSentence)
    .map((one) => ({ ...one, worth: one.worth * (1 + topicShare * shareOf(topic, one.sentence)) }))
    .toSorted((a, b) => b.worth - a.worth);
  const best = ranked[0]?.worth ?? 0;
  const chosen = ranked
    .filter((one) => one.worth >= best * leastSecond)
    .slice(0, most)
    .map(({ sentence }) => sentence);
  return sentences.filter((sentence) => chosen.includes(sentence));
}
