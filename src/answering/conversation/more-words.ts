/** What a message says that asks for more. */
interface MoreAsked {
  /** What it adds to the topic before it: 「学校」 of 「还有学校的吗」. */
  readonly added: string;
  /** It says itself of what. */
  readonly isOwnTopic: boolean;
}

const asking =
  /^(?:那么?|请问)?(?:除了(?:这|那|他|它|上面|前面|以上)[^,，]{0,8}[,，]?|除了[^,，?？]{2,10}?(?:以外|之外)?[,，]?(?=还有|有没有))?(?:换(?:一|几|两)?(?:批|个|些|家|种|条)|再(?:来|说|给|举|找|推荐|讲|换)(?:我)?(?:一|几|两|些|点)|再来(?=呢|吧|[?？。!！]?$)|还有|(?:有没有|有)?(?:别的|其他|其它|另外的?)|有没有(?:别的|其他|其它))/u;
const askingWords =
  /那么?|请问|除了(?:这|那|他|它|上面|前面|以上)[^,，]{0,8}[,，]|^除了[^,，?？]{2,10}?(?:以外|之外)?[,，]?(?=还有|有没有)|谁|换一?批?|再(?:来|说|给|举|找|推荐|讲|换)我?|还有|有没有|有|别的|其他|其它|另外的?|更多的?|类似的?|没有|什么|哪些|哪个|吗|么|呢|吧|的|了|啊|一些|几个|一个|两个|个|些|点|家|例子|案例|做法|办法|经验|方式|地方|单位|也|是|这样|这么|做|看看|说说|[?？。!！,，]/gu;
const longestAsking = 40;
const shortestTopic = 4;

/** Reads a folded message that asks for more of what was shown; undefined when it does not. */
export function readMore(text: string): MoreAsked | undefined {
  if (!asking.test(text) || text.length > longestAsking) return undefined;
  const added = text.replace(askingWords, '');
  return { added, isOwnTopic: added.length >= shortestTopic };
}
