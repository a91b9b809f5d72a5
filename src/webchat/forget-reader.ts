import type { ChatRoom } from './chat-room.ts';

/**
 * Takes all that a reader wrote, was sent and uploaded out of the data file: their own chat, their messages in groups,
 * and their name.
 */
export function forgetReader({ store, changes }: ChatRoom, readerId: number): void {
  const removed = store.together(() => {
    const messages = store.messages.removeAllOf(readerId);
    for (const { document } of messages) {
      if (document !== undefined) store.files.remove(document.fileId);
    }
    store.presses.removeAllOf(readerId);
    store.chats.forgetName(readerId);
    return messages;
  });
  store.sweep();
  for (const { chatId, id } of removed) {
    changes.publish({ kind: 'deleted', chatId, messageId: id });
  }
  changes.publish({ kind: 'chats' });
}
