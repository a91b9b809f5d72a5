import OpenAI, { type ClientOptions } from 'openai';

/** A client that takes no account or further key from the environment. Its debug log would hold what readers ask: it is off. */
export function openOpenai(options: ClientOptions): OpenAI {
  return new OpenAI({
    ...options,
    organization: null,
    project: null,
    webhookSecret: null,
    adminAPIKey: null,
    logLevel: 'off',
  });
}
