import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import { exampleQuestions } from '../../src/bot/composers/start.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('the starter corpus answers every question /start offers', async () => {
  await using folder = await temporaryFolder();
  const config = readConfig({ DATA_DIR: folder.path }, folder.file('no.env'));
  await using app = await openApp(config, pino({ level: 'silent' }));
  await app.refreshIndex();
  for (const question of exampleQuestions) {
    expect(await app.answerQuestion(question)).toMatchObject({ question, kind: 'answered' });
  }
});
