import { findNumerals } from '../../corpus/numerals/numerals.ts';
import { segmentWords } from '../../retrieval/tokenize.ts';
import { everydayVerbs } from './everyday-verbs.ts';
import type { Evidence } from './evidence.ts';
import { freeWords } from './paraphrase-words.ts';
import { synonyms, widerWords } from './synonyms.ts';
import type { Fault } from './verify.ts';

/** A claim names no thing, person or place that its source does not name: 枣树 for 核桃树, 相机 for 手机. */
export function checkNewWords(claim: string, evidence: Evidence): Fault | undefined {
  const source = `${evidence.text}\n${evidence.headings}`;
  const words = segmentWords(withoutNumbers(withoutPersons(claim, evidence)));
  const isGeneric = (word: string) => generic.has(word) && evidence.bodies.includes(word);
  const stranger =
    words.find((word) => isStrange(word, source) && !isGeneric(word)) ??
    strangePair(words, `${source}\n${evidence.bodies}`);
  return stranger === undefined ? undefined : { fault: 'words', detail: stranger };
}

// What an article goes on calling its subject by: they need not stand in the quoted sentences.
const generic = new Set(
  '社区 小区 支部 党支部 书记 村里 职工 工人 居民 村民 群众 老人 党员 车队 合作社 法庭'.split(' '),
);

/** Two characters side by side that no dictionary joins and the source has neither of: 知乎. */
function strangePair(words: readonly string[], source: string): string | undefined {
  const isOdd = (word: string) =>
    /^\p{Script=Han}$/u.test(word) &&
    !particles.has(word) &&
    !/[未无非勿]/u.test(word) &&
    !source.includes(word);
  const at = words.findIndex((word, index) => {
    const next = words[index + 1] ?? '';
    return isOdd(word) && isOdd(next) && !isFree(word + next);
  });
  return at === -1 ? undefined : words.slice(at, at + 2).join('');
}

/** Persons have been looked for: 「李军」 may be cut into two words. */
function withoutPersons(claim: string, { persons }: Evidence): string {
  return persons.reduce((rest, name) => rest.replaceAll(name, ' '), claim);
}

const weekday = /(?:周|星期|礼拜)[一二三四五六日天]/gu;

/** Numbers and weekdays have their own checks. */
export function withoutNumbers(claim: string): string {
  return findNumerals(claim)
    .toReversed()
    .reduce(
      (rest, { start, text }) => `${rest.slice(0, start)} ${rest.slice(start + text.length)}`,
      claim,
    )
    .replace(weekday, ' ');
}

/** Whether a word names something that is not its source's, nor grammar or an everyday verb. */
export function isStrange(word: string, source: string): boolean {
  if (isKnown(word, source)) return false;
  if (word.length === 1) return /\p{Script=Han}/u.test(word) && !freeCharacters.has(word);
  return !isPutTogether(word, source) && !isShortened(word, source);
}

function isKnown(word: string, source: string): boolean {
  return (
    source.includes(word) ||
    everydayVerbs.has(word) ||
    freeWords.has(word) ||
    hasOtherName(word, source)
  );
}

function hasOtherName(word: string, source: string): boolean {
  const others = [
    ...synonyms.filter((line) => line.includes(word)).flat(),
    ...(widerWords.get(word) ?? []),
  ];
  return others.some((other) => source.includes(other));
}

