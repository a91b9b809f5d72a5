import { parseJson } from '../../corpus/parse-json.ts';
import { cleanClaim } from './clean-claim.ts';
import { claimSchema, type ModelCitation, practiceSchema } from './reply-schema.ts';

/** An item of a reply, in plain words. */
export interface Item {
  /** What a claim says; of a practice what was done, and what came of it where that is told. */
  readonly parts: readonly [string, ...string[]];
  readonly citations: readonly ModelCitation[];
}

/** Undefined when it is none or says nothing. */
export function readItem(json: string, shape: 'claims' | 'practices'): Item | undefined {
  return shape === 'claims' ? readClaim(json) : readPractice(json);
}

function readClaim(json: string): Item | undefined {
  const claim = claimSchema.safeParse(parseJson(json)).data;
  return claim && { parts: [cleanClaim(claim.text)], citations: claim.citations };
}

function readPractice(json: string): Item | undefined {
  const practice = practiceSchema.safeParse(parseJson(json)).data;
  const [did = '', result = ''] = [practice?.did, practice?.result].map((part = '') =>
    cleanClaim(part).replace(/[。；;，,]+$/u, ''),
  );
  if (practice === undefined || did === '') return undefined;
  return { parts: result === '' ? [did] : [did, result], citations: practice.citations };
}
