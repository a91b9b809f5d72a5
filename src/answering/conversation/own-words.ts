import { foldText } from '../../corpus/fold-text.ts';
import { contentWords } from '../../retrieval/tokenize.ts';

// Words that ask, point or link, and say nothing of what a question is about.
const askingWords =
  /^(?:具体|第|[一二三四五六七八九十\d]+|第[一二三四五六七八九十\d]+|做|做法|效果|结果|成效|人|人们|人数|人员|数量|参加|参与|时间|地点|原因|开始|成立|成立的|开办|举办|启动|创办|负责|牵头|组织|发起|活动|社区|街道|单位|支部|地方|项目|办法|经验|内容|情况|详细|细节|详情|一共|总共|共|主要|大概|前面|上面|后面|刚才|刚刚|人家|那么|然后|后来|最后|钱|花|花钱|花费|费用|搞|弄|办|干|成|来|去|实施|开展|落实|运作|操作|执行|方面|哪方面|请|讲|聊|平时|组成|都由|办起来|搞起来|做起来|又|靠|哪一条|做哪|样|怎么样|这边|那边|那种|这种|这么|那样|展开|展开讲|继续|接着|细说|说一下|再说|再讲|多说|说明|点|家|篇|条|项|句|号|[做干搞弄忙]些|更多|别的|其他|其它|另外|还|行|吗|呗|好|真的|到底|究竟|特点|好处|意义|目的|作用|说法|例子|案例|举例|东西|事|事情|问题|的话|部分|当时|现在|目前|今年|去年|每|每次|次|年|月|天|多长时间|什么时候|什么时间|啥时候|什么地方|啥地方|为何|谁|由|叫做|名字|做到|没|嘛|么样|么做|起来|下去|出来|(?:做|搞|弄|办|干|花|成|建|开|讲|说|聊|签|定|写|教|送|请|选|评)(?:的|了|成|好|到)|来[讲说做教办干管弄搞]|签|牵|主持|完成|结束|多少钱|换|换成|细|细点|一点|些|咋样|咋样了|咋回事|怎么回事)$/u;

/** The words of a message that say what it is about; none when it can only be understood from what came before. */
export function ownWords(message: string): readonly string[] {
  const text = foldText(message).replace(ordinals, ' ');
  return contentWords(text).filter((word) => !askingWords.test(word));
}

const ordinals =
  /(?:第[一二三四五六七八九十\d]+|最后一?|前一?|后一?|上一?|下一?)(?:个|家|条|种|篇|项|位|点|则|处|份|句)|\[\d+\]/gu;
