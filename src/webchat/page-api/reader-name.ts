import type { ChatRoom } from '../chat-room.ts';

/**
 * Whether a reader may be called so: the name shows at least one character, is not the bot's, and holds neither control
 * characters nor halves of a character, nor what turns the direction of all that stands after it.
 */
export function isReaderName(name: string, bot: ChatRoom['bot']): boolean {
  const shown = plainName(name);
  const isTaken = [bot.name, bot.username].some((taken) => plainName(taken) === shown);
  return shown !== '' && !isTaken && !/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(name);
}

/** What one sees of a name. U+2800 is a Braille cell without a dot. */
function plainName(name: string): string {
  const seen = name.replace(/[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\u2800]/gu, '');
  return seen.normalize('NFKC').toLowerCase();
}
