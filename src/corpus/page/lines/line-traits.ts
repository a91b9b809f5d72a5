/** What can be seen of a line, or of two lines, of a headline: a name, and 1 or how much of it there is. */
export type Traits = ReadonlyMap<string, number>;

/** A line of a headline as its traits are read from it. */
export interface DeckLine {
  /** Folded: simplified characters, Latin signs. */
  readonly text: string;
  /** As printed, in full-width characters. */
  readonly width: number;
}

const organisation =
  '(?:党支部|党总支|党委|党组|支部|街道|社区|[镇乡村局院厂站所校队县区市旗省部组处科班]|中心|公司|学校|小学|中学|大学|医院|图书馆|工会|协会|集团|车间|合作社|办事处|[残妇侨工科文]联|团委|法院|检察院|苏木|嘎查)';
const namesOnly = new RegExp(
  `^[^的了着过被让使是和与并将把在有出进到上开搬送不再又也还亮照飘抵达挂个聚记“”「」,、\\s—-]+?${organisation}$`,
  'u',
);
const startsNamed = new RegExp(
  `^(?:[我全][省市县区旗镇村国公校院厂]|[\\p{Script=Han}]{1,8}?${organisation})`,
  'u',
);
/** What offices and firms do; their names have none of it. */
export const officialVerb =
  /召开|举行|举办|启动|推行|推出|试点|开展|推进|推动|实施|建成|部署|出台|印发|发布|公布|深化|探索|强化|落实|调研|检查|座谈|覆盖|实现|开通|通车|投用|竣工|投产|表彰|审议|同比|增长|突破|超过|结束|开工|揭牌|成立|入选|获评|通过|签署|落幕|闭幕|开幕|设立|创新|倒计时/u;
/** 面对……的局面, 比合同期提前46天: what lies behind the news. */
const background =
  /(?:局面|影响|之[际后前中下]|[以之]来|背景下|过后|时|首[日月年]|天|年|期间|压力下?|需求|难题?|挑战)$/u;
const speech = /(?:强调|要求|指出|表示|寄语|提出|呼吁|提醒|透露|回应|时说|部署|显示|表明)$/u;
const meeting =
  /(?:会|会议|活动|论坛|竞赛|大赛|仪式|决赛)(?:在\p{Script=Han}{2,8})?(?:召开|举行|开幕|闭幕|落幕|启动)$|(?:召开|举行)\p{Script=Han}{0,12}(?:会|会议)$/u;
/** 周怀远出席并讲话 */
const presence =
  /(?:^| )\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})*(?:出席|主持|讲话|致辞|作报告|参加|陪同)/u;
const verbFirst =
  /^(?:瞄准|破解|聚焦|围绕|深化|紧扣|立足|坚持|强化|推动|推进|依托|加强|扎根|面对|针对|历时|告别|打通|打造|为|从|把|以|让|用|不|别|当|抓|做|走|到|在|横跨|备战|受|比|随着|经过|连续|深入|注重|锚定|凝心|学|严|谨防)/u;
/** Of somebody or something that moves or is made: titles paint. */
const image = /[出进上起到入成亮活响](?!版)|[了着]$|变|搬|让|把|装|藏|开进|走进|跑|点亮|托起|撑起/u;
const genre =
  /(?:纪实|见闻|侧记|掠影|观察|探索|启示|札记|综述|速写|素描|故事|小记|随想|记事|报告|一天)$/u;
const figure =
  /\d|[一二三四五六七八九十百千万两]+(?:余|多)?\p{Script=Han}?(?:人次|元|万|名|户|个|条|件|场|处|次|年|成|吨|亩|家|公里|斤|台|盏|座|位)/u;
const time =
  /昨[日天晚夜]|今[日天年晚起夜晨]|明[日天起早]|近日|[一二三四上下]季度|[上下]半年|\d+月|今起/u;

