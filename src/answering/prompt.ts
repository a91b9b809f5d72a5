import type { Article } from '../corpus/article.ts';
import type { Hit } from '../retrieval/passage.ts';
import type { Answer } from './answer.ts';
import { dataRules, fence, fencePassage, plain } from './fence-data.ts';
import type { ChatMessage } from './model/call-endpoint.ts';
import type { NumberedPassage } from './model/number-passages.ts';
import type { PromptSecrets } from './model/prompt-secrets.ts';

interface WritingPrompt {
  readonly question: string;
  /** The article the question is about, when it is about one. */
  readonly about?: string | undefined;
  readonly passages: readonly NumberedPassage[];
  readonly shape: 'claims' | 'practices';
}

/** Asks for an answer out of passages, each claim with the quotes it stands on. */
export function writingPrompt(
  { question, about, passages, shape }: WritingPrompt,
  secrets: PromptSecrets,
): readonly ChatMessage[] {
  const fenced = passages.map((one) => fencePassage(one, secrets));
  const asked = fence('问题', plain(question), secrets);
  const topic = about === undefined ? '' : `\n这个问题问的是：${plain(about)}`;
  return [
    {
      role: 'system',
      content: [
        '你帮基层党支部书记从报纸报道里找答案。只写报道段落里写明的事，用平实的中文。',
        dataRules(secrets),
        claimRules,
        shape === 'practices' ? practicesShape : claimsShape,
      ].join('\n\n'),
    },
    { role: 'user', content: [...fenced, `${asked}${topic}`, '请只输出 JSON。'].join('\n\n') },
  ];
}

const sentenceRules = [
  '写法：',
  '- 先摘引用，再写条目。每条至少一处引用：passage 是段落编号，quote 是那一段里连续的原文，一字不改，10 到 200 字，尽量是整句。',
  '- 条目只说一件事，不超过 120 字，由它的引用缩写而成：只删减、合并，用引用里的原词；不添内容，不换说法，不换算，不概括，不评价。引用里没有的数字、日期、单位、人名、地名一律不写。',
  '- 引用里没写主语，或者写的是“他”“社区”“支部”，条目里就照样写，不补名字：出自哪个单位，程序会在条目前注明。谁做的、谁说的、有没有、增还是减，都和引用一致。',
];

const claimRules = [
  ...sentenceRules,
  '- 几篇报道对同一件事的数字不同，就各写一条，都写出来，不选其中一个。',
  '- 段落没有回答问题时，verdict 填 "not-in-passages"，列表留空；能回答时填 "answered"。不要勉强作答。',
].join('\n');

const claimsShape = [
  '最直接回答问题的一条放在最前面，一共 1 到 6 条。输出的 JSON：',
  '{"verdict":"answered","claims":[{"citations":[{"passage":1,"quote":"……"}],"text":"……"}]}',
].join('\n');

const practicesShape = [
  '挑 2 到 4 个不同单位的做法，最对得上问题的放在最前面，每个单位只写一条；对得上的只有一个单位就只写一个，不凑数。条目分成两项：',
  '- did：做了什么。result：引用里写明的效果或数字，没写就留空字符串。单位和所在地由程序注明。',
  '输出的 JSON：',
  '{"verdict":"answered","practices":[{"citations":[{"passage":1,"quote":"……"}],"did":"……","result":"……"}]}',
].join('\n');

interface RewritingPrompt {
  readonly message: string;
  /** The last exchange. */
  readonly last: Answer;
  /** The articles it showed, in order. */
  readonly articles: readonly string[];
}

/** Asks for the stand-alone form of a follow-up question. */
export function rewritingPrompt(
  { message, last, articles }: RewritingPrompt,
  secrets: PromptSecrets,
): readonly ChatMessage[] {
  const claims = last.claims.map(({ text }) => text);
  const task = [
    '- relation：追问上一次回答里的某篇或几篇报道填 "about"；想要更多、别的例子填 "more"；换了话题填 "new"。',
    '- question：改写后的问题，不超过 60 字，只用追问和上文里出现过的词，不添加内容；换了话题就照抄原话。',
    '- articles：relation 是 "about" 时，填所问报道的编号，否则留空。',
    '输出的 JSON：{"relation":"about","question":"……","articles":[2]}',
  ];
  const named = articles.map((name, at) => `${at + 1}. ${plain(name)}`).join('\n');
  const data = [
    fence('上一个问题', plain(last.question), secrets),
    fence('上一次回答', claims.map(plain).join('\n'), secrets),
    fence('上一次的报道', named, secrets),
    fence('追问', plain(message), secrets),
  ];
  const role = '你把对话里的追问改写成不看上文也能懂的一句问题，供检索报纸报道用。不回答问题。';
  return taskPrompt({ role, task, data }, secrets);
}

interface JudgingPrompt {
  readonly question: string;
  readonly claim: string;
  readonly quotes: readonly {
    readonly quote: string;
    readonly passage: string;
    /** Whose report it is: the program puts that before a claim. */
    readonly organisation: string | null;
  }[];
}

