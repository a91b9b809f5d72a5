export interface People {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  readonly photographers: readonly string[];
  /** Named without a word of what they are. */
  readonly unlabelled: readonly string[];
}

export const nobody: People = {
  reporters: [],
  correspondents: [],
  photographers: [],
  unlabelled: [],
};

export const marks = '●■◆★▲□◇○◎▼▶►※☆△▽♦•▪◉';

const roleWord =
  '(?:[\\p{Script=Han}]{0,6}(?:本报|本刊|本网|[日晚晨时商快早导周]报|都市报|周刊|新华社|融媒体?中心|融媒|全媒体?)|首席|见习|实习|特约|特派|驻地|[\\p{Script=Han}]{1,6}(?:区|队|厂|矿|处|科|部|站|段|公司|车间|学院|学校|医院|社区|街道|镇|乡)(?=通讯员))*(?:记者|实习生|通讯员|撰稿人?|撰文|作者|评论员|摄影师|摄影|摄像|供图|文字|文\\/图|图\\/文|文、图|图文)';
const role = new RegExp(
  `(${roleWord})|(?<![\\p{Script=Han}·])(摄影报道|摄影|摄|供图|图|文)(?=[\\s/／]|$)`,
  'gu',
);
const name =
  /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,12}$|^[\p{Script=Han}]{5,8}$/u;

const photoRole = /摄|供图|^图$/;
const bothRole = /文\/图|图\/文|文、图|图文/;
const afterRole = /^(?:摄影报道|摄影|摄|供图|图|文|文\/图|图\/文|文、图|图文)$/;
// What stands in brackets at the end of a text and is nobody's name.
const notName =
  /[了的是在有很把被]|[部委局市县旗区院会社厅处科]$|公司|中心|支部|政府|办$|组$|办公室|^(?:试行|节选|摘编|摘要|下转|上接|待续|完|综合|选登|连载|资料图|有删节|有删改|暂行|修订|草案|略|实习|图文无关|来源|导读)$|^来源|^本报|手记$|札记$|调查$|观察$|感言$|来信$|述评$|专访$/;

interface Credit {
  readonly role: string;
  readonly names: readonly string[];
  /** 张三/文 李四/图: a role that comes after its names. */
  readonly after: string;
}

/**
 * Reads who wrote and who photographed from a byline such as `本报记者 张三 通讯员 李四 文/图`; null
 * when the text is none.
 */
export function readPeople(text: string): People | null {
  const credits = readCredits(cleanByline(text));
  if (credits === null || credits.every(({ names }) => names.length === 0)) return null;
  const afters = credits.filter(({ after }) => after !== '');
  const [only] = afters;
  // 本报记者 张三 通讯员 李四 摄: all of them took the picture.
  if (afters.length === 1 && only !== undefined && only === credits.at(-1)) {
    return peopleOf(credits.map((credit) => ({ ...credit, after: only.after })));
  }
  return peopleOf(credits);
}

const traditionalRoles: Readonly<Record<string, string>> = {
  記: '记',
  訊: '讯',
  員: '员',
  攝: '摄',
  圖: '图',
  報: '报',
  導: '导',
  編: '编',
  責: '责',
  電: '电',
  稱: '称',
  來: '来',
  轉: '转',
};

/** The words that say what somebody is, in simplified characters; one character for one. */
export function simplifyRoles(text: string): string {
  return text.replace(
    /[記訊攝圖報導編責電來轉]|(?<=[通訊讯])員/gu,
    (character) => traditionalRoles[character] ?? character,
  );
}

export function unite(first: People, second: People): People {
  return {
    reporters: unique([...first.reporters, ...second.reporters]),
    correspondents: unique([...first.correspondents, ...second.correspondents]),
    photographers: unique([...first.photographers, ...second.photographers]),
    unlabelled: unique([...first.unlabelled, ...second.unlabelled]),
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function cleanByline(text: string): string {
  return simplifyRoles(text)
    .replace(/[／/][\p{Script=Han}]{2,6}报[道导]$/u, '')
    .replace(new RegExp(`^[${marks}\\s]+`, 'u'), '')
    .replace(/(?:摄影|供图)\s*[:：]/gu, '摄影师 ')
    .replace(/([\p{Script=Han}·]+)\s*[（(](记者|通讯员)[）)]/gu, '$2 $1 ')
    .replace(/[:：]/g, ' ')
    .replace(/^(文\/图|图\/文)(.+)$/u, '$2 $1')
    .replace(/文[\s、／/]*(?:图|摄影|摄)(?=$|\s|[)）])/gu, ' 文/图')
    .replace(/图[\s、／/]*文(?=$|\s|[)）])/gu, ' 图/文')
    .replace(/(?<=[\p{Script=Han}])(摄影报道|摄影|摄|供图)$/u, ' $1')
    .trim();
}

function readCredits(text: string): readonly Credit[] | null {
  const words = [...text.matchAll(role)].map(({ 0: word, index }) => ({ word, index }));
  const credits: Credit[] = [];
  let before = '';
  let from = 0;
  for (const { word, index } of [...words, { word: '', index: text.length }]) {
    const names = readNames(text.slice(from, index));
    if (names === null) return null;
    const after = names.length > 0 && afterRole.test(word) ? word : '';
    if (names.length > 0) credits.push({ role: before, names, after });
    before = after === '' ? word : '';
    from = index + word.length;
  }
  return credits;
}

/** Names between two role words, or null when something else stands there. 郭 静 is one name. */
function readNames(text: string): readonly string[] | null {
  const words = text.split(/[\s、/／;；]+/u).filter((word) => word !== '');
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [word = '', next = ''] = words.slice(index, index + 2);
    const isSplit = word.length === 1 && next.length === 1;
    joined.push(isSplit ? word + next : word);
    if (isSplit) index += 1;
  }
  return joined.every((word) => name.test(word) && !notName.test(word)) ? joined : null;
}

function peopleOf(credits: readonly Credit[]): People {
  const of = (wanted: (credit: Credit) => boolean) =>
    unique(credits.filter(wanted).flatMap(({ names }) => names));
  const takesPhotos = ({ role: title, after }: Credit) =>
    photoRole.test(after) || photoRole.test(title) || bothRole.test(after + title);
  const writes = ({ role: title, after }: Credit) =>
    after === '' ? !photoRole.test(title) : /文/.test(after);
  const reports = ({ role: title }: Credit) => /记者/.test(title) && !/特约/.test(title);
  return {
    reporters: of((credit) => writes(credit) && reports(credit)),
    correspondents: of((credit) => writes(credit) && !reports(credit) && credit.role !== ''),
    photographers: of(takesPhotos),
    unlabelled: of((credit) => writes(credit) && credit.role === ''),
  };
}
