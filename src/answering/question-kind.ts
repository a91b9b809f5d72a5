import { foldText } from '../corpus/fold-text.ts';

/** What a fact question wants to hear. */
export type Wanted = 'number' | 'time' | 'place' | 'person' | 'reason' | 'definition' | 'anything';

/** Messages that are no question about the material. */
export type ChatTopic =
  | 'empty'
  | 'greeting'
  | 'thanks'
  | 'farewell'
  | 'help'
  | 'sources'
  | 'distress'
  | 'complaint'
  | 'outside'
  | 'symbols'
  | 'foreign-script'
  | 'command';

export type QuestionKind =
  | { readonly kind: 'chat'; readonly topic: ChatTopic }
  | { readonly kind: 'practice' }
  | { readonly kind: 'fact'; readonly wanted: Wanted };

/** Tells what kind of answer a message wants; rules only, no model. */
export function classifyQuestion(message: string): QuestionKind {
  const text = foldText(message).trim();
  const topic = chatTopic(text);
  if (topic !== undefined) return { kind: 'chat', topic };
  if (isPracticeQuestion(text)) return { kind: 'practice' };
  return { kind: 'fact', wanted: wantedOf(askingPart(text)) };
}

const particles = /[\s,.!?;:~、，。！？；：…～·（）()呀啊哦呢吧哈啦嘛了]+/gu;

const chatPhrases: readonly (readonly [ChatTopic, RegExp])[] = [
  [
    'greeting',
    /^(?:你|您|大家)?好$|^(?:你|您)们好$|^(?:早上?|上午|中午|下午|晚上?)好$|^早安?$|^晚安$|^hi$|^hello$|^哈喽$|^嗨$|^(?:有人)?在(?:吗|不在)?$|^喂$/u,
  ],
  [
    'thanks',
    /^(?:好的?|行)?(?:非常|太|多|十分|谢谢)?(?:感谢|谢谢|多谢|谢)(?:你|您|大家)?$|^辛苦$|^(?:好的|收到|明白|知道|ok|嗯+|好)$|^(?:真|太|很)(?:好|棒)$/u,
  ],
  ['farewell', /^(?:再见|拜拜|回见|88)$/u],
  [
    'help',
    /^(?:帮助|help|怎么用|如何使用|使用说明|菜单)$|^(?:请问)?(?:你|您|你们|这个?|茶座|这里)(?:到底|都)?(?:是谁|是(?:什么|啥|干什么|干啥|干嘛|做什么)的?|叫(?:什么|啥)(?:名字)?|(?:能|会|可以|都能|都会)(?:帮我)?(?:做|干|回答|帮)?(?:些)?(?:什么|啥|嘛|哪些)(?:事|问题|忙)?|有(?:什么|啥|哪些)(?:用|功能|本事|本领)|怎么用)(?:谁(?:开发|做|写|办|弄|造)(?:出来)?的)?$|^(?:请问)?(?:你|这个?|茶座)是?谁(?:开发|做|写|办|弄|造)(?:出来)?的$|^(?:我)?(?:能|可以|该)(?:向你|跟你)?(?:问|聊)(?:你)?(?:些)?(?:什么|啥|哪些问题)$/u,
  ],
  [
    'sources',
    /^(?:你|您|你们|这些|这个?|茶座|这里)(?:说|讲|用|引)?的?(?:这些)?(?:资料|材料|内容|报道|文章|答案|消息|信息|数据|东西|话)(?:都)?(?:是)?(?:从)?(?:来自|来源|出自|取自)?(?:于)?(?:是)?(?:从)?(?:哪|什么|啥)(?:里|儿|家|些|份|来|个|张)?(?:报纸|报社|媒体|报|地方|来|弄来)*(?:的|上的|里来的)?$|^(?:资料|材料|报道|文章)(?:来源|出处)(?:是什么|是哪里|在哪)?$|^(?:你说的|这些|上面说?的|以上)(?:内容|话|东西)?都?(?:是真的|可信|靠谱|准|属实|真实)(?:还是假的)?[吗不]?$/u,
  ],
  [
    'complaint',
    /^(?:你|您|这|这个?|这回答|回答|答案|这答案)?(?:又|都|说|答|回答|搞|弄|根本|完全)?的?(?:不对|不是|错|说错|答错|搞错|弄错|答非所问|所答非所问|驴唇不对马嘴|牛头不对马嘴|胡说|瞎说|胡说八道|乱说|没答对|没回答我?的?问题|不是我(?:想)?(?:问|要)的(?:这个)?)(?:吧|的)?$|^我问的不是(?:这|那)个?$|^(?:没用|没帮助|看不懂|没看懂|听不懂)$/u,
  ],
];

