import { expect, test } from 'vitest';
import { rulesAgainst } from '../judge-of.ts';

test('what a source says it is not, the claim may not say it is', () => {
  const body = '邱水生说，船工最怕的不是风浪，而是没人接班。';
  expect(rulesAgainst('船工最怕的就是风浪。', body)).toContain('other-focus');
  expect(rulesAgainst('船工最怕的是没人接班，而不是风浪。', body)).not.toContain('other-focus');
});

test('what was so before is not told as lasting', () => {
  const body = '过去船票要到镇上买，如今在渡口就能买到。';
  expect(rulesAgainst('船票仍然要到镇上买。', body)).toContain('no-longer');
  expect(rulesAgainst('过去船票一直要到镇上买。', body)).not.toContain('no-longer');
});

test('what holds in a case is not exchanged with what holds when not', () => {
  const body = '影响行船的故障报码头，不影响行船的故障报船长。';
  expect(rulesAgainst('影响行船的故障报船长，不影响行船的故障报码头。', body)).toContain(
    'cases-exchanged',
  );
  expect(rulesAgainst('不影响行船的故障报船长，影响行船的故障报码头。', body)).not.toContain(
    'cases-exchanged',
  );
});
