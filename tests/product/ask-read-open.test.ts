import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, hasBrowser, openBrowser, openPage, phone } from '../support/browser.ts';
import { startChazuo, starterCorpus } from '../support/run-chazuo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(!hasBrowser)('the bot as its README starts it, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['desktop', desktop],
    ['phone', phone],
  ])('on a %s: ask, read, open a passage, press a button after a restart', async (_name, size) => {
    await using folder = await temporaryFolder();
    const settings = { DATA_DIR: folder.path, CORPUS_DIR: starterCorpus };
    await using first = await startChazuo({ ...settings, WEBCHAT_PORT: '0' });
    const { page, problems } = await openChatPage(browser, first.address, size);

    await page.getByRole('button', { name: '开始' }).click();
    await page.getByText('茶座', { exact: false }).last().waitFor();
    await ask(page, '大学东路街道划了多少个网格？');
    const answer = page.getByRole('log').getByText('68个网格', { exact: false }).last();
    await answer.waitFor();
    await page.getByRole('log').getByText('改写', { exact: false }).last().waitFor();

    await page
      .getByRole('button', { name: /^\[1\].*大学东路街道/ })
      .last()
      .click();
    // The cited sentence stands in bold within its passage.
    await page.locator('blockquote :is(b, strong)', { hasText: '68个网格' }).waitFor();
    await first.stop();

    // The same folder and port: the page finds its way back by itself.
    const port = new URL(first.address).port;
    await using second = await startChazuo({ ...settings, WEBCHAT_PORT: port });
    await page.getByText('在线').waitFor();
    const thumb = page.getByRole('button', { name: /👍/ }).last();
    await thumb.click();
    await page.getByRole('button', { name: '👍 已选' }).last().waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    expect(problems.filter((problem) => !problem.includes('net::ERR'))).toEqual([]);
    await page.context().close();
    expect(second.address).toBe(first.address);
  });
});

async function openChatPage(browser: Browser, address: string, size: BrowserContextOptions) {
  const opened = await openPage(browser, size);
  opened.page.setDefaultTimeout(8000);
  await opened.page.goto(address);
  await opened.page.getByText('在线').waitFor();
  return opened;
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox').first().fill(question);
  await page.keyboard.press('Enter');
}

/** Nothing makes a reader scroll sideways. */
function isWithinWidth(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}
