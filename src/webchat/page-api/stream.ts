import type { ServerResponse } from 'node:http';
import { listCommands } from '../bot-api/commands.ts';
import type { Presence } from '../bot-api/presence.ts';
import type { Change } from '../changes.ts';
import type { ChatRoom } from '../chat-room.ts';
import { openEvents } from '../http/send.ts';
import { viewChat, viewMessage, viewPeople } from './page-view.ts';
import type { Place } from './reader-acts.ts';

interface Dependencies {
  readonly room: ChatRoom;
  readonly presence: Presence;
}

interface PageEvent {
  readonly name: string;
  readonly value: unknown;
}

/** Server-sent events of one chat for one reader: first the whole chat, then each change. */
export function streamChat(
  { room, presence }: Dependencies,
  place: Place,
  response: ServerResponse,
): void {
  const emit = openEvents(response);
  emit('chat', viewChat(room, place, presence.isConnected()));
  const end = room.changes.listen((change) => {
    const event = toPageEvent(room, place, change);
    if (event !== undefined) emit(event.name, event.value);
  });
  response.once('close', end);
}

function toPageEvent(room: ChatRoom, place: Place, change: Change): PageEvent | undefined {
  const { reader, chat } = place;
  switch (change.kind) {
    case 'message':
      if (change.message.chatId !== chat.id) return undefined;
      return { name: 'message', value: viewMessage(room, change.message) };
    case 'deleted':
      if (change.chatId !== chat.id) return undefined;
      return { name: 'deleted', value: { id: change.messageId } };
    case 'action':
      if (change.chatId !== chat.id) return undefined;
      return { name: 'action', value: { action: change.action } };
    case 'answer': {
      if (change.readerId !== reader.id) return undefined;
      const { pressId, text, alert } = change;
      return { name: 'answer', value: { press: pressId, text, alert } };
    }
    case 'bot':
      return { name: 'bot', value: { connected: change.connected } };
    case 'commands':
      return { name: 'commands', value: listCommands(room, chat.kind) };
    case 'chats':
      return { name: 'readers', value: viewPeople(room).readers };
    case 'update':
      return undefined;
  }
}
