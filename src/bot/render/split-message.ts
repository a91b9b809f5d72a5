import { type Block, entitiesOf, type Span, unitsOf } from './block.ts';
import { separatorBefore } from './html.ts';

// Telegram refuses a text above 4,096 UTF-16 units and shows no more than 100 entities of it.
export const unitsAllowed = 4096;
export const entitiesAllowed = 100;

/** Packs blocks into messages, in order, between blocks where it can; only a block too long for one message is cut. */
export function splitMessage(
  blocks: readonly Block[],
  limit = unitsAllowed,
): readonly (readonly Block[])[] {
  const messages: Block[][] = [];
  let units = 0;
  let entities = 0;
  for (const block of blocks.flatMap((whole) => cutBlock(whole, limit))) {
    const more = separatorBefore(block).length + unitsOf(block);
    const message = messages.at(-1);
    const fits = units + more <= limit && entities + entitiesOf(block) <= entitiesAllowed;
    if (message !== undefined && fits) {
      message.push(block);
      units += more;
      entities += entitiesOf(block);
    } else {
      messages.push([block]);
      units = unitsOf(block);
      entities = entitiesOf(block);
    }
  }
  return messages;
}

/** Cuts a block that no message can hold into blocks of its kind. */
function cutBlock(block: Block, limit: number): readonly Block[] {
  if (unitsOf(block) <= limit && entitiesOf(block) <= entitiesAllowed) return [block];
  const blocks: Span[][] = [[]];
  let room = limit;
  for (const piece of block.spans.flatMap((span) => cutSpan(span, limit))) {
    const last = blocks.at(-1) ?? [];
    if (piece.text.length <= room && last.length < entitiesAllowed - 1) {
      last.push(piece);
      room -= piece.text.length;
    } else {
      blocks.push([piece]);
      room = limit - piece.text.length;
    }
  }
  return blocks.filter((spans) => spans.length > 0).map((spans) => ({ kind: block.kind, spans }));
}

function cutSpan(span: Span, limit: number): readonly Span[] {
  const pieces: Span[] = [];
  let rest = span.text;
  while (rest.length > limit) {
    const at = cutPoint(rest, limit);
    pieces.push({ ...span, text: rest.slice(0, at) });
    rest = rest.slice(at);
  }
  return [...pieces, { ...span, text: rest }];
}

/** Behind the last sentence that fits when that keeps half of the room, else before a whole character. */
function cutPoint(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const sentenceEnd = Math.max(
    ...['。', '！', '？', '；', '\n'].map((end) => head.lastIndexOf(end)),
  );
  if (sentenceEnd >= limit / 2) return sentenceEnd + 1;
  const splitsPair = /[\uD800-\uDBFF]$/.test(head);
  return splitsPair ? limit - 1 : limit;
}
