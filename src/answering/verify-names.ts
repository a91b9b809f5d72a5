import { segmentWords } from '../retrieval/tokenize.ts';
import type { Evidence } from './evidence.ts';
import { findNamedPlaces, isShortFor } from './find-named-places.ts';
import { findPersons } from './find-persons.ts';
import type { Fault } from './verify.ts';

/** Persons, places and organisations of a claim stand in what it cites; an organisation also in its headings. */
export function checkNames(claim: string, evidence: Evidence): Fault | undefined {
  const source = `${evidence.text}\n${evidence.headings}`;
  const person = findPersons(claim).find((name) => !source.includes(name));
  if (person !== undefined) return { fault: 'name', detail: person };
  const place = findNamedPlaces(claim).find(
    ({ name, suffix }) => !source.includes(name) && !isShortFor(name, suffix, source),
  );
  if (place !== undefined)
    return { fault: place.isPlace ? 'place' : 'organisation', detail: place.name };
  const latin = segmentWords(claim).find(
    (word) => /^[a-z][a-z0-9]+$/u.test(word) && !source.includes(word),
  );
  return latin === undefined ? undefined : { fault: 'name', detail: latin };
}
