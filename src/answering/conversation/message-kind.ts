import { foldText } from '../../corpus/fold-text.ts';
import type { Answer } from '../answer.ts';
import { classifyQuestion, type QuestionKind } from '../question-kind.ts';
import { readFollowUp } from './follow-up.ts';

/** Tells what a message wants, in the light of the answers before it, oldest first. */
export function readMessageKind(message: string, history: readonly Answer[] = []): QuestionKind {
  const kind = classifyQuestion(message);
  // 「[2]」 is all symbols, and points at a sentence of the answer before it.
  if (kind.kind === 'chat' && kind.topic === 'symbols')
    return readFollowUp(message, history).kind === 'about' ? { kind: 'practice' } : kind;
  if (kind.kind === 'chat') return kind;
  if (isCourtesy(message)) return { kind: 'chat', topic: 'thanks' };
  if (isForeign(message)) return { kind: 'chat', topic: 'foreign-script' };
  return kind;
}

const courtesy =
  /^(?:谢谢|感谢|多谢|谢|辛苦|好的?|行|可以|嗯+|哦|收到|明白|知道|清楚|懂|了解|ok|你好|您好|再见|拜拜|回头聊|改天聊|先这样|(?:你|您|你们|大家)?的?(?:帮助|解答|回答|回复|指点|分享|耐心)|你们?|您|大家|我|就|都|也|太|真|很|十分|非常|挺|蛮|特别|相当|这下|帮了?(?:我|我们)?大忙|有用|有帮助|好用|详细|不错|棒|到位|[了啦哈啊呀呢吧嘞])+$/u;
const kindWord =
  /谢|辛苦|好的|收到|明白|知道|清楚|懂|了解|ok|再见|拜拜|大忙|有用|有帮助|好用|不错|棒|嗯/u;
const longestCourtesy = 30;

/** 「谢谢您！辛苦了」, 「好的，明白了」: several kind words in a row. */
function isCourtesy(message: string): boolean {
  const bare = foldText(message).replace(/[\s\p{P}\p{Extended_Pictographic}~]+/gu, '');
  return bare.length <= longestCourtesy && courtesy.test(bare) && kindWord.test(bare);
}

/** Two words and more, none of them Chinese. A single one may be a name that is searched for. */
function isForeign(message: string): boolean {
  return !/\p{Script=Han}/u.test(message) && /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u.test(message);
}
