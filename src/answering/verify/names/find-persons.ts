import { wordRuns } from '../words/word-runs.ts';

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项芦麦褚娄窦戚岑景宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝冀浦阎茹匡蔚晁荆竺鞠伊乌呼云那额斯敖厉郦储闻楚庾嵇璩眭睢禚胥茅荀莘菅蔺逄逯郁郄郏郗郜鄂鄢阙阚雍靖韶仝亓湛漆滑幸芮计丘奚酆傅萧禹狄谈昝裘贲杭洪诸钮糜隗钭戎蓟宿邰屠濮扈訾蒯佴谯笪缑邸冼仉乜妫苌谌咸郤敬常皮封焉宓汲廉尉祖桓暨',
);
// The most frequent ones; a rarer one needs a title or a verb of speech beside it.
const common = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫侯龙陶黎贺顾郝龚邵钱覃'.split(
    '',
  ),
);
const titleWords =
  '书记|主任|局长|院长|校长|所长|站长|镇长|乡长|村长|县长|区长|市长|部长|处长|科长|股长|队长|大队长|中队长|教导员|指导员|委员|代表|会长|理事长|经理|厂长|店主|老板|负责人|民警|辅警|交警|警官|警察|医生|大夫|护士|教师|老师|教授|专家|律师|记者|通讯员|干部|党员|老党员|社工|网格员|网格长|楼栋长|单元长|志愿者|调解员|讲解员|宣讲员|农技员|技术员|居民|村民|牧民|市民|住户|业主|商户|老人|乡亲|职工|工人|司机|驾驶员|师傅|骑手|家长|法官|检察官|干警|电工|厨师|教练|园长|员工|护林员|保洁员|学员|学生|同学|同志|劳模|模范|工匠|负责同志|带头人|创始人|发起人|主播|选手|大户|能手|户主|组长|班长|副主席|主席|女工|会计|出纳|保安|工人|技师|工程师|总监|[\\p{Script=Han}][员工师]';
const titles = new RegExp(`(?:${titleWords})$`, 'u');
const calledBy =
  /^(?:说|表示|介绍|告诉|认为|坦言|指出|回忆|感慨|强调|透露|感叹|提到|直言|解释|建议|书记|主任|局长|院长|校长|所长|站长|队长|经理|老师|医生|大夫|教授|警官|大爷|大妈|大娘|大叔|阿姨|奶奶|爷爷|老人|先生|女士|同志|师傅|一家|夫妇|家里|等人|带领|带着|牵头|主动|自豪|高兴|激动)/u;
const grammar = new Set(
  '的了着过地得是在和与及或把被由从向往到给让用以于为也都还又再就才很太更最不没将已正常只等要会能可有个这那其该每各说讲做带请当去来上下里中后前时对同跟称一二两三四五六七八九十几个位名卡码证牌线灯色课',
);

// Surnames that are more often grammar or a verb: a title before them shows no name.
const grammatical = new Set('和于应从时成向全连师明常安温关解管边包查满计施严单任冷强平那');

// A verb of one character ends a name of two.
const verbs = new Set(
  '蹲跑找开办建送看想拿写问答走进住养种卖买打扫修装换接陪帮管抓捐领提查守值驻谈坐扮扶抱背',
);

/** Persons a folded text names: a surname and one or two characters, where a title, a verb of speech or the cut of the words shows a name. */
export function findPersons(text: string): readonly string[] {
  return [
    ...hanPersons(text),
    ...speakingPersons(text),
    ...titledPersons(text),
    ...mongolianPersons(text),
  ].filter((name) => !titles.test(name) && !namesNobody(name, text) && !isNickname(name, text));
}

/** 「老梁照着图办」, 「在田头守着」: a surname alone, or a place. */
function isNickname(name: string, text: string): boolean {
  if (name.length !== 2) return false;
  const at = text.indexOf(name);
  const [before, after] = [text.charAt(at - 1), text.slice(at + 2)];
  // 「灯曾坏了」
  if (name.startsWith('曾') && /^[了过着]/u.test(after)) return true;
  if (/[老小]/u.test(before) && /^[着了过]/u.test(after)) return true;
  return /[在到]/u.test(before) && /[头边里上下间]$/u.test(name);
}

/** 「白马河镇」, 「纪工委」; 「6张床位」. */
function namesNobody(name: string, text: string): boolean {
  if (/[镇村县市区乡委办]$/u.test(name)) return true;
  return (
    name.startsWith('张') && new RegExp(`[\\d一二两三四五六七八九十几]${name}`, 'u').test(text)
  );
}

// Mongolian names as they are most often written.
const mongolian =
  /(?:巴特尔|巴雅尔|其木格|其其格|琪琪格|格日勒|毕力格|青格勒|苏日娜|苏日妮|萨仁|娜仁|那仁|斯琴|乌云|图雅|托娅|高娃|敖登|宝音|布和|朝鲁|哈斯|阿古拉|呼格吉勒|额尔敦|孟和|巴图|苏和|特木尔|阿拉坦|牧仁|塔娜|娜日)(?:高娃|图雅|托娅|其木格|其其格|巴特尔|巴雅尔|毕力格|格日勒|朝鲁|巴图|花)?/gu;