const patterns: Readonly<Record<string, RegExp>> = {
  'begins with an organisation': startsNamed,
  quotes: /[“「"]/u,
  'ends with a quotation': /[”」"]$/u,
  'has a comma': /[,、]/u,
  'asks or calls': /[?!]|吗$|怎么|啥|为何|缘何/u,
  'official verb': officialVerb,
  'ends as background': background,
  'begins with a verb': verbFirst,
  'paints a picture': image,
  'begins with one, two or three': /^[一两三]\p{Script=Han}/u,
  'has a figure': figure,
  'has a digit': /\d/u,
  'has a time': time,
  'is the first': /首|第[一二三四五六七八九十\d]/u,
  'has a colon inside': /:./u,
  'ends with 了': /了$/u,
};

/** Rare, but telling: these count for more. */
const telling: Readonly<Record<string, RegExp>> = {
  'only names an organisation': namesOnly,
  'ends as an announcement of speech': speech,
  'tells of a meeting': meeting,
  'names who was present': presence,
  'ends as a genre': genre,
};

/** A line, folded, that is nothing but the name of an organisation. */
export function namesOrganisation(text: string): boolean {
  return namesOnly.test(text) && !officialVerb.test(text) && !helping.test(text);
}

/** 党支部结对帮扶敬老院 tells what one organisation does for the other. */
const helping =
  /结对|帮扶|慰问|走访|看望|携手|牵手|助力|关爱|党支部\p{Script=Han}{4,}[院村校厂镇乡]$/u;

/** Says what somebody does or what happens, as no name of a column does: 村账上了明白墙 */
export function tellsDeed(text: string): boolean {
  return image.test(text) || officialVerb.test(text) || verbFirst.test(text);
}

/** What can be seen of one line of a headline. */
export function readLineTraits({ text, width }: DeckLine): Traits {
  const parts = text.split(' ');
  const [left = '', right = ''] = parts;
  const traits = new Map([['width in tens', Math.min(3, width / 10)]]);
  const add = (name: string, holds: boolean) => {
    if (holds) traits.set(name, 1);
  };
  for (const [name, pattern] of Object.entries(patterns)) add(name, pattern.test(text));
  for (const [name, pattern] of Object.entries(telling))
    if (pattern.test(text)) traits.set(name, 3);
  add('up to 6 wide', width <= 6);
  add('7 or 8 wide', width > 6 && width <= 8);
  add('14 wide or more', width >= 14);
  add('18 wide or more', width >= 18);
  add('in parts', parts.length > 1);
  add('in equal halves', parts.length === 2 && left.length === right.length);
  add('in three parts', parts.length > 2);
  return traits;
}

/** 把临产孕妇送进医院 says what the one does whom the line above names. */
const lacksSubject =
  /^(?:[把为将让向给使从替被]|不让|不把|[变改长拖建装搬送守开跑走捧飞请写住复打化炼织供攻拿算盖治][^\p{Script=Han}]*[成出进上到起在位来入活响回下给])/u;
const goesOn = /^(?:[也还更又再都就却便才且而不没别莫以靠用有是在来变成]|实行)/u;
/** 菜市场“剩食冰箱” does nothing yet. */
const namesThing = /^[^了着过被让使是将把有出进到上开搬送,、\s办推试建行设]{3,10}$/u;
const isIncomplete = /[的在把让为向与和是从到给被将里上中下来去出]$/u;
/** 端午节前, 化肥紧俏时节 */
const occasion =
  /^\p{Script=Han}{2,7}(?:首[日天]|前夕|(?<!背|幕)后|[时前]|时[节分]|来临|将至|季)$/u;
/** 社区把闲置车棚 or 退役军人组成: half of a clause. */
const breaksOff =
  /[把将][^了着过成为到出进上入给在,\s]{2,}$|(?:组成|成为|[变改建做当]成|化作|迎来|[走开装搬送]进|[搬送开]到)$/u;
const quoted = /[“「"]/u;

/** What can be seen of two lines of a headline, one below the other. */
export function readPairTraits(above: DeckLine, below: DeckLine): Traits {
  const [first, second] = [above.text, below.text];
  const wider = above.width - below.width;
  const isNear = Math.abs(wider) <= 1;
  const same = countSamePlaces(first, second);
  const traits = new Map([['stands there', 1]]);
  const add = (name: string, value: boolean | number) => {
    if (value !== false && value !== 0) traits.set(name, Number(value));
  };
  const only = (name: string, pattern: RegExp) => {
    const [inFirst, inSecond] = [pattern.test(first), pattern.test(second)];
    add(`the first ${name}`, inFirst && !inSecond);
    add(`the second ${name}`, inSecond && !inFirst);
    add(`each ${name}`, inFirst && inSecond);
  };
  only('quotes', quoted);
  only('is in parts', / /u);
  only('begins with an organisation', startsNamed);
  only('paints a picture', image);
  add('the second lacks a subject', isActOf(first, second) ? 2 : 0);
  add('the second goes on', goesOn.test(second) && !goesOn.test(first));
  add('the first names a thing', isThing(first));
  add('the first is incomplete', isIncomplete.test(first));
  add('the first tells when', occasion.test(first));
  add('the first breaks off', breaksOff.test(first));
  add('equally wide', wider === 0);
  add('almost equally wide', wider !== 0 && isNear);
  add('the first is wider', Math.min(2, Math.max(0, wider / 5)));
  add('the second is wider', Math.min(2, Math.max(0, -wider / 5)));
  add('the second is wider and in parts', wider <= -4 && / /u.test(second) && !/ /u.test(first));
  add('short together', above.width + below.width <= 16 && !namesOrganisation(first));
  add('long together', above.width + below.width >= 24);
  add('one character in one place', isNear && same >= 1);
  add('two characters in one place', isNear && same >= 2);
  add('begin alike', first.charAt(0) === second.charAt(0));
  add('characters in common', Math.min(3, countShared(first, second)));
  return traits;
}

function isActOf(first: string, second: string): boolean {
  if (!lacksSubject.test(second) || lacksSubject.test(first) || namesOnly.test(first)) return false;
  // 让 tells what the office's deed is for.
  return /^[让使]/u.test(second) || !officialVerb.test(first);
}

function isThing(text: string): boolean {
  return namesThing.test(text) && !namesOnly.test(text) && !officialVerb.test(text);
}

function countSamePlaces(first: string, second: string): number {
  return [...first].filter((one, index) => one !== ' ' && one === second.charAt(index)).length;
}

function countShared(first: string, second: string): number {
  const characters = new Set(first.replace(/[^\p{Script=Han}]/gu, ''));
  return [...characters].filter((one) => second.includes(one)).length;
}
