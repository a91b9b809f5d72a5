import type { Logger } from 'pino';
import type { AnswerQuestion } from '../../src/answering/answer.ts';
import { createModelAnswerer } from '../../src/answering/answer-by-model.ts';
import { createAnswerQuestion } from '../../src/answering/answer-question.ts';
import type { ChatModelOptions } from '../../src/answering/model/chat-model.ts';
import type { Article } from '../../src/corpus/article.ts';
import { openLog } from '../../src/log.ts';
import {
  elderCare,
  elderVisit,
  gridWork,
  makeArticle,
  nightSchool,
  searchOver,
} from '../answering/sample-articles.ts';
import { openTestModel } from './open-test-model.ts';

export const testKey = 'sk-test-0123456789abcdef0123456789';

/** The report on the grid has several passages here: a quote can then be from the wrong one. */
const longGridWork = makeArticle({
  ...gridWork,
  body: [
    gridWork.body,
    '社区还在活动室门口挂了一只“烦心事信箱”，居民把不便当面讲的事写成纸条投进去，每周一由副书记开箱登记，能当天办的当天办，办不了的报给街道，再把办到哪一步写在公示栏上。',
    '信箱挂出三个月，收到纸条57张，说得最多的是楼道灯不亮、单车乱停和夜里装修，其中49张当月办完，剩下的写明了原因和期限。',
    '为了让楼栋长有话可说、有事能办，社区每季度开一次“楼栋长议事会”，请派出所、物业和供热公司到场，现场认领问题。',
    '居民孟广田说：“以前找人要跑三个地方，现在纸条一投就有人回。”',
  ].join('\n'),
});

export const modelArticles: readonly Article[] = [elderCare, longGridWork, nightSchool, elderVisit];

interface AnswererOptions {
  readonly baseUrl: string;
  readonly articles?: readonly Article[];
  readonly model?: Partial<ChatModelOptions>;
}

/** The answerer with a model behind a local endpoint, and what it logs. */
export function openModelAnswerer({ baseUrl, articles = modelArticles, model }: AnswererOptions) {
  const lines: string[] = [];
  const log: Logger = openLog({
    level: 'debug',
    secrets: [testKey],
    stream: { write: (line) => void lines.push(line) },
  });
  const address = { baseUrl, apiKey: testKey };
  const chatModel = openTestModel(baseUrl, { address, log, ...model });
  const ask: AnswerQuestion = createAnswerQuestion({
    search: searchOver(articles),
    log,
    threshold: 0.34,
    model: createModelAnswerer(chatModel, log),
  });
  return {
    ask,
    chatModel,
    logged: () => lines.join(''),
    [Symbol.asyncDispose]: () => chatModel[Symbol.asyncDispose](),
  };
}
