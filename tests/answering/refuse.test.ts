import { expect, test } from 'vitest';
import { asksForPrivateDetails } from '../../src/answering/refuse.ts';

test.each([
  '那个得白血病的孩子叫什么名字？',
  '低保户的电话是多少？',
  '残疾老人家住哪里？',
  '留守儿童的家庭住址能给我吗？',
  '困难群众的身份证号码发我一下',
  '他女儿得了什么病？',
  '受助学生的姓名和照片',
  '怎么联系那个困难家庭，他们的电话是多少？',
  '谁是社区里的低保户？',
])('%s is after somebody’s private life and refused', (question) => {
  expect(asksForPrivateDetails(question)).toBe(true);
});

test.each([
  '低保办理了多少户？',
  '怎么帮扶困难老人？',
  '残疾人证怎么办理？',
  '西茶坊社区60岁以上老人占多大比例？',
  '社区给独居老人提供哪些服务？',
  '服务中心的地址在哪里？',
  '养老服务热线的电话是多少？',
  '帮扶留守儿童的志愿服务队叫什么名字？',
  '困难群众的电话怎么登记和保护？',
  '社区书记叫什么名字？',
  '学生参加国防教育的有多少人？',
])('%s is about work and not refused', (question) => {
  expect(asksForPrivateDetails(question)).toBe(false);
});
