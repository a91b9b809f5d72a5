import { segmentFolded, segmentWords, type TextSegment } from '../../retrieval/tokenize.ts';
import { keepLast } from './keep-last.ts';

// Claims, sentences and runs of them come again and again; a body would take much memory.
const longest = 300;

const keptWords = keepLast(segmentWords);
const keptSegments = keepLast(segmentFolded);

/** All words of a text, as `segmentWords` cuts it; what is short is cut once. */
export function cutOnce(text: string): readonly string[] {
  return text.length > longest ? segmentWords(text) : keptWords(text);
}

/** All segments of a folded text, as `segmentFolded` cuts it; what is short is cut once. */
export function segmentOnce(text: string): readonly TextSegment[] {
  return text.length > longest ? segmentFolded(text) : keptSegments(text);
}
