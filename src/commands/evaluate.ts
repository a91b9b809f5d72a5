import { type Command } from './command.ts';
export const evaluate: Command = { usage: 'evaluate', run: async () => 1 };
