import { startWebchat } from '../../src/webchat/start-webchat.ts';

// The web chat as a process of its own, which a test may kill: node webchat-process.ts DATA_FILE
const [, , dataFile = ''] = process.argv;
const nothing = () => undefined;
const log = { info: nothing, warn: nothing, error: nothing };
const { url, apiRoot, token } = await startWebchat({ port: 0, dataFile, log });
process.stdout.write(`${JSON.stringify({ url, apiRoot, token })}\n`);
