// The dashboard: each number leads to the claims behind it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fixtures, open, overflow, page_of, test, violations } from './room.mjs';

const articles = ['local-pont-ferme', 'eco-cantines-prix', 'agence-seisme-perou', 'quebec-verglas-estrie'];
const url = page_of('dashboard.html', ['report', '--format', 'html', '--ui-lang', 'en',
  join(fixtures, 'seed/franceinfo-coree-du-nord.html'),
  ...articles.map((name) => join(fixtures, 'articles', `${name}.txt`))]);

const listed = async (page) => {
  while (await page.locator('#more').isVisible()) await page.locator('#more').click();
  return page.locator('#list > li').count();
};

for (const [width, height] of [[1600, 1000], [360, 740]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`dashboard at ${width} px, ${colorScheme}: nothing sticks out, no serious violation`, async () => {
      await open(url, { viewport: { width, height }, colorScheme }, async (page) => {
        assert.equal(await overflow(page), 0);
        await page.locator('.counts a').first().click();
        await page.locator('#list > li').first().waitFor();
        assert.equal(await overflow(page), 0);
        assert.deepEqual(await violations(page), []);
      });
    });
  }
}

test('every number of the dashboard leads to as many claims', () => open(url, {}, async (page) => {
  const numbers = page.locator('.bars a, tbody a, .counts a[href="#q=all"]');
  const links = await numbers.evaluateAll((all) => all.map((one) => [one.getAttribute('href'), Number(one.textContent)]));
  assert.ok(links.length > 20);
  const sample = links.filter((_, at) => at < 12 || at % 9 === 0);
  for (const [href, count] of sample) {
    await page.evaluate((hash) => (location.hash = hash), href);
    const said = count === 1 ? '1 claim' : `${count} claims`;
    await page.waitForFunction((wanted) => document.getElementById('status').textContent === wanted, said);
    assert.equal(await listed(page), count, href);
  }
}));

test('a share leads to its part, an article to its own claims, and back', () => open(url, {}, async (page) => {
  await page.locator('.counts a[href="#q=anonymous"]').click();
  const status = page.locator('#status');
  await page.waitForFunction(() => /^\d+ claim/.test(document.getElementById('status').textContent));
  const anonymous = await status.textContent();
  assert.equal(await page.locator(':focus').getAttribute('id'), 'claims');
  await page.locator('#list a').first().click();
  await page.waitForFunction((before) => document.getElementById('status').textContent !== before, anonymous);
  const names = await page.locator('#list a').allTextContents();
  assert.equal(new Set(names).size, 1);
  await page.goBack();
  await page.waitForFunction((before) => document.getElementById('status').textContent === before, anonymous);
}));

test('an address with conditions that are none shows no claim', () => open(`${url}#q=constructor:1`, {}, async (page) => {
  assert.equal(await page.locator('#status').textContent(), 'No claim');
}));
