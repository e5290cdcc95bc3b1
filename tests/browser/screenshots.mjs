// Takes the pictures of the README: node screenshots.mjs [PAGE PICTURE HEADING]...
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'light' });
const rest = process.argv.slice(2);
while (rest.length >= 3) {
  const [path, picture, from] = rest.splice(0, 3);
  await page.goto(pathToFileURL(path).href);
  // From this heading on, as a reader has scrolled; "top" is the page's beginning.
  if (from !== 'top') await page.locator(`#${from}`).evaluate((one) => one.scrollIntoView());
  await page.screenshot({ path: picture });
}
await browser.close();