/** Asks whether citations support a claim. The rubric is fixed: figures of different days stay comparable. */
export function judgingPrompt(
  { question, claim, quotes }: JudgingPrompt,
  secrets: PromptSecrets,
): readonly ChatMessage[] {
  const task = [
    '评分标准：',
    '- claim："fully"＝这句话的每一处内容（谁、做了什么、数字、时间、因果）都能从引文、所在段落或报道的单位直接读出；"partly"＝主要意思有，但有一处读不出或说过了头；"not"＝主要意思读不出，或与段落相反。',
    '- citations：按顺序对每条引文填 true 或 false。true＝单看这条引文和它的段落，至少支持这句话的一处主要内容，且没有一处相反。',
    '输出的 JSON：{"claim":"fully","citations":[true]}',
  ];
  const data = [
    fence('问题', plain(question), secrets),
    fence('这句话', plain(claim), secrets),
    ...quotes.map(({ quote, passage, organisation }, at) => {
      const lines = [`报道的单位：${organisation ?? '没有写明'}`, `引文：${quote}`];
      return fence(`引文${at + 1}`, plain([...lines, `所在段落：${passage}`].join('\n')), secrets);
    }),
  ];
  const role =
    '你核对一句话是否有引文支持。只看给出的引文和它所在的段落，不用别的知识，不管这句话是否常见。';
  return taskPrompt({ role, task, data }, secrets);
}

/** Asks for questions that say the same in the words of a newspaper. */
export function expandingPrompt(question: string, secrets: PromptSecrets): readonly ChatMessage[] {
  const task = [
    '- 读者用大白话提问，报纸用书面语写。把问题换成 2 到 3 句可以单独检索的问法，用报道里常见的正式说法。',
    '- 意思不变，不添加单位、地名、数字，不回答问题。每句不超过 40 字。',
    '输出的 JSON：{"questions":["……","……"]}',
  ];
  return searchPrompt({ task, data: [fence('问题', plain(question), secrets)] }, secrets);
}

/** Asks how far each passage helps to answer. */
export function ratingPrompt(
  { question, hits }: { readonly question: string; readonly hits: readonly Hit[] },
  secrets: PromptSecrets,
): readonly ChatMessage[] {
  const task = [
    '- 逐段判断对回答问题有没有用，use 填 0 到 3：3＝直接回答；2＝讲的是同一件事，能答一部分；1＝只是沾边；0＝无关。',
    '- passage 填段落编号，每段一条。输出的 JSON：{"ratings":[{"passage":1,"use":3}]}',
  ];
  const passages = hits.map((hit, at) => fencePassage({ ...hit, number: at + 1 }, secrets));
  return searchPrompt(
    { task, data: [...passages, fence('问题', plain(question), secrets)] },
    secrets,
  );
}

const longestRead = 4000;

/** Asks for everyday questions that an article answers. */
export function askingPrompt({ title, body }: Article, secrets: PromptSecrets) {
  const task = [
    '- 写出这篇报道能回答的 5 到 10 个问题，像基层群众和干部平时说话那样问，尽量不用报道里的原词。',
    '- 每句不超过 30 字，各问一件事，报道里没有答案的不问，不写人名。输出的 JSON：{"questions":["……"]}',
  ];
  const text = plain([title, body].filter(Boolean).join('\n').slice(0, longestRead));
  return searchPrompt({ task, data: [fence('段落', text, secrets)] }, secrets);
}

/** Asks for the two sentences that open a digest. */
export function openingPrompt(
  passages: readonly NumberedPassage[],
  secrets: PromptSecrets,
): readonly ChatMessage[] {
  const task = [
    ...sentenceRules,
    '- 一共正好两条，合起来是这份简报的开头：挑最值得看的两篇，各用一句话说清做了什么，不超过 60 字，不照抄标题，不写“今天”“本期”。',
    '输出的 JSON：{"verdict":"answered","claims":[{"citations":[{"passage":1,"quote":"……"}],"text":"……"}]}',
  ];
  const data = passages.map((one) => fencePassage(one, secrets));
  const role = '你给基层党支部书记的每日简报写开头。只写报道段落里写明的事，用平实的中文。';
  return taskPrompt({ role, task, data }, secrets);
}

function searchPrompt(asked: Omit<Task, 'role'>, secrets: PromptSecrets): readonly ChatMessage[] {
  return taskPrompt({ ...asked, role: '你帮人检索报纸报道。' }, secrets);
}

interface Task {
  readonly role: string;
  readonly task: readonly string[];
  readonly data: readonly string[];
}

function taskPrompt({ role, task, data }: Task, secrets: PromptSecrets): readonly ChatMessage[] {
  return [
    { role: 'system', content: [role, dataRules(secrets), task.join('\n')].join('\n\n') },
    { role: 'user', content: [...data, '请只输出 JSON。'].join('\n\n') },
  ];
}
