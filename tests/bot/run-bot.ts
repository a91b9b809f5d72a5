// A bot in a process of its own, to be killed in the middle. It never finishes an answer; with the mode `answers` it
// does, and with a port it serves a webhook there and says `ready`.
import { pino } from 'pino';
import { webhookSecret } from '../support/replay-updates.ts';
import { answered } from '../support/sample-answers.ts';
import { token } from '../support/telegram-server.ts';
import { startOnce } from './open-bot.ts';

const [apiRoot = '', place = '', mode, port] = process.argv.slice(2);
const answerQuestion =
  mode === 'answers'
    ? async (question: string) => ({
        ...answered,
        question,
        claims: [{ text: question, citations: [1] }] as const,
      })
    : () => Promise.withResolvers<never>().promise;
const webhook = port && {
  url: 'https://chazuo.example/hook',
  secret: webhookSecret,
  port: Number(port),
};
await startOnce({
  file: place,
  connection: { token, apiRoot },
  log: pino({ level: 'silent' }),
  options: { answerQuestion, ...(webhook ? { webhook } : {}) },
});
process.stdout.write('ready\n');
