import { foldText } from '../corpus/fold-text.ts';
import type { Answer } from './answer.ts';
import { ownWords } from './own-words.ts';

const more =
  /^(?:那么?|请问)?(?:除了(?:这|那|他|它|上面|前面|以上)[^,，]{0,8}[,，]?|除了[^,，?？]{2,10}?(?:以外|之外)?[,，]?(?=还有|有没有))?(?:换(?:一|几|两)?(?:批|个|些|家|种|条)|再(?:来|说|给|举|找|推荐|讲|换)(?:我)?(?:一|几|两|些|点)|还有|(?:有没有|有)?(?:别的|其他|其它|另外的?)|有没有(?:别的|其他|其它))/u;
const moreWords =
  /那么?|请问|除了(?:这|那|他|它|上面|前面|以上)[^,，]{0,8}[,，]|^除了[^,，?？]{2,10}?(?:以外|之外)?[,，]?(?=还有|有没有)|谁|换一?批?|再(?:来|说|给|举|找|推荐|讲|换)我?|还有|有没有|有|别的|其他|其它|另外的?|更多的?|类似的?|没有|什么|哪些|哪个|吗|么|呢|吧|的|了|啊|一些|几个|一个|两个|个|些|点|家|例子|案例|做法|办法|经验|方式|地方|单位|也|是|这样|这么|做|看看|说说|[?？。!！,，]/gu;

/** What more is wanted of; undefined when nothing more is asked for. */
export function moreTopic(text: string, history: readonly Answer[]): string | undefined {
  if (!more.test(text) || text.length > 40) return undefined;
  const added = text.replace(moreWords, '');
  const isOwnTopic = added.length >= 4;
  return isOwnTopic ? text : `${topicOf(history)} ${added}`.trim();
}

/** The last question that says itself what it is about. */
function topicOf(history: readonly Answer[]): string {
  const own = history.findLast(
    ({ question }) =>
      !more.test(foldText(question).replace(/\s+/gu, '')) && ownWords(question).length > 0,
  );
  return own?.question ?? '';
}
