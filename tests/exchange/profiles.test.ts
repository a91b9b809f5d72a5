import { describe, expect, test } from 'vitest';
import { databases, openExchange } from './open-exchange.ts';

const bot = 1;
const community = { orgType: '社区', place: '回民区', themes: ['养老服务', '网格治理'] };

describe.each(databases)('%s', (kind) => {
  test('what a reader is can be said, changed and taken back, for each bot on its own', async () => {
    await using memory = await openExchange(kind);
    const { profiles } = memory.exchange().of(bot);
    expect(await profiles.find(7)).toBeUndefined();
    await profiles.save(7, community);
    expect(await profiles.find(7)).toEqual(community);
    expect(await memory.exchange().of(2).profiles.find(7)).toBeUndefined();
    await profiles.save(7, { ...community, place: null });
    expect(await profiles.find(7)).toEqual({ ...community, place: null });
    await profiles.save(7, { orgType: null, place: null, themes: [] });
    expect(await profiles.find(7)).toBeUndefined();
    expect(await memory.db().selectFrom('profiles').selectAll().execute()).toEqual([]);
  });

  test('what a reader is goes out with /export and away with /forget', async () => {
    await using memory = await openExchange(kind);
    const { profiles, readerData } = memory.exchange().of(bot);
    await profiles.save(7, community);
    await profiles.save(8, community);
    expect(await readerData.collect(7)).toMatchObject({
      profiles: [{ org_type: '社区', place: '回民区', themes: '["养老服务","网格治理"]' }],
    });
    await readerData.erase(7);
    expect(await profiles.find(7)).toBeUndefined();
    expect(await profiles.find(8)).toEqual(community);
  });
});
