import type { Evidence } from '../evidence.ts';
import type { TaggedWord } from '../tag-words.ts';
import { isNew } from '../words/known-words.ts';
import { nearness } from '../words/printed-words.ts';
import { sayTheSame } from '../words/synonymous-deeds.ts';
import { isNaming, wordsOfNames } from './name-words.ts';

const placeEnds = /[院所室厅站库校城园池墙房店馆厂街桥村场堂楼架口庭棚亭宅院台港坊摊]$/u;
const noPlace = /^[一二三四五六七八九十两几各每]|[边头面]$/u;
const leads = /(?:[在到往进从去由是]了?|位于|送回)(?:\p{Script=Han}{0,6}的?)$/u;
// As near to one another as words for the same place are.
const near = 0.62;

/** Where a claim puts something, and its source another thing or the same elsewhere: 在车站里 for 在灶台边. */
export function findOtherWhere(claim: string, { text, headings }: Evidence): string | undefined {
  const source = `${text}\n${headings}`;
  const told = placesIn(text)
    .map(({ word }) => word)
    .filter((where) => !claim.includes(where));
  if (told.length === 0) return undefined;
  return wheresIn(claim).find(
    (where) =>
      !source.includes(where) &&
      isNew(where, source) &&
      !told.some((other) => sayTheSame(where, other) || nearness(where, other) > near),
  );
}

function wheresIn(text: string): readonly string[] {
  return placesIn(text)
    .filter(({ index }) => leads.test(text.slice(0, index)))
    .map(({ word }) => word);
}

function placesIn(text: string): readonly TaggedWord[] {
  return wordsOfNames(text)
    .map(withoutInside)
    .filter(
      (one) =>
        (isNaming(one) || one.tag === 's') &&
        !noPlace.test(one.word) &&
        (placeEnds.test(one.word) || /^(?:s|ns)$/u.test(one.tag)),
    );
}

/** 「祠堂里」 is joined like a name. */
function withoutInside(one: TaggedWord): TaggedWord {
  return one.word.length > 2 ? { ...one, word: one.word.replace(/[里内]$/u, '') } : one;
}
