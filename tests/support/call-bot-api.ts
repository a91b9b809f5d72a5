import { z } from 'zod';
import type { Webchat } from '../../src/webchat/start-webchat.ts';

type Access = Pick<Webchat, 'apiRoot' | 'token'>;

const answerSchema = z.object({
  ok: z.boolean(),
  error_code: z.int().optional(),
  description: z.string().optional(),
  result: z.unknown().optional(),
});

/** One request to the Bot API as JSON, and the answer as it is. */
export async function callBotApi(
  { apiRoot, token }: Access,
  method: string,
  parameters: object = {},
): Promise<z.infer<typeof answerSchema>> {
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters),
  });
  return answerSchema.parse(await response.json());
}

const sentSchema = z.looseObject({ message_id: z.int() });

/** Sends a message as the bot; returns the message as Telegram would. */
export async function sendAsBot(webchat: Access, parameters: object) {
  const { result } = await callBotApi(webchat, 'sendMessage', parameters);
  return sentSchema.parse(result);
}