// Whoever writes so is answered as a person in need, whatever else the message says.
const distress =
  /(?:不想|不愿意?)(?:再)?活(?:下去)?|活(?:着)?(?:不下去|够)了|(?<!该|累|忙|笑|气|急|热|冷|困|饿)(?:想|要)(?:去)?(?:自杀|寻死|轻生|跳楼|了结自己|结束生命|一死了之)|不如死了|死了算了|我(?:想|要)死(?!记|磕|守)|活着(?:真)?没(?:有)?(?:什么)?意思|想自残/u;
// Set questions about the world at large, never about what a branch does.
const outside =
  /^(?:今天|明天|后天|现在|这两天|本周|最近)?[^,，。]{0,6}(?:天气|气温|下雨|下雪)(?:预报|情况)?(?:怎么样|如何|好不好)?$|^(?:现在|今天|明天)?(?:是)?(?:几点|几号|星期几|周几|什么日子)$|^讲(?:一?个)?笑话$|^(?:给我)?(?:写|作)(?:一?首)诗.*$/u;

function chatTopic(text: string): ChatTopic | undefined {
  if (text === '') return 'empty';
  if (/^\/[a-z0-9_]+(?:@[a-z0-9_]+)?(?:\s|$)/u.test(text)) return 'command';
  const letters = text.match(/\p{L}|\p{N}/gu) ?? [];
  if (letters.length === 0 || !/\p{Script=Han}|\p{L}{3}/u.test(text)) return 'symbols';
  const foreign = text.match(/[\p{L}--\p{Script=Han}--\p{Script=Latin}]/gv) ?? [];
  if (foreign.length * 2 > letters.length) return 'foreign-script';
  const bare = text.replace(particles, '').replaceAll(/\p{Extended_Pictographic}/gu, '');
  if (distress.test(text.replace(/[\s,，]/gu, ''))) return 'distress';
  if (outside.test(bare)) return 'outside';
  return chatPhrases.find(([, phrase]) => phrase.test(bare))?.[0];
}

const practice =
  /怎么(?!会|不|样[?？。]*$|回事|样$|[计折核换]?算的?[?？。]*$)|怎样|如何|咋|有没有.{2,}的|能.{0,4}(?:换|搞|弄|找|想)(?:点|些|谁|个)|做法|办法|经验|措施|举措|妙招|高招|好招|案例|例子|借鉴|参考|(?:哪些|别的|其他|其它|各个?|还有).{0,6}(?:社区|街道|单位|支部|乡镇|地方|村|机关|企业|部门|学校|活动|方式|形式|品牌|模式|机制|平台|载体|服务|项目)|有(?:什么|哪些|啥)|做了(?:什么|哪些|啥)|(?:做|干|搞|弄|忙)[些点](?:什么|啥|甚|嘛)|都(?:做|干|搞|忙)(?:什么|啥)|(?:弄|搞|做|办|变|开|讲|上|过)得.{1,8}[些点]儿?[?？。]*$|开展了?(?:什么|哪些|啥)|该怎么|怎么才能|介绍一下|说说|讲讲|想(?:了解|知道|看看|学)/u;
