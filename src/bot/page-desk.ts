/** An article found on a page that was sent in. */
export interface FoundArticle {
  readonly title: string | null;
  /** The first words of the body, for what has no headline. */
  readonly opening: string;
  readonly complete: boolean;
  /** The same article is in the material already. */
  readonly known: boolean;
}

/** A page that was read and laid aside until somebody decides. */
export interface LookedAt {
  /** Twelve letters, digits, `-` or `_`; the same file has the same one. */
  readonly pageId: string;
  readonly file: string;
  readonly articles: readonly FoundArticle[];
  /** Chinese sentences. */
  readonly problems: readonly string[];
}

export interface TakenIn {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly string[];
}

/** Where pages that an admin sends are read, taken in or put away. */
export interface PageDesk {
  look(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<LookedAt>;
  /** Makes its articles findable; undefined when the page is not there any more. */
  takeIn(pageId: string): Promise<TakenIn | undefined>;
  /** Puts a page away; articles of it that are in the material stay. */
  drop(pageId: string): Promise<void>;
}
