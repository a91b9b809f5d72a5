import type { PageLine } from '../lines/page-lines.ts';

/** Lines that stand together as one headline, column name or sub-heading. */
export interface HeadingGroup {
  readonly kicker: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly lines: readonly PageLine[];
  /** The mark before its first line, or the empty string. */
  readonly mark: string;
  /** A gap that a photo leaves stands before it. */
  readonly afterGap: boolean;
}
