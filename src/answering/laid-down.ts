import type { Article } from '../corpus/article.ts';
import { foldText } from '../corpus/fold-text.ts';
import type { Hit, Saying } from '../retrieval/passage.ts';
import { focusShare } from './focus.ts';

/** 「网格员补贴怎么发」, 「书记的任期如何定」: one clause, the thing, how, and what is done with it. */
const direct =
  /^(?:请问|想问|那)?([^,，。;；!！?？]{2,14}?)(?:都|该|是|应该|到底|一般|要)*(?:怎么|怎样|如何|咋)[^,，。;；!！?？]{1,6}[?？。]*$/u;

// What rules lay down, and a report tells only where it names it: money, terms, papers, elections.
const laidDown =
  /(?:.(?:费|证|章|假|岗|薪)|补贴|补助|津贴|工资|报酬|待遇|奖金|经费|预算|报销|发票|任期|期限|年限|次数|时长|名额|指标|职数|编制|学历|流程|程序|手续|材料|表格|模板|格式|记录|台账|印章|关系|档案|资格|职级|职称|处分|请假|换届|选举|投票|转正|退党|合同|党徽|党旗|徽章|服装|制服|家属|户口|社保|医保|公积金|保险)$/u;
const bestRead = 3;

/**
 * Whether one of the best hits treats what a plain question asks to be told of by rule, in that word or in another way to
 * say it. True of questions for anything else: a practice may be told in other words.
 */
export function treatsWhatIsLaidDown(
  question: string,
  hits: readonly Hit[],
  sayings: readonly Saying[] = [],
): boolean {
  const thing = laidDown.exec(direct.exec(foldText(question))?.[1] ?? '')?.[0];
  if (thing === undefined) return true;
  const ways = sayings.filter((one) => one.ways.some((way) => isCalled(way, thing)));
  return hits.slice(0, bestRead).some(({ article }) => {
    const isNamed = focusShare([{ text: thing, weight: 1 }], article) === 1;
    return isNamed || ways.some((saying) => saysIt(article, saying));
  });
}

/** 「补贴发放」 calls 补贴, 「流动党员组织关系」 does not call any 关系. */
function isCalled(way: string, thing: string): boolean {
  return way.includes(thing) && way.length <= thing.length + 2;
}

function saysIt({ title, body }: Article, { ways }: Saying): boolean {
  const text = foldText(`${title}\n${body}`);
  return ways.some((way) => text.includes(way));
}
