import { findOtherBody } from '../doers/find-bodies.ts';
import type { Evidence } from '../evidence.ts';
import type { Rules } from '../rules.ts';
import { isNew } from '../words/known-words.ts';
import { findOtherSide } from './find-directions.ts';
import { findOtherListed } from './find-listed.ts';
import { findOtherWhere } from './find-wheres.ts';
import { areBothPlaces, findKindNames, isNamed, type KindName } from './names-by-kind.ts';
import { findOtherHead } from './other-head.ts';
import { findOtherReach, findOtherTown } from './other-reach.ts';

/** A claim names a place or a body that its source does not. It tells most where the source has another of the kind. */
export const kindRules: Rules = {
  'other-of-kind': {
    fault: 'place',
    find: (claim, evidence) => {
      const rivals = unclaimedIn(claim, evidence);
      return untold(claim, evidence).find(({ name }) =>
        rivals.some((other) => isRival(name, other)),
      )?.text;
    },
  },
  'named-elsewhere': {
    fault: 'place',
    find: (claim, evidence) =>
      untold(claim, evidence).find(
        ({ name }) => !side.test(name.head) && isNamed(name, evidence.bodies),
      )?.text,
  },
  'other-kind': {
    fault: 'place',
    find: (claim, evidence) => {
      const rivals = unclaimedIn(claim, evidence);
      return untold(claim, evidence).find(({ name }) =>
        rivals.some(
          (other) =>
            !side.test(name.head) && other.kind !== name.kind && areBothPlaces(name, other),
        ),
      )?.text;
    },
  },
  'other-head': { fault: 'place', isCertain: true, find: findOtherHead },
  'other-reach': { fault: 'place', isCertain: true, find: findOtherReach },
  'other-town': { fault: 'place', isCertain: true, find: findOtherTown },
  'other-where': { fault: 'place', find: findOtherWhere },
  'other-body': {
    fault: 'name',
    find: (claim, evidence) => findOtherBody(claim, evidence),
  },
  'other-side': {
    fault: 'place',
    isCertain: true,
    find: (claim, { text }) => findOtherSide(claim, text),
  },
  'listed-otherwise': {
    fault: 'place',
    find: (claim, { text }) => findOtherListed(claim, text),
  },
};

// 「新桥」 for 「木桥」 is no other, for 「老桥」 it is.
const grade = /^[新老旧大小上中下前后东西南北]$/u;

function isRival(name: KindName, { head, kind }: KindName): boolean {
  return kind === name.kind && head !== name.head && (!grade.test(name.head) || grade.test(head));
}

interface Untold {
  readonly name: KindName;
  readonly text: string;
}

const side = /^[上中下前后]$/u;
const isNumber = /^[\d一二三四五六七八九十两第]+$/u;

function untold(claim: string, { text, headings }: Evidence): readonly Untold[] {
  const source = `${text}\n${headings}`;
  return findKindNames(claim)
    .map((name) => ({ name, text: name.head + name.kind }))
    .filter(
      ({ name, text: full }) =>
        !isNumber.test(name.head) &&
        !isNamed(name, source) &&
        (side.test(name.head) || (!source.includes(name.head) && isNew(full, source))),
    );
}

function unclaimedIn(claim: string, { text }: Evidence): readonly KindName[] {
  return findKindNames(text).filter(({ head }) => !claim.includes(head));
}
