/** Who a claim sets apart as the one who does or says something. */
export interface Agent {
  /** As it stands in the claim: 「鹤林村文书苏小荷」. */
  readonly name: string;
  /** What he does or says, in the claim's words. */
  readonly deed: string;
  /** What of it stands behind him, or all: 「配发」. */
  readonly act: string;
  readonly place: 'last' | 'by' | 'cleft' | 'says' | 'speech';
}

/** A clause of a claim with what stands around it. */
export interface Place {
  readonly clause: string;
  /** The clauses before. */
  readonly before: string;
  /** The clauses behind. */
  readonly after: string;
  readonly persons: readonly string[];
}
