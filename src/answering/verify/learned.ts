import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LearnedSigns } from './findings.ts';
import type { Judging, Tree, Trees } from './judgement.ts';
import { forKinds } from './sign-finders.ts';

/** What bench/train-verify.ts learned of the claims of the mutation suite. */
interface Learned extends Judging {
  readonly signs: LearnedSigns;
}

const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([
    z.number(),
    z.object({ measure: z.string(), from: z.number(), below: treeSchema, reached: treeSchema }),
  ]),
);
const weightsSchema = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });
const treesSchema = z.object({ bias: z.number(), trees: z.array(treeSchema) });
const learnedSchema: z.ZodType<Learned> = z.object({
  signs: z.object(forKinds(() => weightsSchema)),
  suspicion: treesSchema,
  judgement: treesSchema.extend({
    stops: z.object({ quoted: z.number(), reworded: z.number() }),
  }),
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
export function writeLearnedText({ signs, suspicion, judgement }: Learned): string {
  const kinds = JSON.stringify(signs, undefined, 2).replaceAll('\n', '\n  ');
  const parts = [
    `  "signs": ${kinds}`,
    `  "suspicion": { "bias": ${suspicion.bias}, "trees": [\n${linesOf(suspicion)}\n  ] }`,
    `  "judgement": { "bias": ${judgement.bias}, "stops": ${JSON.stringify(judgement.stops)}, "trees": [\n${linesOf(judgement)}\n  ] }`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function linesOf({ trees }: Trees): string {
  return trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n');
}
