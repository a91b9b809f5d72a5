import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Bot } from 'grammy';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Webchat } from '../../src/webchat/start-webchat.ts';
import { desktop, hasBrowser, openBrowser, openPage, phone } from '../support/browser.ts';
import { sendAsBot } from '../support/call-bot-api.ts';
import { firstReader, group, openWebchat, silentLog } from '../support/web-reader.ts';

let folder: string;
let webchat: Webchat;
let bot: Bot | undefined;
let browser: Browser;
let page: Page;
let problems: string[];

const quote = '老粮站改成社区食堂，七十岁以上老人一餐八元，其余由街道补贴。'.repeat(8);

/** Answers like Chazuo does, without knowing anything. */
function startBot(): Bot {
  const scripted = new Bot(webchat.token, { client: { apiRoot: webchat.apiRoot } });
  scripted.command('start', (ctx) => ctx.reply('您好，这里是茶座。'));
  scripted.on('callback_query:data', async (ctx) => {
    const { data } = ctx.callbackQuery;
    if (data === 'silent') return;
    await ctx.answerCallbackQuery({ text: `收到 ${data}`, show_alert: data === 'alert' });
  });
  scripted.on('message:document', (ctx) => ctx.reply(`收到文件 ${ctx.msg.document.file_name}`));
  scripted.on('message:text', async (ctx) => {
    await ctx.replyWithChatAction('typing');
    if (ctx.msg.text === '别说话') return;
    const { chat, message_id } = await ctx.reply('正在翻找…');
    await ctx.api.editMessageText(
      chat.id,
      message_id,
      `<b>大学东路街道</b>：办了食堂。[1]\n<blockquote expandable>${quote}</blockquote>\n您问：${ctx.msg.text.length} 字`,
      {
        parse_mode: 'HTML',
        reply_markup: {
          inline_keyboard: [
            [{ text: '看原文', callback_data: 'passage:1' }],
            [
              { text: '提醒', callback_data: 'alert' },
              { text: '不答', callback_data: 'silent' },
            ],
          ],
        },
      },
    );
  });
  void scripted.start();
  return scripted;
}

const field = () => page.getByRole('textbox', { name: '消息' });
const bubbles = () => page.locator('.message');

beforeAll(async () => {
  if (hasBrowser) browser = await openBrowser();
});

afterAll(async () => {
  if (hasBrowser) await browser.close();
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webchat-'));
  webchat = await openWebchat({ dataFile: join(folder, 'webchat.sqlite') });
});

afterEach(async () => {
  await page?.context().close();
  await bot?.stop();
  bot = undefined;
  await webchat.close();
  rmSync(folder, { recursive: true });
});

interface Box {
  readonly y: number;
  readonly height: number;
}

function isApart(left: Box, right: Box): boolean {
  return left.y + left.height <= right.y || right.y + right.height <= left.y;
}

async function open(options = desktop): Promise<void> {
  ({ page, problems } = await openPage(browser, options));
  await page.goto(webchat.url);
}

describe.skipIf(!hasBrowser).each([['desktop', desktop] as const, ['390 px', phone] as const])(
  'on %s',
  (_name, options) => {
    test('a reader asks, reads, opens a quote and presses a button', async () => {
      bot = startBot();
      await open(options);
      await page.getByText('在线').waitFor();
      await page.getByRole('button', { name: '开始' }).click();
      await page.getByText('您好，这里是茶座。').waitFor();

      await field().fill('老年食堂怎么办');
      await field().press('Enter');
      const expand = page.getByRole('button', { name: '展开' });
      await expand.waitFor();
      const body = page.locator('.quote-body');
      const closed = (await body.boundingBox())!.height;
      await expand.click();
      expect((await body.boundingBox())!.height).toBeGreaterThan(closed);
      expect(await page.getByRole('button', { name: '收起' }).getAttribute('aria-expanded')).toBe(
        'true',
      );

      await page.getByRole('button', { name: '看原文' }).click();
      const toast = await page.getByText('收到 passage:1').boundingBox();
      for (const name of ['看原文', '提醒', '不答', '发送（Enter）']) {
        const pressed = await page
          .getByTitle(name)
          .or(page.getByRole('button', { name }))
          .first()
          .boundingBox();
        expect(isApart(toast!, pressed!)).toBe(true);
      }
      await page.getByRole('button', { name: '提醒' }).click();
      await page.getByRole('dialog').getByText('收到 alert').waitFor();
      await page.getByRole('button', { name: '知道了' }).click();

      const overhang = await page
        .locator('html')
        .evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overhang).toBe(0);
      expect(problems).toEqual([]);
    });
  },
);

