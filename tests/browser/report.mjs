// The page of one article, as a reader has it: structure, filter, hover, keyboard, sorting,
// print, both widths and themes, hostile text, a very long article.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { article, fixtures, open, overflow, page_of, test, violations } from './room.mjs';

const seed = page_of('seed.html',
  ['report', '--format', 'html', '--ui-lang', 'fr', join(fixtures, 'seed/franceinfo-coree-du-nord.html')]);

const lit = (page) => page.locator('#text .lit').count();
const shown_rows = (page) => page.locator('#text .row:visible').count();

for (const [width, height] of [[1600, 1000], [360, 740]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`at ${width} px, ${colorScheme}: nothing sticks out, no serious violation of accessibility`, async () => {
      await open(seed, { viewport: { width, height }, colorScheme }, async (page) => {
        assert.equal(await overflow(page), 0);
        assert.deepEqual(await violations(page), []);
        await page.locator('.voice').first().click();
        assert.deepEqual(await violations(page), []);
        assert.equal(await overflow(page), 0);
      });
    });
  }
}

test('landmarks, headings, language and marks are there', () => open(seed, {}, async (page) => {
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  for (const [role, count] of [['banner', 1], ['main', 1], ['navigation', 1], ['contentinfo', 1]]) {
    assert.equal(await page.getByRole(role).count(), count, role);
  }
  assert.equal(await page.locator('h1').count(), 1);
  const levels = await page.locator('h1, h2, h3').evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `a heading skips a level: ${levels}`);
    return level;
  }, 0);
  const content = page.locator('#text .content', { hasText: 'fermeture des frontières' });
  assert.equal(await content.count(), 1);
  assert.equal(await page.locator('#text .source', { hasText: "l'agence sud-coréenne Yonhap" }).count(), 1);
  assert.equal(await page.locator('#text .cue', { hasText: 'ont expliqué' }).count(), 1);
  assert.equal(await page.locator('#text q', { hasText: 'une conversation amicale' }).count(), 1);
  for (const picture of await page.locator('svg:not([aria-hidden])').all()) {
    assert.ok((await picture.getAttribute('aria-label')).length > 3);
  }
}));

test('each finding links its place to its note and back', () => open(seed, {}, async (page) => {
  const links = await page.locator('#text a.ref').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.ok(links.length >= 8);
  for (const link of links) assert.equal(await page.locator(link).count(), 1, link);
  await page.locator('#text mark + a.ref.error').first().click();
  assert.match(page.url(), /#n\d+$/);
}));

test('a click on a name shows only what it says; Esc shows all', () => open(seed, {}, async (page) => {
  const rows = await shown_rows(page);
  const washington = page.getByRole('button', { name: /^Washington/ }).first();
  await washington.click();
  assert.equal(await washington.getAttribute('aria-pressed'), 'true');
  assert.equal(await shown_rows(page), 1);
  assert.match(await page.getByRole('status').textContent(), /Washington.*1 énoncé/);
  assert.equal(await page.locator('#text .st.on').count(), 1);
  await page.keyboard.press('Escape');
  assert.equal(await shown_rows(page), rows);
  assert.equal(await washington.getAttribute('aria-pressed'), 'false');
  await washington.click();
  await page.locator('#all').click();
  assert.equal(await shown_rows(page), rows);
  await page.locator('table button[data-voice]', { hasText: 'KCNA' }).click();
  assert.equal(await shown_rows(page), await page.locator('#text .row:has([data-st~="0"])').count());
}));

test('what is pointed at lights up all that its source says', () => open(seed, {}, async (page) => {
  assert.equal(await lit(page), 0);
  await page.locator('#text .source', { hasText: "l'agence officielle KCNA" }).hover();
  const all = await page.locator('#text [data-v~="0"]').count();
  assert.ok(all > 8);
  assert.equal(await lit(page), all);
  await page.locator('h1').hover();
  assert.equal(await lit(page), 0);
}));

test('the keyboard alone is enough', () => open(seed, {}, async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').getAttribute('class'), 'skip');
  await page.keyboard.press('Tab');
  assert.match(await page.locator(':focus').getAttribute('class'), /^voice/);
  assert.ok(await lit(page) > 8);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.filtered').count(), 0);
  const outline = await page.locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle);
  assert.equal(outline, 'solid');
}));

