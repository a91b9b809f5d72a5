import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LearnedSigns } from './findings.ts';
import type { Judgement, Tree } from './judgement.ts';
import { forKinds } from './sign-finders.ts';

/** What bench/train-verify.ts learned of the claims of the mutation suite. */
interface Learned {
  readonly signs: LearnedSigns;
  readonly judgement: Judgement;
}

const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    z.number(),
    z.object({ measure: z.string(), from: z.number(), below: treeSchema, reached: treeSchema }),
  ]),
);
const weightsSchema = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });
const learnedSchema: z.ZodType<Learned> = z.object({
  signs: z.object(forKinds(() => weightsSchema)),
  judgement: z.object({ bias: z.number(), trees: z.array(treeSchema), stops: z.number() }),
});

/** Where what was learned is kept. */
export const learnedFile = new URL('../../../corpus/claim-judgement.json', import.meta.url);

let learned: Learned | undefined;

/** Reads what was learned, once. Throws where the file is not as bench/train-verify.ts writes it. */
export function readLearned(): Learned {
  learned ??= learnedSchema.parse(JSON.parse(readFileSync(learnedFile, 'utf8')));
  return learned;
}

/** What was learned as a file, a tree a line. */
export function writeLearnedText({ signs, judgement: { bias, trees, stops } }: Learned): string {
  const lines = trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n');
  const kinds = JSON.stringify(signs, undefined, 2).replaceAll('\n', '\n  ');
  return `{\n  "signs": ${kinds},\n  "judgement": { "bias": ${bias}, "stops": ${stops}, "trees": [\n${lines}\n  ] }\n}\n`;
}