// 「谁家这么办过」, 「有人送过吗」, 「能不能打通」: whether it has been done, and so how.
const everyday =
  /谁家|[哪那]家(?:这么|也|已经|做|办|搞|弄|是?连|干|能|有)|(?:有|找|请|叫|让|能|派|给)谁|谁[^,，。?？]{0,6}(?:来|给|去|帮|教|扶|陪|瞧|瞅|常|天天|过[?？。]*$)|(?:哪儿|哪里)有[?？。]*$|有没有(?:谁|人|哪|地方|别|现成|先例|公家|[^,，。]{6,})|有(?:人|谁|哪|先例|这么|这样|现成|地方|个)[^,，。]*(?:吗|没|么|不|过)[?？。]*$|能不能|能[^,，。]{2,}(?:吗|不|么)[?？。]*$|行不行|行吗|可不可以|别处|别的地方|别人家|人家(?!里)|样子|法子|路数|点子|甚|哪个[县旗市镇村]|有哪/u;
const narrow =
  /多少|(?<!想.{0,6}|多.{0,2}|好)几[名位户次场人条项年月天]|有几[个家]|哪几[个家]|[建办设成]了几个|什么时候|何时|哪年|哪一年|哪天|哪月|哪位|在哪|(?:哪里|哪儿)(?!有[?？。]*$|[不没])|为什么|为何|为啥|是什么|叫什么|什么名字/u;
// 「由谁定」, 「谁是书记」, 「谁得了第一」: one person or office is asked for.
const whoItIs =
  /[是由归]谁|谁(?=是|当|担|负|牵头|主[讲办持]|讲的|定|发起|提出|得|获|拿|写|说的|组织的|创|[?？。]|$)/u;

// Who tells a story before the question looks for a practice, unless the question itself wants one thing.
const shortestStory = 30;

function isPracticeQuestion(text: string): boolean {
  const asking = askingPart(text);
  if (narrow.test(asking)) return false;
  if (everyday.test(text) && !whoItIs.test(asking)) return true;
  if (text.length >= shortestStory && asking !== text) return !whoItIs.test(asking);
  return practice.test(asking) && !/谁(?!来)/u.test(asking);
}

/** The last sentence of a long message, the last clause where it asks how; else all of it. */
function askingPart(text: string): string {
  if (text.length < shortestStory) {
    const last = text.split(',').at(-1) ?? text;
    return practice.test(last) ? last : text;
  }
  return text.match(/[^。!?;\n]{4,}[。!?;\n]*$/u)?.[0] ?? text;
}

const wantedWords: readonly (readonly [Wanted, RegExp])[] = [
  ['reason', /为什么|为何|为啥|原因|缘故|因为什么|因何|怎么会|目的/u],
  [
    'time',
    /什么时候|何时|啥时候|哪一?年|哪一?天|哪一?月|哪个月|几月|几号|几点|什么时间|时间是|哪一?日|几几年|多久|多长时间|哪个?(?:年份|日期|时期|时代|世纪)|什么日期|日期/u,
  ],
  [
    'number',
    /多少|怎么[计折核换]?算的?[?？。]*$|(?<!没)几(?!乎|番|经)|百分之几|比例|比率|占比|总数|人数|户数|数量|面积|金额|多大|多高|多长|多远|多重|多宽|多深|第几/u,
  ],
  [
    'place',
    /哪里|哪儿|在哪|何处|何地|什么地方|哪个?(?:省|市|县|区|旗|镇|乡|村|街道|社区|国家?|地方|城市|地区|州)|地点|地址|位于|啥地方|来自哪/u,
  ],
  [
    'person',
    /谁|哪位|哪个人|何人|什么人|哪些人|叫什么|姓名|哪个?(?:单位|部门|机构|组织|公司|学校|队伍|团队|家|支部|书记)/u,
  ],
  ['definition', /是什么(?:意思)?|什么是|指的?是?什么|含义|(?<!有|没|够)意思|定义|是啥|指啥/u],
];

function wantedOf(text: string): Wanted {
  return wantedWords.find(([, words]) => words.test(text))?.[0] ?? 'anything';
}