const speaking = new RegExp(
  `(?<!\\p{Script=Han})([${[...surnames].join('')}]\\p{Script=Han}{1,2}?)(?=说|表示|介绍|认为|坦言|回忆|感慨|告诉)`,
  'gu',
);

const titled = new RegExp(
  `(?:${titleWords}|[、由])([${[...surnames].join('')}]\\p{Script=Han}{1,2}?)(?=说|表示|介绍|认为|坦言|回忆|感慨|告诉|提醒|提出|统计|透露|承认|担任|兼任|带[着领]|算了|连[着续]|的数学|量了|原来)`,
  'gu',
);

/** 「教师费以勤说」: what stands between a title and a verb that only people do. */
function titledPersons(text: string): readonly string[] {
  return [...text.matchAll(titled)]
    .map(([, name = '']) => name)
    .filter((name) => !/[们己家人员长]$|有关|相关/u.test(name));
}

/** 「邱同福说」: a surname at the beginning of a clause and a verb of speech show a name that looks like grammar. */
function speakingPersons(text: string): readonly string[] {
  return [...text.matchAll(speaking)]
    .map(([, name = '']) => name)
    .filter((name) => !/[们己家人员长]$|有关|相关/u.test(name));
}

function hanPersons(text: string): readonly string[] {
  return wordRuns(text, /^\p{Script=Han}+$/u).flatMap((words) =>
    words.flatMap((word, at) => nameAt(words, word, at) ?? []),
  );
}

/** Mongolian names in a folded text. */
export function mongolianPersons(text: string): readonly string[] {
  return text.match(mongolian) ?? [];
}

/** Whether a text begins with a surname. */
export function isSurname(text: string): boolean {
  return surnames.has(text.charAt(0));
}

/** Whether a surname is more often grammar or a verb. */
export function isRareSurname(surname: string): boolean {
  return grammatical.has(surname);
}

/** Whether a text has the form of a person's name, and nothing more. */
export function looksLikePerson(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && surnames.has(text.charAt(0));
}

function nameAt(words: readonly string[], word: string, at: number): string | undefined {
  const before = words.slice(Math.max(0, at - 2), at).join('');
  const isTitled = titles.test(before) || /(?:名叫|叫做|名为|叫)$/u.test(before);
  if (word.length === 2 || word.length === 3) return isTitled ? wholeName(words, at) : undefined;
  if (word.length !== 1 || !surnames.has(word)) return undefined;
  return longName({ words, at, surname: word, isTitled });
}

/** A name that is cut as one word, or as one and a character. */
function wholeName(words: readonly string[], at: number): string | undefined {
  const longer = longerName(words, at);
  if (longer !== undefined) return longer;
  const { [at]: word = '' } = words;
  const [surname = ''] = word;
  const isCalled = calledBy.test(words.slice(at + 1).join(''));
  return surnames.has(surname) && (isCalled || common.has(surname)) ? word : undefined;
}

/** 「沈静波说」: a name of three characters of which two happen to be a word. */
function longerName(words: readonly string[], at: number): string | undefined {
  const [word = '', next = ''] = words.slice(at, at + 2);
  const isName = word.length === 2 && common.has(word.charAt(0)) && /^\p{Script=Han}$/u.test(next);
  if (!isName || grammar.has(next) || verbs.has(next)) return undefined;
  return calledBy.test(words.slice(at + 2).join('')) ? word + next : undefined;
}

interface Surnamed {
  readonly words: readonly string[];
  readonly at: number;
  readonly surname: string;
  readonly isTitled: boolean;
}

function longName({ words, at, surname, isTitled }: Surnamed): string | undefined {
  const [first = '', second = ''] = [words[at + 1], words[at + 2]];
  if (!/^\p{Script=Han}{1,2}$/u.test(first) || grammar.has(first)) return undefined;
  const isShort = first.length === 1;
  const goesOn = isShort && canEndName(second) && !calledBy.test(words.slice(at + 2).join(''));
  const after = words.slice(at + (goesOn ? 3 : 2)).join('');
  const isTitle = isTitled && !grammatical.has(surname);
  const isShown = isTitle || calledBy.test(after) || showsAlone(surname, isShort || at === 0);
  return isShown ? surname + first + (goesOn ? second : '') : undefined;
}

function canEndName(word: string): boolean {
  return /^\p{Script=Han}$/u.test(word) && !grammar.has(word) && !verbs.has(word);
}

/** A frequent surname that is no verb, before a character no word begins with or at the beginning. */
function showsAlone(surname: string, isWellPlaced: boolean): boolean {
  return isWellPlaced && common.has(surname) && !/[付谢顾许余程叶钱丁]/u.test(surname);
}
