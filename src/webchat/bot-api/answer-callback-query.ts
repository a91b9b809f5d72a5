import type { ChatRoom } from '../chat-room.ts';
import { Refusal } from '../refusal.ts';
import { type Call, readFlag, readInteger, readText } from './call.ts';

/** A press waits this long for its answer. Telegram gives no figure; a minute is about what it takes. */
const pressLifetimeMs = 60_000;
const maxAnswer = 200;

/** Ends the waiting of a pressed button, with a short notice or without. */
export function answerCallbackQuery(room: ChatRoom, call: Call): true {
  const id = readInteger(call, 'callback_query_id');
  const press = id === undefined ? undefined : room.store.presses.find(id);
  const now = room.now();
  if (press === undefined || press.answeredAt !== null || now - press.pressedAt > pressLifetimeMs) {
    throw new Refusal(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
  }
  const text = readText(call, 'text');
  if (text.length > maxAnswer) throw new Refusal('Bad Request: MESSAGE_TOO_LONG');
  room.store.presses.answer(press.id, now);
  const alert = readFlag(call, 'show_alert');
  room.changes.publish({
    kind: 'answer',
    readerId: press.readerId,
    pressId: press.id,
    text,
    alert,
  });
  return true;
}
