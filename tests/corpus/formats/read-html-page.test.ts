import { describe, expect, test } from 'vitest';
import { findArticleFiles } from '../../../src/corpus/find-article-files.ts';
import { parsePage } from '../../../src/corpus/read-articles.ts';
import { noVocabulary, useArticleFiles } from '../article-files.ts';

const { write, parse } = useArticleFiles();

describe('HTML', () => {
  const paragraphs =
    '<p>　　本报讯（记者 秦川）柳荫社区把门口的修鞋摊请进院子，免收摊位费，居民修鞋不用再走远路。</p><p>　　社区还给每个摊位装了一盏灯。</p><p>图为居民在院子里修鞋。 韩松 摄</p>';

  test('the fields of an e-paper are read, and the body from between its comments', async () => {
    const { articles, problems } = await parse(
      'content_1.html',
      `<html><head><title>把修鞋摊请进院子_白桦日报</title></head><body><div class="nav"><a href="node_2.html">上一版</a></div>
      <!--enpproperty <articleid>7</articleid><date>2023-05-04 00:00:00.0</date><author>秦川</author><title>把修鞋摊请进院子</title><subtitle>半年修鞋3400双</subtitle><introtitle>柳荫社区：</introtitle><nodename>第06版：社区</nodename><paper>白桦日报</paper>/enpproperty-->
      <div id="x"><!--enpcontent-->${paragraphs}<!--/enpcontent--></div><div>版权所有</div></body></html>`,
    );
    expect(problems).toEqual([]);
    expect(articles).toMatchObject([
      {
        kicker: '柳荫社区',
        title: '把修鞋摊请进院子',
        subtitle: '半年修鞋3400双',
        reporters: ['秦川'],
        body: '本报讯（记者 秦川）柳荫社区把门口的修鞋摊请进院子，免收摊位费，居民修鞋不用再走远路。\n社区还给每个摊位装了一盏灯。',
        source: { publication: '白桦日报', date: '2023-05-04', page: '6' },
      },
      { kind: 'photo-caption', photographers: ['韩松'], body: '图为居民在院子里修鞋。' },
    ]);
  });

  test('without such fields the element with most running text is the article', async () => {
    const { articles } = await parse(
      'plain.html',
      `<html><head><meta name="PubDate" content="2023-05-04 08:00"><meta name="ContentSource" content="白桦日报"><title>x_y</title></head>
      <body><ul><li><a href="/a">首页</a></li><li><a href="/b">要闻</a></li></ul><h1>把修鞋摊请进院子</h1><div><div>${paragraphs}</div></div><script>var a = "，，，，，，，，，，，，，，，，";</script></body></html>`,
    );
    expect(articles[0]).toMatchObject({
      title: '把修鞋摊请进院子',
      source: { publication: '白桦日报', date: '2023-05-04' },
    });
    expect(articles[0]?.body).toMatch(/^本报讯（记者 秦川）.*一盏灯。$/su);
  });

  test.each([
    [
      'headings of three sizes in one block',
      `<h5>白桦日报</h5><div class="article"><h3>柳荫社区——</h3><h1>把修鞋摊请进院子</h1><h2>半年修鞋3400双</h2><p class="sec">秦川</p><div id="ozoom">${paragraphs}</div></div>`,
    ],
    [
      'the table of an older e-paper',
      `<table><tr><td class="font02">柳荫社区——</td></tr><tr><td class="font01"><strong>把修鞋摊请进院子</strong></td></tr><tr><td class="font02">半年修鞋3400双</td></tr></table><div><div id="ozoom">${paragraphs}</div></div>`,
    ],
  ])('kicker and subtitle are read from their place about the title: %s', async (_, body) => {
    const { articles } = await parse('deck.html', `<html><body>${body}</body></html>`);
    expect(articles[0]).toMatchObject({
      kicker: '柳荫社区——',
      title: '把修鞋摊请进院子',
      subtitle: '半年修鞋3400双',
    });
    expect(articles[0]?.body).toMatch(/^本报讯.*一盏灯。$/su);
  });

  test('a heading inside the text is no subtitle', async () => {
    const { articles } = await parse(
      'inside.html',
      `<h1>把修鞋摊请进院子</h1><div id="ozoom"><h2>请进来</h2>${paragraphs}</div>`,
    );
    expect(articles[0]).toMatchObject({ kicker: null, subtitle: null });
    expect(articles[0]?.body).toMatch(/^请进来\n本报讯/u);
  });

  test('a page index stands for the article files beside it, and for nothing outside its folder', async () => {
    const article = await write(
      'paper/content_1.html',
      `<h1>题</h1><div id="ozoom">${paragraphs}</div>`,
    );
    await write('secret.html', `<div id="ozoom">${paragraphs}</div>`);
    const index = await write(
      'paper/node_6.html',
      '<map><area href="content_1.html"></map><a href="content_1.html?x=1">题</a><a href="../secret.html">x</a><a href="https://example.org/content_2.html">y</a>',
    );
    expect((await findArticleFiles([index])).files).toEqual([article]);
    expect((await parsePage(index, { vocabulary: noVocabulary })).articles).toEqual([]);
  });

  test('half a megabyte of nested elements is refused at once', async () => {
    const { problems } = await parse('deep.html', '<div>'.repeat(100_000));
    expect(problems.map(({ reason }) => reason)).toEqual([
      '网页的标签嵌套太深，不像正常的报纸网页，没有收入',
    ]);
  });
});
