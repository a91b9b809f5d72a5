import type { Answer, Citation } from '../../src/answering/answer.ts';
import { type Article, articleSchema } from '../../src/corpus/article.ts';
import type { Vocabulary } from '../../src/corpus/vocabulary.ts';

/** An invented article: 柳林社区 runs a canteen for old people. */
export const canteen: Article = articleSchema.parse({
  id: 'liulin-canteen',
  kicker: '柳林街道柳林社区：',
  title: '一碗热饭暖老人',
  organisations: ['柳林社区'],
  reporters: ['王小禾'],
  body: [
    '柳林社区有60岁以上老人312名，独居的有41名。社区党委把闲置车棚改成食堂，每餐收费8元。',
    '食堂由12名党员轮流值班，行动不便的老人由网格员送餐上门。开业半年来送餐3600份。',
  ].join('\n'),
  text: 'rewritten',
  source: { file: 'liulin-canteen.md' },
});

/** An invented article: 南桥社区 does it otherwise, and says where it was printed. */
export const kitchen: Article = articleSchema.parse({
  id: 'nanqiao-kitchen',
  title: '邻里厨房 <天天> 开火 & 送餐',
  organisations: ['南桥社区'],
  body: '南桥社区同3家餐馆签约，老人凭卡就餐打七折。志愿者每天送餐26户。',
  source: { file: 'nanqiao.md', publication: '河湾日报', date: '2024-03-05', page: '3' },
});

export const articles: ReadonlyMap<string, Article> = new Map(
  [canteen, kitchen].map((article) => [article.id, article]),
);

const entry = (name: string, within?: string) => ({
  name,
  words: [],
  sayings: [],
  ...(within !== undefined && { within }),
});

/** A vocabulary of a few words. */
export const vocabulary: Vocabulary = {
  themes: [entry('养老服务'), entry('网格治理')],
  orgTypes: [entry('社区'), { ...entry('村'), sayings: ['农村'] }],
  places: [entry('河湾市'), entry('柳林区', '河湾市'), entry('北山盟')],
};

const ms = { retrieve: 3, answer: 2, total: 5 };

export function cite(n: number, article: Article, quote: string): Citation {
  return {
    n,
    articleId: article.id,
    passageId: `${article.id}#0`,
    title: article.title,
    organisation: article.organisations[0] ?? null,
    quote,
    text: article.text,
    source: article.source,
  };
}

export const answered: Extract<Answer, { kind: 'answered' }> = {
  question: '老年食堂怎么办？',
  kind: 'answered',
  by: 'extract',
  claims: [
    { text: '柳林社区：社区党委把闲置车棚改成食堂，每餐收费8元。', citations: [1] },
    { text: '南桥社区：老人凭卡就餐打七折，行动不便的由人送餐。', citations: [2, 3] },
  ],
  citations: [
    cite(1, canteen, '社区党委把闲置车棚改成食堂，每餐收费8元。'),
    cite(2, kitchen, '南桥社区同3家餐馆签约，老人凭卡就餐打七折。'),
    cite(3, canteen, '行动不便的老人由网格员送餐上门。'),
  ],
  nearest: [],
  notes: [],
  ms,
};

export const notFound: Extract<Answer, { kind: 'not-found' | 'refused' | 'chat' }> = {
  question: '月球基地党支部怎么开会？',
  kind: 'not-found',
  by: null,
  claims: [],
  citations: [],
  nearest: [
    { articleId: canteen.id, title: canteen.title },
    { articleId: kitchen.id, title: kitchen.title },
  ],
  notes: ['现有资料里没有找到这个问题的答案。'],
  ms,
};
