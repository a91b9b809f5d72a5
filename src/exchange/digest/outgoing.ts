/** A digest on its way to a chat. */
export interface Outgoing {
  readonly chatId: number;
  readonly day: string;
  readonly contentId: string;
  readonly attempts: number;
}

/** How a sending ended. */
export type Delivery =
  | { readonly kind: 'sent' | 'unknown' | 'failed' }
  /** Nobody is there: the subscription ends. */
  | { readonly kind: 'gone' }
  /** It was certainly not sent; may be tried again after so many milliseconds. */
  | { readonly kind: 'again'; readonly after: number }
  /** Its call was never made. */
  | { readonly kind: 'unsent' }
  /** Telegram asks all to wait. */
  | { readonly kind: 'flood'; readonly after: number }
  /** The group has a new id. */
  | { readonly kind: 'moved'; readonly to: number };

export interface Settlement {
  readonly outgoing: Outgoing;
  readonly delivery: Delivery;
}
