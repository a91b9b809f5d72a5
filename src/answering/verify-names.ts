import type { Evidence } from './evidence.ts';
import { findNamedPlaces, isShortFor, type NamedPlace } from './find-named-places.ts';
import { findPersons } from './find-persons.ts';
import type { Fault } from './verify.ts';

/** Persons, places and organisations of a claim stand in what it cites; an organisation also in its headings. */
export function checkNames(claim: string, evidence: Evidence): Fault | undefined {
  const source = `${evidence.text}\n${evidence.headings}`;
  const person = findPersons(claim).find((name) => !source.includes(name));
  if (person !== undefined) return { fault: 'name', detail: person };
  const place = findNamedPlaces(claim).find((named) => isForeign(named, claim, source));
  if (place !== undefined)
    return { fault: place.isPlace ? 'place' : 'organisation', detail: place.name };
  const latin = claim.match(/[a-z][a-z0-9]+/gu)?.find((word) => !source.includes(word));
  return latin === undefined ? undefined : { fault: 'name', detail: latin };
}

function isForeign(named: NamedPlace, claim: string, source: string): boolean {
  if (source.includes(named.name) || isShortFor(named, source)) return false;
  return !named.isWeak || takesThePlaceOf(named, claim, source);
}

/** The source has another one of the kind, of which the claim says nothing: 供水所 for 供电所. */
function takesThePlaceOf(
  { name: own, suffix, isWord }: NamedPlace,
  claim: string,
  source: string,
): boolean {
  if (!isWord && source.includes(own.slice(0, own.length - suffix.length))) return false;
  const others = findNamedPlaces(source).filter((other) => other.suffix === suffix);
  return others.some(({ name }) => !claim.includes(name));
}
