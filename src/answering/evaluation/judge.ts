import type { Answer } from '../answer.ts';
import type { ChatModel } from '../model/chat-model.ts';
import { parseReply } from '../model/parse-reply.ts';
import { makePromptSecrets } from '../model/prompt-secrets.ts';
import { judgementReplySchema } from '../model/reply-schema.ts';
import { judgingPrompt } from '../prompt.ts';
import { shareOf } from './share-of.ts';

/** What a model, as a judge over a fixed rubric, holds of answers; shares are 0 to 1, null with nothing to judge. */
export interface JudgeFigures {
  readonly claims: number;
  /** Claims whose every part can be read from what they cite. */
  readonly claimsFullySupported: number | null;
  readonly citations: number;
  readonly citationsSupporting: number | null;
  /** Claims on which the judge gave no valid verdict; they are in none of the shares. */
  readonly unjudged: number;
}

interface JudgeParts {
  readonly model: ChatModel;
  /** The text of a passage by its id; undefined when it is not there any more. */
  readonly readPassage: (passageId: string) => Promise<string | undefined>;
}

/** Judges every claim of the answers, one after another. */
export async function judgeAnswers(
  answers: readonly Answer[],
  parts: JudgeParts,
): Promise<JudgeFigures> {
  const verdicts: (Verdict | undefined)[] = [];
  for (const answer of answers)
    for (const claim of answer.claims) verdicts.push(await judgeClaim({ answer, claim }, parts));
  const judged = verdicts.filter((verdict) => verdict !== undefined);
  const citations = judged.flatMap((verdict) => verdict.citations);
  return {
    claims: judged.length,
    claimsFullySupported: shareOf(judged.map(({ claim }) => claim === 'fully')),
    citations: citations.length,
    citationsSupporting: shareOf(citations),
    unjudged: verdicts.length - judged.length,
  };
}

interface Verdict {
  readonly claim: 'fully' | 'partly' | 'not';
  readonly citations: readonly boolean[];
}

const maxTokens = 800;

async function judgeClaim(
  { answer, claim }: { readonly answer: Answer; readonly claim: Answer['claims'][number] },
  { model, readPassage }: JudgeParts,
): Promise<Verdict | undefined> {
  const cited = claim.citations.flatMap((n) => answer.citations.find((one) => one.n === n) ?? []);
  const quotes = await Promise.all(
    cited.map(async ({ quote, passageId, organisation }) => ({
      quote,
      organisation,
      passage: (await readPassage(passageId)) ?? quote,
    })),
  );
  const { question } = answer;
  const outcome = await model.ask({
    messages: judgingPrompt({ question, claim: claim.text, quotes }, makePromptSecrets()),
    reply: { name: 'judgement', schema: judgementReplySchema },
    maxTokens,
  });
  const reply = outcome.ok ? parseReply(outcome.value.text, judgementReplySchema) : outcome;
  // A verdict on fewer or more citations than there are can not be counted.
  return reply.ok && reply.value.citations.length === quotes.length ? reply.value : undefined;
}
