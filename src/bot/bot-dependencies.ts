import type { Logger } from 'pino';
import type { AnswerQuestion } from '../answering/answer.ts';
import type { WriteOpening } from '../answering/write-opening.ts';
import type { Article } from '../corpus/article.ts';
import type { Vocabulary } from '../corpus/vocabulary.ts';
import type { BotExchange, Exchange } from '../exchange/create-exchange.ts';
import type { Digests } from '../exchange/digest/digests.ts';
import type { Access, AccessRules } from './access.ts';
import type { DownloadFile } from './download-file.ts';
import type { PageDesk } from './page-desk.ts';
import type { RunningQuestions } from './running-questions.ts';
import type { StreamPace } from './stream-answer.ts';
import type { RedoUpdate } from './work-inbox.ts';

/** What the bot is given by those who put the rooms together. */
export interface BotServices {
  readonly answerQuestion: AnswerQuestion;
  /** The whole article; undefined when it is not there any more. */
  readonly readArticle: (articleId: string) => Promise<Article | undefined>;
  /** The kinds of organisations, places and themes a reader may be or want. */
  readonly vocabulary: Vocabulary;
  readonly exchange: Exchange;
  readonly access: AccessRules;
  /** All articles, for the digests and for browsing. */
  readonly listArticles: () => Promise<readonly Article[]>;
  /** Without it digests have no opening. */
  readonly writeOpening?: WriteOpening | undefined;
  /** IANA name of the zone of readers who have not set one. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  /** Empties a reader's chat window, where that is ours too; on Telegram it is theirs. */
  readonly clearChat?: ((readerId: number) => void) | undefined;
  /** Where pages that an admin sends are read and taken in; without it no documents are accepted. */
  readonly pages?: PageDesk;
  /** How often an answer in the making is shown; default: as often as Telegram likes it. */
  readonly streamPace?: StreamPace;
}

/** What the composers are given. */
export interface BotDependencies extends Omit<BotServices, 'access'>, BotExchange {
  readonly access: Access;
  readonly digests: Digests;
  /** Something may have to be sent. */
  readonly wakeDigests: () => void;
  readonly running: RunningQuestions;
  readonly redoUpdate: RedoUpdate;
  readonly downloadFile: DownloadFile;
}
