import { basename, extname } from 'node:path';
import { readDate, type StatedSource } from '../article-record.ts';

const date = /((?:19|20)\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])日?/u;
const publication = /[\p{Script=Han}·]{2,14}(?:报|周刊|月刊|新闻|快讯|导刊|杂志)/u;
const page = /(?:^|[^0-9A-Za-z])第?([A-Z]?\d{1,2})(?:版|$|[^0-9A-Za-z])/u;

/**
 * What a file's name says of where it was printed: `2023-05-04_呼和浩特日报_06.txt`,
 * `某某晚报20230504A03版.pdf`, `20230504_6.html`. A name without a date says nothing of a page, either.
 */
export function sourceFromFileName(path: string): StatedSource {
  const name = basename(path, extname(path)).normalize('NFKC');
  const dated = date.exec(name);
  const printed = publication.exec(name)?.[0];
  if (dated === null) return printed === undefined ? {} : { publication: printed };
  const issued = readDate(`${dated[1]}-${dated[2]}-${dated[3]}`);
  const rest = `${name.slice(0, dated.index)} ${name.slice(dated.index + dated[0].length)}`;
  const number = page.exec(printed === undefined ? rest : rest.replace(printed, ' '))?.[1];
  return {
    ...(printed === undefined ? {} : { publication: printed }),
    ...(issued === null ? {} : { date: issued }),
    ...(number === undefined ? {} : { page: number.replace(/^0+(?=\d)/, '') }),
  };
}
