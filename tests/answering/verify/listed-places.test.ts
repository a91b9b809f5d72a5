import { expect, test } from 'vitest';
import { otherListed } from '../../../src/answering/verify/listed-places.ts';
import { judgeOf } from './judge-of.ts';

const names = ['石门', '沙沟', '枫树', '下洋', '北澳', '沙尾'];

test.each(['村', '码头', '社区', '街道'])(
  'of several places listed before %s one told nowhere is found',
  (kind) => {
    for (const [at, name] of names.entries()) {
      const others = names.filter((_, place) => place !== at).slice(0, 2);
      const told = `${[...others, name].join('、')}三个${kind}派人来学。`;
      for (const place of [0, 1, 2]) {
        const listed = others.toSpliced(place, 0, '金塘');
        expect(otherListed(`${listed.join('、')}三个${kind}`, told)).toBe('金塘');
        expect(
          otherListed(`${others.toSpliced(place, 0, name).join('、')}三个${kind}`, told),
        ).toBeUndefined();
      }
    }
  },
);

test('places listed before their kind may be named one by one', () => {
  const body = '镇党委书记黎向晨介绍，周边的石门、沙沟两个村已派人来学。';
  expect(judgeOf('石门村和沙沟村已经派人来学。', body)).toBeUndefined();
  expect(judgeOf('石桥村和沙沟村已经派人来学。', body)).toBeDefined();
});
