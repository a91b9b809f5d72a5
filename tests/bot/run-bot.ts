// A bot in a process of its own that never finishes an answer, or `answers`: to be killed in the middle.
import { pino } from 'pino';
import { token } from '../support/telegram-server.ts';
import { startOnce } from './open-bot.ts';

const [apiRoot = '', file = '', mode] = process.argv.slice(2);
const options =
  mode === 'answers' ? {} : { answerQuestion: () => Promise.withResolvers<never>().promise };
await startOnce({ file, connection: { token, apiRoot }, log: pino({ level: 'silent' }), options });
