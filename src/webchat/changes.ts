import type { Message } from './store/messages.ts';

/** What the page shows as it happens; `update` wakes a waiting bot. */
export type Change =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'deleted'; readonly chatId: number; readonly messageId: number }
  | { readonly kind: 'action'; readonly chatId: number; readonly action: string }
  | {
      readonly kind: 'answer';
      readonly readerId: number;
      readonly pressId: number;
      readonly text: string;
      readonly alert: boolean;
    }
  | { readonly kind: 'bot'; readonly connected: boolean }
  | { readonly kind: 'commands' }
  | { readonly kind: 'chats' }
  | { readonly kind: 'update' };

type Listener = (change: Change) => void;

/** Tells everyone who listens, in the order of listening. */
export function createChanges() {
  const listeners = new Set<Listener>();
  return {
    publish(change: Change): void {
      for (const listener of [...listeners]) listener(change);
    },
    /** Returns the function that ends the listening. */
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Changes = ReturnType<typeof createChanges>;
