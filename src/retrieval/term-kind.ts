/** What is counted: a term of each indexed column. */
export const termKinds = ['word', 'bigram', 'concept', 'asked'] as const;
export type TermKind = (typeof termKinds)[number];
