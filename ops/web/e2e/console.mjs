// Opens the console as a visitor of the demo does, in both languages: signs in, approves the first alert that
// waits, sees it delivered, looks at the phones. node console.mjs URL NAME PASSWORD FOLDER
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [url, name, password, folder] = process.argv.slice(2);
const LIMIT_MS = 120_000;
const errors = [];
const away = [];

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en' });
  page.setDefaultTimeout(LIMIT_MS);
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('request', (r) => {
    const u = new URL(r.url());
    if (u.protocol.startsWith('http') && u.origin !== new URL(url).origin) away.push(r.url());
  });
  const shot = (what) => page.screenshot({ path: `${folder}/${what}.png` });

  await page.goto(url);
  await page.fill('input[name=name]', name);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('.drill-banner');
  assert.match(await page.innerText('.drill-banner'), /تمرين/);
  await inLanguage(page, 'en');

  await page.waitForSelector('.decision .go');
  const headline = await page.innerText('.decision');
  assert.match(headline, /EXERCISE/);
  assert.match(headline, /تمرين/);
  await shot('console-en');

  // two steps in two places; a click that follows too fast is not taken, so the second is tried again
  await page.click('.decision .go');
  await page.waitForSelector('.confirm .go');
  const end = Date.now() + LIMIT_MS;
  while ((await page.locator('.confirm .go').count()) > 0) {
    assert.ok(Date.now() < end, 'the approval is taken in time');
    await page
      .locator('.confirm .go')
      .first()
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await page
      .locator('.confirm .go')
      .first()
      .waitFor({ state: 'detached', timeout: 1_000 })
      .catch(() => undefined);
  }

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

  await page.goto(new URL('/phones', url).href);
  await page.waitForFunction(() => /تمرين\. عمليات العقبة/.test(document.body.innerText));
  await shot('phones-ar');

  assert.deepEqual(errors, [], 'no error in the page');
  assert.deepEqual(away, [], 'nothing is asked of another host');
  process.stdout.write('ok\n');
} finally {
  await browser.close();
}

async function inLanguage(page, language) {
  if ((await page.getAttribute('html', 'lang')) !== language) {
    await page.click('.head-tools button[lang]');
    await page.waitForSelector(`html[lang=${language}]`);
  }
}
