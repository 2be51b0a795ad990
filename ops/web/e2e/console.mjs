// Opens the console as a visitor of the demo does, in both languages: signs in, approves the first alert that
// waits, sees it delivered, looks at the phones. node console.mjs URL NAME PASSWORD FOLDER
import assert from 'node:assert/strict';
import { approve, inLanguage, open, signIn } from './visit.mjs';

const [url, name, password, folder] = process.argv.slice(2);
const { browser, page, clean } = await open(url);
try {
  const shot = (what) => page.screenshot({ path: `${folder}/${what}.png` });

  await signIn(page, url, name, password);
  await page.waitForSelector('.drill-banner');
  assert.match(await page.innerText('.drill-banner'), /تمرين/);
  await inLanguage(page, 'en');

  // What the receiver hears is on the map and in a list, and goes from both when nobody wants it.
  await page.waitForFunction(() => Number(document.querySelector('#ships .panel-note')?.textContent) > 0);
  await page.click('#ships button');
  await page.waitForSelector('#ships [data-ship]');
  await page.click('.ships-switch');
  await page.waitForSelector('#ships', { state: 'detached' });
  await page.click('.ships-switch');

  await page.waitForSelector('.decision .go');
  const headline = await page.innerText('.decision');
  assert.match(headline, /EXERCISE/);
  assert.match(headline, /تمرين/);
  await shot('console-en');
  await approve(page);

  await page.waitForSelector('.panel-alerts [data-alert] .channel-parts li');
  await page.waitForFunction(() => {
    const parts = document.querySelector('.panel-alerts [data-alert] .channel-parts')?.textContent ?? '';
    return /delivered/.test(parts) && !/queued|sending/.test(parts);
  });

  await inLanguage(page, 'ar');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  const arabic = await page.innerText('body');
  for (const word of ['الإنذارات', 'الأخطار', 'الحوادث']) assert.ok(arabic.includes(word), word);
  await shot('console-ar');

  // Why the flood is red, and why another rule is not: beside the decision that waits, on a phone, in English.
  await page.waitForFunction(() => document.querySelector('.decision .why-open'));
  await page.click('.decision .why-open');
  await page.waitForSelector('.why [data-rule=wadi-yutum-flood] .comparisons code');
  const why = await page.innerText('.why');
  for (const word of ['فُعّلت', 'متحقق', 'ما تقوله المقاييس', 'stage_m >= stage_moderate']) {
    assert.ok(why.includes(word), `${word} in: ${why}`);
  }
  await shot('why-ar');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('.why h2').scrollIntoViewIfNeeded();
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    'nothing is wider than a phone',
  );
  await shot('why-phone-ar');
  await page.setViewportSize({ width: 1366, height: 768 });
  await inLanguage(page, 'en');
  await page.waitForFunction(() => /It has fired at/.test(document.querySelector('.why')?.textContent ?? ''));
  await shot('why-en');
  await page.locator('.why h2').focus();
  await page.keyboard.press('Escape');
  await page.waitForSelector('.why', { state: 'detached' });
  await inLanguage(page, 'ar');

  await page.goto(new URL('/phones', url).href);
  await page.waitForFunction(() => /تمرين\. عمليات العقبة/.test(document.body.innerText));
  await shot('phones-ar');

  clean();
  process.stdout.write('ok\n');
} finally {
  await browser.close();
}