test('the table is sorted by a column, one way and the other', () => open(seed, {}, async (page) => {
  const head = page.getByRole('columnheader', { name: 'Énoncés' });
  const counts = () => page.locator('tbody tr td:nth-child(6)').allTextContents();
  const ascending = (list) => list.map(Number).toSorted((a, b) => a - b).map(String);
  await head.getByRole('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'ascending');
  assert.deepEqual(await counts(), ascending(await counts()));
  await head.getByRole('button').click();
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
  assert.deepEqual((await counts()).toReversed(), ascending(await counts()));
  await page.getByRole('columnheader', { name: /^Nom(?!m)/ }).getByRole('button').click();
  const names = await page.locator('tbody th').allTextContents();
  assert.deepEqual(names, names.toSorted(new Intl.Collator('fr', { numeric: true }).compare));
  assert.equal(await page.locator('[aria-sort]').count(), 1);
}));

test('it prints without what only a screen can use', () => open(seed, {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('nav').isVisible(), false);
  assert.equal(await page.locator('#text .note').first().isVisible(), true);
  const shades = await page.locator('#text .content').first().evaluate((one) => getComputedStyle(one).printColorAdjust);
  assert.equal(shades, 'exact');
}));

test('hostile text stays text', async () => {
  const hostile = article('hostile<b>.txt', [
    '<script>alert(1)</script> « <img src=x onerror=alert(2)> », selon <b onmouseover=alert(3)>le maire</b>.',
    'Selon "><svg onload=alert(4)>, [un lien](javascript:alert(5)) mène à https://x.example/a.png.',
    'Le préfet a dit que \u202Egnitirw\u202C et \u2066que\u2069 rien ne bouge.',
    `Selon la mairie, ${'m'.repeat(100_000)} est un mot.`,
    '</style></title></textarea><!-- <iframe src="javascript:alert(6)"></iframe> --> selon le maire.',
  ].join('\n\n'));
  const url = page_of('hostile.html', ['report', '--lang', 'fr', '--format', 'html', hostile]);
  for (const width of [1600, 360]) {
    await open(url, { viewport: { width, height: 800 } }, async (page) => {
      assert.equal(await page.locator('script').count(), 1);
      assert.equal(await page.locator('#text .row > :first-child :is(img, svg, iframe, b, script, style)').count(), 0);
      assert.equal(await page.locator('a:not([href^="#"]):not([href^="https://"])').count(), 0);
      assert.equal(await page.evaluate(() => /[\u202A-\u202E\u2066-\u2069]/.test(document.documentElement.outerHTML)), false);
      assert.equal(await overflow(page), 0);
      const handlers = await page.evaluate(() => [...document.querySelectorAll('*')]
        .flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on') || name === 'style'));
      assert.deepEqual(handlers, []);
    });
  }
});

test('the policy lets nothing in that is put into the page later', () => open(seed, {}, async (page) => {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.broken_in = true';
    document.addEventListener('securitypolicyviolation', (event) => (globalThis.refused = event.violatedDirective));
    document.body.append(script);
    return globalThis.broken_in === true;
  });
  assert.equal(ran, false);
  await page.waitForFunction(() => globalThis.refused !== undefined);
}).catch((error) => {
  // The browser says on the console that it refused; nothing else may be noted.
  assert.equal(error.actual.length, 1);
  assert.match(error.actual[0], /^console: .*Content Security Policy.*blocked\.$/s);
}));

test('an article of 100,000 words opens at once', async () => {
  const texts = readdirSync(join(fixtures, 'articles')).filter((name) => name.endsWith('.txt')).toSorted()
    .map((name) => readFileSync(join(fixtures, 'articles', name), 'utf8'));
  let text = '';
  for (let words = 0, at = 0; words < 100_000; at += 1) {
    const part = texts[at % texts.length];
    words += part.split(/\s+/).length;
    text += `${part.trim()}\n\n`;
  }
  const url = page_of('long.html', ['report', '--lang', 'fr', '--format', 'html', article('long.txt', text)]);
  await open(url, {}, async (page) => {
    const timing = await page.evaluate(() => {
      const { loadEventEnd, responseEnd } = performance.getEntriesByType('navigation')[0];
      return { whole: loadEventEnd, after: loadEventEnd - responseEnd,
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime };
    });
    console.log(`   loaded in ${Math.round(timing.whole)} ms, first painted after ${Math.round(timing.paint)} ms`);
    // A second on a quiet machine; a busy one gets more.
    assert.ok(timing.whole < 5000, `${timing.whole} ms`);
    await page.locator('.voice').first().click();
    assert.ok(await page.locator('#text .row.on').count() > 0);
  });
});

test('tracked changes: what is new, what was taken out, and the list; readable in both themes', async () => {
  const revisions = page_of('revisions.html', ['report', '--revisions', '--format', 'html', '--ui-lang', 'en',
    join(fixtures, 'revisions/digue-1.txt'), join(fixtures, 'revisions/digue-2.txt')]);
  for (const colorScheme of ['light', 'dark']) {
    await open(revisions, { viewport: { width: 360, height: 740 }, colorScheme }, async (page) => {
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await violations(page), []);
      assert.equal(await page.locator('#text del', { hasText: 'selon la communauté de communes' }).count(), 1);
      assert.equal(await page.locator('#text ins', { hasText: 'un technicien' }).count(), 1);
      assert.equal(await page.locator('.changes > li').count(), 4);
    });
  }
});