// Grammar, complements and verbs of one character, that stick to the words beside them.
const freeCharacters = new Set(
  '的了着过得地之吗呢吧啊嘛呀么在和与及或跟同对于把被由从向往到给让用以因为这那它他她其该此也都还又再就才很太更最没不要会能可并且而但则等所是有个名位次件条份张块只支种类批户家人中上下里时后前来去做说称讲谈问答看听写读买卖养住开办建搬送收交发拿带找干起出进成好完掉走跑站坐吃喝想肯愿教学比靠请帮管调定设立挂贴存取装修换拉运升降涨增减仅另将已经曾正便却倒先每各本共总约近超多余回遍转推接打放分占达变改叫使搭盖拆守值包满间内外旁元者们省清少几第至自按据如若像连光单全整久常仍均皆亦凡即既尚未无非别勿莫须应当敢怕爱记认懂知见闻觉感算数试查求托借租付赔凑捐寄登报评选举派投抓抢赶追赢输停留剩缺差够加添补含属归围绕隔离挨躺醒睡穿戴洗扫擦烧煮蒸炒切晒晾浇栽拔摘捡扔丢抬扛背抱扶牵拖拽压踩爬跳游飞骑乘驾载卸码垒砌铺刷涂画刻印剪缝织绣练唱演播录拍摄导编译议商判断裁审签准许禁止罚奖惩夸赞骂吵闹笑哭喊唤招呼吸引吓慌急忙慢快早晚远高低长短深浅宽窄厚薄轻重大小新旧坏真假难易冷热湿软硬空贵齐亮暗净脏乱稳牢松紧强弱处样趟番阵场顿届班组层级项款笔桩宗例套双副台部辆艘架座栋幢栏篇册页字句段首幅片根棵株朵粒颗滴桶杯碗盘袋箱盒捆串排列行队群伙伴钱费事物点面边头号话活法万一亿某两员联搜我三率特股动刘天二较防入通米岁普红控黄维受反你克度展保园道关安四老供端极农集获节驻视积环储乐需观涉护品您诈任明白购互五预广务吨轮基合诊系险口息目助罪提孙造跨构古兴相绿习足迎扬料征续零拜伟持圈跌代销领胀赴黑顶居具厂服访凉半涝侵配注落佳亲十九严复困越售健令携爆何刚击千冲浦解细治作伤湾截拥筑扣腾胜尽失六倍努底秒显谢置拨侦丰庆八暖除骗振退破临伏缴封毒聚七怀申采顺宜抗侧摊沿表承促亩违限佩扎独暑逐践纯巡弘涵舒考脱汛充杀随备润异俊赋适缓震坚拟育言饰待直遭盗谁秋拼玩避督善乔土晨贷览夜启刊舞塞消死食返负誉翻艳依摆享甜滞初鸟迈勒蒙左错继抖喜偏盛勤攻免密兼暂贤偷容横响争救希剂聊腐揭驰枚玟兑症执捕堆贝绝抽龄望壹锁谋良丨顾寻章验跃绘终呈谭萌堵畅挖欢摇御叠淀摸抛拒丝驶窝材媛癌毁驱糖盯茂斤诸诚硕敬必冬术扩遂挺履什操漫然耗挡逃鸣焦混谱末犯惊妮阴拳映卷帖刹怡夺飙杆触废鼓兆砸虽渡始休旺插些探闭吹培确吐娟递灭滑堂诱误娇袭忧泳候右移啦芬珍弹予哪患彦闪杂揽颇棒搞淹喷疑逾折浓井淤涌赌泾搏盼典填咬献况醉射夯贩尤附崇盾授痛遇抵扇漏彬潜奉掷筹欲拦攀迁赏俩滚舍陪捞晴论赚绑撞灌划疲泛闯筛墩劝枝押趁姓赠窜悬竟泵奶累露愁询鉴毕泡幕磅恐告散遮聪撤仔掌蕴炼撒屡逆简偿磨坠奈逸尖妙愈猎挤汗彤垫猛绽朴担倩针淘浮绩烤谨泄钉辑尊虚决逢替般辟扰凝纷透逊凭亡靓奕稀寸曝壮址歇蹲聘熟宠衔冒苦框阅统恶亏拘赤啥嘎弃慑欠妍吊纠劣弄今肾扑辖帽巧识饶怒挑突邀忻择铲堪缉刮恰喂敛狂撑繁己乎祝刺乃彻斜婉埋恋捧拐夭疏披弯碰飘灿俞络挥溺哦煜洒悟搁烂帧焕砺钻炫哩募偶略瞒尝颂讨辞阻拱符铮歼迷濛稍逛烈败仿碍敲旬仲勾靶躲饱垮臻窦尧缩拾荡踢侗蹭珺订淡佐濒裂弓攒念璧冻惨菁祎忍逼吾似烫甩姬叮奔畏玥荫沉梗粗催腔陷凶烦渐塌锻炉荟渍骤扭砍染囊契兜丧迅悔拣壶害贪漆漕挽棍叹筒泓乾衷纱轰奋璟讽彼泼惯踏绷竖胖卧猜垦缅掘罕窃戳疼嘲迟碎奏脆怪忘淳溜午阔蛮秉孤冶滤示割晃摔述懿弥渤甚沦恤衅斩蛟慰嫖畜拢钧葆撕沅倚渗栖握饿柔硚械匹踹嫌沾彪桦悠犹娴咱垂挣闷跻颤嗨削揪殴簇惹恳狠穷覆敷陌粘析淌魅陡佑痒摒炙妥邪呗咋耍歪焊否窥捏仰臭糟腻玹佘扮剥哄熬俗拧崩劫匝啃瘫掩召茬竭圩芋翘疯狱挟觅扒喆抄溃嫁尺媚滥浸罩捂拎呛膺铢允虑揣赐擒荒凹瘦删捅漂紊抹囤沣屑撬祭傻搀忽嫩斥孪唇衍晕掴匀柠捉葬擎乏狙辐醴狄戍抑缠泻睁钓掀煎搡讪殊熏懒甫倡罢蹚峙裹肽掺扯俏祛蹦绚伸玄腊咽佰咚矮盏匿瞅戌掐愤湄厘拌酌哉焉曜勺荐哇牡睢迸莅渚掏贬玖萃扳溅究丸赟伽蜕迫怂逍沓哑呃瘙耘徒匮遛吻丑趴薯呷耆啸碾俾烁旻岐宙苇溯帐驳挫翀咀文俱毫花子车路儿工误指捡律',
);

