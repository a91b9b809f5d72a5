import { synonyms, widerWords } from '../words/synonyms.ts';
import { canBeSame, type Mention } from './find-mentions.ts';

// Words for people or bodies of any kind.
const anybody = /^(?:大家|大伙|人们|群众|部门|单位|有关部门)$/u;

/** Whether two mentions can mean the same, by name, by kind or by another word for the kind: 「队里」 for 「医疗队」, 「村民」 for 「大家」. */
export function isSameDoer(one: Mention, other: Mention): boolean {
  if (canBeSame(one, other) || isBorneBy(one, other) || isBorneBy(other, one)) return true;
  if (one.kind === '' || other.kind === '') return false;
  const [own, theirs] = [bare(one), bare(other)];
  if (anybody.test(own.kind) !== anybody.test(theirs.kind))
    return own.name === own.kind || theirs.name === theirs.kind;
  return canBeSame(own, theirs) || otherNames(own.kind).includes(theirs.kind);
}

function isBorneBy({ bearers = [] }: Mention, { name }: Mention): boolean {
  return bearers.includes(name);
}

/** The persons who stand behind a title in a text, by as much of it as it has there. */
export function bearersOf(
  { name, kind }: Mention,
  { bodies, persons }: { readonly bodies: string; readonly persons: readonly string[] },
): readonly string[] {
  if (kind.length < 2) return [];
  for (let from = 0; from <= name.length - kind.length; from += 1) {
    const title = name.slice(from);
    if (!bodies.includes(title)) continue;
    const found = persons.filter((one) =>
      new RegExp(`${title}(?:、[^,。、]{1,8})?${one}`, 'u').test(bodies),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a text tells of the kind in another word. */
export function hasOtherName({ kind }: Mention, text: string): boolean {
  return kind !== '' && otherNames(kind).some((other) => text.includes(other));
}

/** Other words for what someone is. */
export function otherNames(kind: string): readonly string[] {
  return [
    ...synonyms.filter((line) => line.includes(kind)).flat(),
    ...(widerWords.get(kind) ?? []),
  ];
}

/** 「队里」 is the 「队」. */
function bare(mention: Mention): Mention {
  return /.里$/u.test(mention.kind)
    ? { ...mention, name: mention.name.slice(0, -1), kind: mention.kind.slice(0, -1) }
    : mention;
}
