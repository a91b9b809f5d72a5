import { expect, test } from 'vitest';
import { unfoldRadicals } from '../../../src/corpus/formats/unfold-radicals.ts';

test('radicals that a PDF gives for characters are turned back', () => {
  expect(unfoldRadicals('⼤家的⻔⼝有⻋，⼈⺠⽇报')).toBe('大家的门口有车，人民日报');
});
