import type { Logger } from 'pino';
import type { AnswerQuestion } from '../answering/answer.ts';
import type { Article } from '../corpus/article.ts';
import type { BotExchange, Exchange } from '../exchange/create-exchange.ts';
import type { Access, AccessRules } from './access.ts';
import type { RunningQuestions } from './running-questions.ts';
import type { StreamPace } from './stream-answer.ts';

/** What the bot is given by those who put the rooms together. */
export interface BotServices {
  readonly answerQuestion: AnswerQuestion;
  /** The whole article; undefined when it is not there any more. */
  readonly readArticle: (articleId: string) => Promise<Article | undefined>;
  readonly exchange: Exchange;
  readonly access: AccessRules;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  /** How often an answer in the making is shown; default: as often as Telegram likes it. */
  readonly streamPace?: StreamPace;
}

/** What the composers are given. */
export interface BotDependencies extends Omit<BotServices, 'access'>, BotExchange {
  readonly access: Access;
  readonly running: RunningQuestions;
}
