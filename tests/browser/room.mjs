// What the browser tests share: a browser, pages that note what they must not do, and a
// runner whose last line counts, as that of tools/run-tests does.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const [program, fixtures, folder] = process.argv.slice(2);

/** Writes a page with selon; gives its URL. `allowed` are the exit codes that are none of failure. */
export function page_of(name, args) {
  const path = join(folder, name);
  writeFileSync(path, execFileSync(program, args, { maxBuffer: 1 << 29, stdio: ['ignore', 'pipe', 'inherit'] }));
  return pathToFileURL(path).href;
}

export function article(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** Opens a page, hands it to `use`, and fails on any message, error, dialog or request of it. */
export async function open(url, options, use) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const noted = [];
  page.on('console', (message) => noted.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noted.push(`error: ${error}`));
  page.on('dialog', (dialog) => {
    noted.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url.split('#')[0]) noted.push(`request: ${request.url()}`);
  });
  try {
    await page.goto(url);
    await use(page);
    assert.deepEqual(noted, []);
  } finally {
    await context.close();
  }
}

/** What axe-core holds against the page, serious or worse. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' ')}`);
}

/** How far the page is wider than its window, in pixels. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const tests = [];
export const test = (name, run) => tests.push({ name, run });

export async function run_tests() {
  let failed = 0;
  for (const { name, run } of tests) {
    try {
      await run();
      console.log(`ok: ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED: ${name}\n${error.stack}`);
    }
  }
  await browser.close();
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
