import { cutCandidates } from '../../answering/extracts/candidate.ts';
import { leansBackwards, standAlone } from '../../answering/extracts/stand-alone.ts';
import { verifyClaim } from '../../answering/verify/verify.ts';
import type { Article } from '../../corpus/article.ts';
import { splitArticle } from '../../retrieval/split-passages.ts';

const sentencesShown = 2;
const shortest = 14;
const longestSentence = 110;
const longestTogether = 170;
// Further down the details begin.
const sentencesLookedAt = 14;

const deeds =
  /开展|建立|组织|通过|推行|推出|打造|设立|成立|联合|邀请|搭建|探索|创新|整合|走访|培训|制定|发动|排查|结对|提供|解决|上门/gu;

interface Sentence {
  readonly text: string;
  readonly at: number;
  readonly worth: number;
}

/** One or two sentences that say what an article tells of, verbatim and verified; none when none can stand alone. */
export function excerptArticle(article: Article): readonly string[] {
  const sentences = splitArticle(article).flatMap((passage) => {
    const hit = { article, passage, score: 0 };
    return cutCandidates({ hit, rank: 0 }, passage).flatMap((candidate) => {
      const { text } = standAlone(candidate);
      const isVerified =
        verifyClaim({ text, quotes: [{ article, passage, quote: text }] }) === undefined;
      return isVerified ? [{ text, at: passage.start + candidate.start }] : [];
    });
  });
  const readable = sentences.slice(0, sentencesLookedAt).filter(({ text }) => reads(text));
  const best = readable
    .map((sentence, index): Sentence => ({ ...sentence, worth: worthOf(sentence.text, index) }))
    .toSorted((left, right) => right.worth - left.worth || left.at - right.at);
  return takeWhileShort(best)
    .toSorted((left, right) => left.at - right.at)
    .map(({ text }) => text);
}

function reads(text: string): boolean {
  return text.length >= shortest && text.length <= longestSentence && !leansBackwards(text);
}

/** What was done, with figures, and early on: an article says first what it is about. */
function worthOf(text: string, index: number): number {
  const done = new Set(text.match(deeds) ?? []).size;
  const figures = /\d/.test(text) ? 1 : 0;
  return Math.min(done, 3) + figures - index * 0.35;
}

function takeWhileShort(sentences: readonly Sentence[]): readonly Sentence[] {
  const taken: Sentence[] = [];
  let length = 0;
  for (const sentence of sentences) {
    if (taken.length === sentencesShown) break;
    if (taken.some(({ text }) => text === sentence.text)) continue;
    if (length + sentence.text.length > longestTogether) continue;
    taken.push(sentence);
    length += sentence.text.length;
  }
  return taken;
}
