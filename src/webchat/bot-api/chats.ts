import type { ChatRoom } from '../chat-room.ts';
import { Refusal } from '../refusal.ts';
import { toWireChat, toWireUser } from '../wire.ts';
import { type Call, readInteger, readText } from './call.ts';
import { readChat } from './send-message.ts';

const actions = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document ' +
    'choose_sticker find_location record_video_note upload_video_note cancel'
  ).split(' '),
);

export function getChat(room: ChatRoom, call: Call): unknown {
  const chat = toWireChat(readChat(room, call));
  return { ...chat, accent_color_id: 0, max_reaction_count: 11, permissions: {} };
}

/** All readers and the bot are in the group; in a private chat only its reader and the bot. */
export function getChatMember(room: ChatRoom, call: Call): unknown {
  const chat = readChat(room, call);
  const id = readInteger(call, 'user_id');
  if (id === undefined) throw new Refusal('Bad Request: invalid user_id specified');
  const inside =
    id === room.bot.id ||
    (chat.kind === 'private' ? id === chat.id : room.store.chats.findReader(id) !== undefined);
  if (!inside) throw new Refusal('Bad Request: member not found');
  return { status: 'member', user: toWireUser(room, id) };
}

export function sendChatAction(room: ChatRoom, call: Call): true {
  const chat = readChat(room, call);
  const action = readText(call, 'action').toLowerCase();
  if (!actions.has(action)) {
    throw new Refusal('Bad Request: wrong parameter action in request');
  }
  room.changes.publish({ kind: 'action', chatId: chat.id, action });
  return true;
}
