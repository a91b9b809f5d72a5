import { cutWords } from '../../cut-words.ts';
import { joinParagraphs } from './paragraph.ts';
import type { Segment, SegmentParagraph } from './segment.ts';

// Second halves of common words: a paragraph that begins with one alone has lost its beginning.
const secondHalves = /^[的了着过们性化者等之究研门率型式界]$/u;

/** Whether a text plainly begins in the middle of a sentence or of a word. */
export function startsBroken(text: string): boolean {
  if (/^[，、。；：！？”’）》…,;:)]/u.test(text)) return true;
  if (!secondHalves.test(text.charAt(0))) return false;
  const [first] = cutWords(text.slice(0, 12));
  return first !== undefined && secondHalves.test(first.segment);
}

/** Joins paragraphs inside a segment that a column or a picture has broken, and names what is missing. */
export function mendParagraphs(segment: Segment): void {
  const mended: SegmentParagraph[] = [];
  for (const paragraph of segment.paragraphs) {
    const last = mended.at(-1);
    if (last !== undefined && !last.isFinished && !paragraph.isSubheading && !last.isSubheading) {
      mended.splice(-1, 1, { ...joinParagraphs(last, paragraph), isSubheading: false });
      continue;
    }
    if (last !== undefined && !paragraph.isSubheading && startsBroken(paragraph.text)) {
      segment.gaps.push(`“${paragraph.text.slice(0, 10)}……”之前缺文字。`);
    }
    mended.push(paragraph);
  }
  segment.paragraphs = mended;
}