// Particles, complements and measure words that stick to the words beside them.
const particles = new Set(
  '的了着过得地之吗呢吧啊嘛在和与及或跟同对于把被由从向往到给让用以因为这那它他她其该此也都还又再就才很太更最没不要能可并且而但则等是有个次份张块条件去来说起出进成好完掉走回住上下里内外后前时做定仅只另将已曾正便却先每各共约近超多余几些们则其各项种每中',
);

/** 「升到」, 「也在」: cut from particles and pieces of the source. */
function isPutTogether(word: string, source: string): boolean {
  const isLoose = (piece: string) => [...piece].every((one) => particles.has(one));
  for (let at = 1; at < word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (isLoose(head) && isPiece(tail, source)) return true;
    if (isLoose(tail) && isPiece(head, source)) return true;
  }
  return false;
}

function isPiece(piece: string, source: string): boolean {
  return piece.length === 1
    ? source.includes(piece) || freeCharacters.has(piece)
    : isKnown(piece, source);
}

/** 「村支书」 for 「村党支部书记」: its characters stand close together, in order. */
function isShortened(word: string, source: string): boolean {
  const reach = word.length * 2 + 2;
  const [first = ''] = word;
  for (let at = source.indexOf(first); at !== -1; at = source.indexOf(first, at + 1))
    if (isWithin(word, source.slice(at, at + reach))) return true;
  return false;
}

function isWithin(word: string, window: string): boolean {
  let from = 0;
  for (const character of word) {
    const at = window.indexOf(character, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

/** Whether a word is grammar or an everyday verb, that can be no part of a name found. */
export function isFree(word: string): boolean {
  return word.length === 1 ? grammar.has(word) : everydayVerbs.has(word) || freeWords.has(word);
}

const grammar = new Set(
  '的了着过得地在是和与也都还又要就把被由从向到给让说不没有会能一二三两每各里',
);
