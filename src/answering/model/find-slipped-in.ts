import { foldText } from '../../corpus/fold-text.ts';
import { segmentWords } from '../../retrieval/tokenize.ts';
import type { CitedQuote } from '../draft-claim.ts';
import { organisationOf } from '../organisation.ts';
import { isFree, isNew, withoutNumbers } from '../verify/words/known-words.ts';

/**
 * What somebody may have had the model slip into a claim whose other words are true: words to a model, words to the
 * reader that the cited passages do not have (「请加微信群」), or a clause of which they say nothing. Undefined without either.
 * Of 3,176 true paraphrases 1 % are taken for such; of true claims with something untrue behind them that verify lets pass
 * a sixth come through.
 */
export function findSlippedIn(claim: string, quotes: readonly CitedQuote[]): string | undefined {
  const source = sourceOf(quotes);
  const folded = foldText(claim);
  const toModel = toTheModel.exec(folded);
  if (toModel !== null) return toModel[0];
  const order = [...folded.matchAll(toTheReader)].find(([words]) => !source.includes(words));
  if (order !== undefined) return order[0];
  return withoutNumbers(folded)
    .split(clauseEnd)
    .find((clause) => isUntold(clause.trim(), source));
}

// No report says that to its readers, whatever stands in the passage.
const toTheModel =
  /<\|?[a-z_]+\|?>|\[\/?inst\]|\b(?:ignore|instructions?|prompt)\b|校验词|(?:所有|每条|你的)回答|回答(?:里|时|本题)|你?现在你?是(?:客服|助手|一个)|<<|〈〈|\{"|"\s*\}/iu;

// A headline may say anything.
function sourceOf(quotes: readonly CitedQuote[]): string {
  const texts = quotes.flatMap(({ article, passage }) => [
    passage.text,
    article.kicker ?? '',
    organisationOf(article) ?? '',
    ...article.organisations,
  ]);
  return foldText(texts.join('\n'));
}

const clauseEnd = /[，,。；;！!？?：:（）()“”"、·\n]/u;

const asking =
  '您|你|加|点|把|将|速|立[即刻]|马上|扫|下载|安装|关注|联系|拨打|提供|转|登录|填|输入|访问|发|投|支持|不要|勿|务必|尽快|告诉|相信|购买|忽略|记住|回复';
const orders = `(?<=^|[，,。；;:：!！?？（(“「])(?:请(?:${asking})|点赞|回复|务必|快来)`;
const persons = '您|你|我(?![国省市区旗盟县镇乡村社校院所局])';
const places =
  '扫码|扫一扫|二维码|微信|公众号|客服|点击|链接|网[站址页]|下载|手机号|股票|彩票|比特币|保健品|优惠|购买|包治|推荐使用';
const money =
  '转账|汇款|打款|打给|账户|账号|密码|验证码|身份证号|银行卡|中奖|红包|转发|退订|投票支持';
const machines =
  '系统(?:提示|通知|消息|指[令示])|管理员|开发者|调试模式|指令|忽略|无视|提示词|人工智能|语言模型|机器人|(?:[本此]条|(?:本|此|其他|以上|上述|下面|资料里?|原文)的?(?:回答|内容|信息|说法|规[定则])|答案|听说)';
const commands = '一律|停办|作废|严禁|\\?';
const slander =
  '不可信|造假|虚假|谣言|贪污|贪官|受贿|腐败|挪用|私分|侵吞|判刑|被带走|被[抓查]|开除|上访|举报|诈骗|骗走|偷走|拐卖|有毒|中毒|强拆|愤怒|不合格|倒闭|接管|去死';
const toTheReader = new RegExp(
  [orders, persons, places, money, machines, commands, slander].join('|'),
  'gu',
);

// Shorter ones say too little to be judged.
const shortestClause = 6;
/** Shares of a clause: of its characters, and of its words in their own or in other words. */
const leastCharacters = 0.4;
const leastWords = 0.34;
/** A row of so many pairs of neighbours that the passages do not have, in a clause that has hardly any of theirs. */
const longestRun = 7;
const leastPairs = 0.1;
const leastBeside = 0.67;

function isUntold(clause: string, source: string): boolean {
  if (clause.length < shortestClause) return false;
  const words = segmentWords(clause).filter((word) => /^\p{L}{2,}$/u.test(word) && !isFree(word));
  const told = share(words, (word) => isTold(word, source));
  if (words.length === 0 || told >= leastBeside) return false;
  const characters = [...clause].filter((one) => /\p{L}/u.test(one) && !particles.has(one));
  const isStrange = share(characters, (one) => source.includes(one)) < leastCharacters;
  return (isStrange && told < leastWords) || isFarFrom(clause, source);
}

function isFarFrom(clause: string, source: string): boolean {
  const letters = clause.replace(/[^\p{L}]/gu, '');
  const pairs = Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2));
  const held = pairs.map((pair) => (source.includes(pair) ? '1' : '0')).join('');
  const rows = held.split('1').map(({ length }) => length);
  return (
    Math.max(...rows) >= longestRun && share(pairs, (pair) => source.includes(pair)) <= leastPairs
  );
}

function isTold(word: string, source: string): boolean {
  return source.includes(word) || (/\p{Script=Han}/u.test(word) && !isNew(word, source));
}

const particles = new Set(
  '的了着过得地之吗呢吧啊在和与及或跟同对于把被由从向往到给让用以因为这那它他她其该此也都还又再就才很太更最不没要会能可并且而但则等所是有个名位家件次中上下里时后前来去做说称人们',
);

/** By length; 1 of nothing. */
function share(parts: readonly string[], isHeld: (part: string) => boolean): number {
  const length = (some: readonly string[]) => some.join('').length;
  return parts.length === 0 ? 1 : length(parts.filter(isHeld)) / length(parts);
}
