// node run.mjs bench/model-faults.ts
// What a reader gets, and after how long, for every fault of a model that tests/support can make; with the real limits
// of time (5 s to connect, 20 s to the first byte, 15 s of silence, 40 s in all), so it takes three quarters of a minute.
import { modelTimeouts } from '../src/answering/model/call-clock.ts';
import {
  contentFaults,
  type ModelFaultCase,
  networkFaults,
  replyFaults,
} from '../tests/support/model-faults.ts';
import { startModelServer } from '../tests/support/model-server.ts';
import { openModelAnswerer } from '../tests/support/open-model-answerer.ts';

const question = '白塔社区去年调解了多少起纠纷？';
const refused: ModelFaultCase = {
  name: 'connection refused',
  script: () => {},
  logged: 'unreachable',
  note: 'unavailable',
};

const faults = [refused, ...networkFaults, ...replyFaults, ...contentFaults];
const rows = await Promise.all(faults.map(meet));
console.log('| fault | reply after | what was shown | log |');
console.log('|---|---|---|---|');
for (const row of rows) console.log(row);

async function meet(fault: ModelFaultCase): Promise<string> {
  await using server = await startModelServer(fault.script);
  if (fault === refused) await server.close();
  await using answerer = openModelAnswerer({
    baseUrl: server.baseUrl,
    model: { timeouts: modelTimeouts, pause: 500 },
  });
  const started = performance.now();
  const { by, claims, notes } = await answerer.ask(question);
  const seconds = (performance.now() - started) / 1000;
  const shown = `${by}: ${claims.length} verbatim, “${notes.join('')}”`;
  const logged = answerer.logged().includes(`"${fault.logged}"`) ? fault.logged : 'MISSING';
  return `| ${fault.name} | ${seconds.toFixed(1)} s | ${shown} | ${logged} |`;
}
