import type {
  ArticlePage,
  BrowsePage,
  DigestAct,
  MemberAct,
  ProfileAct,
  ReadPage,
} from './button-steps.ts';

/** What a button does. It names things by their ids in the database, so that it works after a restart. */
export type ButtonData =
  | { readonly does: 'show-passage'; readonly answerId: string; readonly n: number }
  | ({ readonly does: 'open-article' | 'turn-page' } & ArticlePage)
  | { readonly does: 'vote'; readonly answerId: string; readonly vote: 'up' | 'down' }
  | { readonly does: 'ask-example'; readonly index: number }
  /** Asks for other practices than those of an answer. */
  | { readonly does: 'ask-more'; readonly answerId: string }
  /** Ends the writing of an answer; the question is one that is running, not one in the database. */
  | { readonly does: 'stop'; readonly questionId: string }
  /** Asks the question of an answer again without its n-th condition. */
  | { readonly does: 'drop-filter'; readonly answerId: string; readonly n: number }
  /** Puts the practices of an answer side by side. */
  | { readonly does: 'compare'; readonly answerId: string }
  /** Shows what the card of the n-th article of an answer stands on. */
  | { readonly does: 'card-passages'; readonly answerId: string; readonly n: number }
  | ({ readonly does: 'browse' } & BrowsePage)
  /** `read-card`: its practice card; `read-card-passages`: what that card stands on. */
  | ({
      readonly does: 'read-article' | 'turn-read' | 'read-card' | 'read-card-passages';
    } & ReadPage)
  | ({ readonly does: 'me' } & ProfileAct)
  | { readonly does: 'forget'; readonly sure: boolean }
  /** Asks about the n-th item of a digest. */
  | { readonly does: 'ask-digest'; readonly contentId: string; readonly n: number }
  /** Takes the articles of a page that was sent in, or puts it away. */
  | { readonly does: 'take-page' | 'drop-page'; readonly pageId: string }
  /** Handles an update again whose reply may be lost. */
  | { readonly does: 'redo'; readonly updateId: number }
  | ({ readonly does: 'members' } & MemberAct)
  | ({ readonly does: 'digest' } & DigestAct);

export const readingLetters = {
  'read-article': 'r',
  'turn-read': 'u',
  'read-card': 'j',
  'read-card-passages': 'l',
} as const;

/** Writes what a button does into at most 64 bytes. */
export function writeButtonData(data: ButtonData): string {
  switch (data.does) {
    case 'show-passage':
      return `p:${data.answerId}:${data.n}`;
    case 'open-article':
      return `a:${articlePage(data)}`;
    case 'turn-page':
      return `t:${articlePage(data)}`;
    case 'vote':
      return `v:${data.answerId}:${data.vote}`;
    case 'ask-example':
      return `e:${data.index}`;
    case 'ask-more':
      return `m:${data.answerId}`;
    case 'stop':
      return `s:${data.questionId}`;
    case 'drop-filter':
      return `x:${data.answerId}:${data.n}`;
    case 'compare':
      return `c:${data.answerId}`;
    case 'card-passages':
      return `k:${data.answerId}:${data.n}`;
    case 'browse':
      return `b:${data.by}:${data.key}:${data.page}:${data.readerId}`;
    case 'read-article':
    case 'turn-read':
    case 'read-card':
    case 'read-card-passages':
      return `${readingLetters[data.does]}:${data.key}:${data.page}:${data.readerId}`;
    case 'me':
      return `w:${data.act}:${signOf(data)}:${data.key}:${data.page}`;
    case 'forget':
      return `f:${data.sure ? 'yes' : 'no'}`;
    case 'ask-digest':
      return `q:${data.contentId}:${data.n}`;
    case 'take-page':
      return `i:${data.pageId}`;
    case 'drop-page':
      return `o:${data.pageId}`;
    case 'redo':
      return `n:${data.updateId}`;
    case 'members':
      return `g:${data.act}:${data.readerId}:${data.page}`;
    case 'digest':
      return `d:${data.act}:${signOf(data)}:${data.value}:${data.page}`;
  }
}

function articlePage({ answerId: id, from, n, page }: ArticlePage): string {
  return `${id}:${from.slice(0, 1)}:${n}:${page}`;
}

function signOf({ drops }: { readonly drops: boolean }): '-' | '+' {
  return drops ? '-' : '+';
}