describe.skipIf(!hasBrowser)('the page', () => {
  test('shows the history again after a reload, and after the server was restarted', async () => {
    bot = startBot();
    await open();
    await field().fill('/start');
    await field().press('Enter');
    await page.getByText('您好，这里是茶座。').waitFor();
    await page.reload();
    await page.getByText('您好，这里是茶座。').waitFor();

    await bot.stop();
    const port = Number(new URL(webchat.url).port);
    await webchat.close();
    await page.getByText('连接已断开，正在重试').waitFor();
    await field().fill('断线时写的');
    await field().press('Enter');
    await page.getByText('连不上茶座，请稍后再试。').waitFor();
    expect(await field().inputValue()).toBe('断线时写的');

    webchat = await openWebchat({ port, dataFile: join(folder, 'webchat.sqlite') });
    await page.getByText('机器人未连接，正在重试').waitFor();
    await field().press('Enter');
    await bubbles().getByText('断线时写的').waitFor();
    expect(await bubbles().count()).toBe(3);
    bot = startBot();
    await page.getByText('在线').waitFor();
    await page.getByText('您问：5 字').waitFor();
  });

  test('an Enter that ends the choice of a character does not send, Shift+Enter breaks the line', async () => {
    await open();
    await field().fill('shi tang');
    await field().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await field().dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
    await field().fill('食堂');
    await field().press('Shift+Enter');
    await field().pressSequentially('怎么办');
    expect(await field().inputValue()).toBe('食堂\n怎么办');
    await field().press('Enter');
    await bubbles().first().waitFor();
    expect(await bubbles().locator('.text').allInnerTexts()).toEqual(['食堂\n怎么办']);
  });

  test('is usable by keyboard alone: command menu, buttons in order, quotes', async () => {
    bot = startBot();
    await bot.api.setMyCommands([
      { command: 'start', description: '从这里开始' },
      { command: 'help', description: '怎么用' },
    ]);
    await open();
    await page.getByText('在线').waitFor();
    await field().press('/');
    await page.getByRole('option', { name: '从这里开始' }).waitFor();
    const commands = page.getByRole('listbox', { name: '命令' });
    await field().press('ArrowDown');
    expect(await commands.getByRole('option', { selected: true }).innerText()).toContain('/help');
    await field().press('ArrowUp');
    await field().press('Enter');
    await page.getByText('您好，这里是茶座。').waitFor();

    await field().fill('食堂');
    await field().press('Enter');
    await page.getByRole('button', { name: '看原文' }).waitFor();
    const names: string[] = [];
    for (let step = 0; step < 16 && !names.includes('看原文'); step += 1) {
      await page.keyboard.press('Shift+Tab');
      names.push((await page.locator(':focus').textContent()) ?? '');
    }
    expect(names).toContain('不答');
    expect(names.at(-1)).toBe('看原文');
    await page.keyboard.press('Enter');
    await page.getByText('收到 passage:1').waitFor();
  });

  test('shows entities as Telegram does, and everything else as text', async () => {
    await open();
    const attack = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await sendAsBot(webchat, { chat_id: firstReader, text: attack });
    await sendAsBot(webchat, {
      chat_id: firstReader,
      text: `<b>${attack.replaceAll('<', '&lt;')}</b> <a href="javascript:alert(3)">甲</a> <a href="https://example.org/&quot;onclick=&quot;alert(4)">乙</a>`,
      parse_mode: 'HTML',
    });
    await field().fill(attack);
    await field().press('Enter');
    await bubbles().nth(2).waitFor();
    expect(await bubbles().locator('.text').allInnerTexts()).toEqual([
      attack,
      `${attack} 甲 乙`,
      attack,
    ]);
    expect(await bubbles().locator('img, script, iframe, [onerror], [onclick]').count()).toBe(0);
    const links = bubbles().locator('a');
    expect(await links.allInnerTexts()).toEqual(['乙']);
    expect(await links.first().getAttribute('rel')).toBe('noopener noreferrer');
    expect(problems).toEqual([]);
  });

  test('a name that is an attack is a name', async () => {
    await open();
    await page.getByLabel('我是谁').selectOption('another');
    await page.getByLabel('怎么称呼？').fill('<img src=x onerror=1>');
    await page.getByRole('button', { name: '好' }).click();
    await page
      .getByLabel('我是谁')
      .locator('option:checked', { hasText: '<img src=x' })
      .waitFor({ state: 'attached' });
    expect(await page.locator('img[onerror]').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('readers have chats of their own, and share the group', async () => {
    await open();
    await field().fill('小林问的');
    await field().press('Enter');
    await bubbles().getByText('小林问的').waitFor();
    await page.getByLabel('我是谁').selectOption('another');
    await page.getByLabel('怎么称呼？').fill('书记老周');
    await page.getByRole('button', { name: '好' }).click();
    await page.getByText('坐下来，问一问').waitFor();
    expect(await bubbles().count()).toBe(0);

    await page.getByLabel('和谁聊').selectOption(String(group));
    await field().fill('大家好');
    await field().press('Enter');
    await bubbles().getByText('大家好').waitFor();
    await page.getByLabel('我是谁').selectOption(String(firstReader));
    await page.locator('.theirs').getByText('书记老周').waitFor();
    await page.getByLabel('和谁聊').selectOption('bot');
    await bubbles().getByText('小林问的').waitFor();
    expect(problems).toEqual([]);
  });

  test('in the group the name people see is taken for a mention of the bot', async () => {
    bot = startBot();
    await open();
    await page.getByLabel('和谁聊').selectOption(String(group));
    await page.getByPlaceholder('@茶座 加上问题…').waitFor();
    await field().fill('＠茶座老年食堂怎么办');
    await field().press('Enter');
    await page.getByText('您问：19 字').waitFor();
    await bubbles().getByText('@chazuo_bot 老年食堂怎么办').waitFor();
    expect(problems).toEqual([]);
  });

  test('a quote is folded around what stands in bold, which the reader then sees', async () => {
    await open();
    const before = '老粮站改成社区食堂。'.repeat(40);
    const cited = '<b>七十岁以上老人一餐八元。</b>';
    const text = `<blockquote expandable>${before}${cited}${before}</blockquote>`;
    await sendAsBot(webchat, { chat_id: firstReader, text, parse_mode: 'HTML' });
    const body = page.locator('.quote-body');
    const bold = body.locator('strong');
    const expectBoldInside = async () => {
      const [outer, inner] = [(await body.boundingBox())!, (await bold.boundingBox())!];
      expect(inner.y).toBeGreaterThanOrEqual(outer.y);
      expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1);
    };
    await page.locator('.within').waitFor();
    const folded = (await body.boundingBox())!.height;
    await expectBoldInside();
    await page.getByRole('button', { name: '展开' }).click();
    expect((await body.boundingBox())!.height).toBeGreaterThan(folded * 2);
    await page.getByRole('button', { name: '收起' }).click();
    await expect.poll(async () => (await body.boundingBox())!.height).toBe(folded);
    await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await expectBoldInside();
    expect(problems).toEqual([]);
  });

  test('a document goes up with its caption and can be fetched again', async () => {
    bot = startBot();
    await open();
    await page
      .locator('#file')
      .setInputFiles({ name: '做法.txt', mimeType: 'text/plain', buffer: Buffer.from('党员送餐') });
    await field().fill('给大家看看');
    await field().press('Enter');
    await page.getByText('收到文件 做法.txt').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /做法\.txt/ }).click();
    expect((await download).suggestedFilename()).toBe('做法.txt');
    expect(await bubbles().first().innerText()).toContain('给大家看看');
  });

  test('a fault of the server is said in one sentence, logged, and costs no text', async () => {
    const logged: string[] = [];
    await webchat.close();
    const dataFile = join(folder, 'webchat.sqlite');
    const log = { ...silentLog, error: (_fields: object, message: string) => logged.push(message) };
    webchat = await openWebchat({ dataFile, log });
    await open();
    await page.getByText('机器人未连接，正在重试').waitFor();
    const thief = new DatabaseSync(dataFile);
    thief.exec('drop table messages');
    thief.close();
    await field().fill('写了半天的问题');
    await field().press('Enter');
    await page.getByText('茶座出了点问题，请稍后再试。').waitFor();
    expect(await field().inputValue()).toBe('写了半天的问题');
    expect(logged).toEqual(['web chat request failed']);
  });

  test('a reply stands above the text that replies', async () => {
    await sendAsBot(webchat, { chat_id: firstReader, text: '要不要办食堂？' });
    await open();
    await bubbles().getByLabel('回复这条消息').click();
    await page.getByText('回复 茶座：要不要办食堂？').waitFor();
    await field().fill('要办');
    await field().press('Enter');
    await bubbles().nth(1).locator('.replied').getByText('要不要办食堂？').waitFor();
  });

  test('dots show that the bot types; a button that waits shows it', async () => {
    bot = startBot();
    await open();
    await field().fill('别说话');
    await field().press('Enter');
    await page.locator('#typing').waitFor();
    await field().fill('说吧');
    await field().press('Enter');
    const silent = page.getByRole('button', { name: '不答' });
    await silent.click();
    await expect.poll(() => silent.getAttribute('aria-busy')).toBe('true');
    await page.locator('#typing').waitFor({ state: 'hidden' });
  });

  test('a text of 6,000 characters goes as two messages, none lost', async () => {
    await open();
    const long = `${'前'.repeat(4000)}\n${'后'.repeat(1999)}`;
    await field().fill(long);
    await field().press('Enter');
    await bubbles().nth(1).waitFor();
    expect((await bubbles().locator('.text').allInnerTexts()).join('\n')).toBe(long);
  });

  test('who reads further up is not pulled down, but told of what is new', async () => {
    for (let at = 0; at < 30; at += 1) {
      await sendAsBot(webchat, { chat_id: firstReader, text: `第 ${at} 条\n\n\n完` });
    }
    await open();
    await bubbles().nth(29).waitFor();
    const frame = page.locator('#history');
    const rest = () => frame.evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);
    await expect.poll(rest).toBeLessThan(2);
    await frame.evaluate((box) => box.scrollTo({ top: 0 }));
    await sendAsBot(webchat, { chat_id: firstReader, text: '新来的' });
    const newest = page.getByRole('button', { name: '新消息' });
    await newest.waitFor();
    expect(await frame.evaluate((box) => box.scrollTop)).toBe(0);
    await newest.click();
    await expect.poll(rest).toBeLessThan(2);
  });

  test('a long answer begins at its beginning, and older messages come on request', async () => {
    for (let at = 0; at < 101; at += 1) {
      await sendAsBot(webchat, { chat_id: firstReader, text: `第 ${at} 条` });
    }
    await open();
    await bubbles().nth(99).waitFor();
    await page.getByRole('button', { name: '更早的消息' }).click();
    await page.getByText('第 0 条', { exact: true }).waitFor();
    expect(await bubbles().count()).toBe(101);
    await page.locator('#history').evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    await sendAsBot(webchat, { chat_id: firstReader, text: `开头\n${'一行\n'.repeat(60)}结尾` });
    const last = bubbles().nth(101);
    await last.waitFor();
    const top = await page.locator('#history').boundingBox();
    expect((await last.boundingBox())!.y).toBeGreaterThanOrEqual(top!.y);
  });
});
