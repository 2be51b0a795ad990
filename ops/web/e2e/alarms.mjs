// Looks at a house after a doubtful night, first in English, then in Arabic: what is out and what waits is seen at
// once; a feed that falls silent raises the alarm, and is told when it is back; a held hazard is confirmed with a
// reason. Says on its output what the house is to do. node alarms.mjs URL NAME PASSWORD FOLDER
import assert from 'node:assert/strict';
import { inLanguage, open, signIn } from './visit.mjs';

const [url, name, password, folder] = process.argv.slice(2);
const { browser, page, clean } = await open(url);
const wish = (what) => process.stdout.write(`${what}\n`);
const shot = (what) => page.screenshot({ path: `${folder}/${what}.png` });

/** Waits until the part of the page says so. */
async function says(part, words) {
  await page.waitForFunction(
    ([css, text]) => document.querySelector(css)?.textContent?.includes(text),
    [part, words],
  );
}

/** A feed falls silent while somebody looks, is noted, and comes back. */
async function silence(words) {
  wish('feed falls silent');
  await says('.alarm-bar.is-new', words.out);
  await says('#sources .feed.is-grey', words.why);
  const heard = await page.$$eval('.unseen[role=alert]', (all) => all.map((e) => e.textContent).join(' '));
  assert.ok(heard.includes(words.out), `who listens hears it: ${heard}`);
  assert.match(await page.title(), /^⚠/);
  await page.click('.alarm-noted');
  await page.waitForSelector('.alarm-bar', { state: 'detached' });
  await page.waitForSelector('.alarm-badge');
  wish('feed is back');
  await says('.notices', words.back);
  await page.waitForSelector('#feed-usgs.is-green');
}

/** A held hazard is confirmed: not without a reason, and then it stands like any other. */
async function confirm(id, words) {
  const card = page.locator(`[data-hazard=${id}]`);
  await says(`[data-hazard=${id}]`, words.held);
  await card.locator('button', { hasText: words.confirm }).click();
  await card.locator('form button[type=submit]').click();
  await page.waitForSelector(`[data-hazard=${id}] .field-error`);
  await card.locator('textarea').fill(words.why);
  await card.locator('form button[type=submit]').click();
  await page.waitForSelector(`[data-hazard=${id}].is-active`);
  await page.waitForSelector(`[data-hazard=${id}] .hazard-standing`, { state: 'detached' });
}

try {
  await signIn(page, url, name, password);
  await inLanguage(page, 'en');

  // All that was out before anybody came is new to who comes.
  await says('.alarm-bar.is-new', 'Held, decide: Earthquake M 6.9');
  await says('.alarm-bar.is-new', 'Gauge RG3 Shallala rain gauge is not to be trusted');
  await says('.alarm-bar.is-new', 'Blind because of it');
  await says('#gauge-RG3', 'jumping since');
  await says('.mark-gauge.is-doubted', 'jumping');
  await shot('alarms-en');
  await page.click('.alarm-noted');
  await page.waitForSelector('.alarm-bar', { state: 'detached' });

  await page.click('#tab-quarantine');
  await page.click('[data-quarantine] summary');
  await says('[data-quarantine]', 'dated in the future');
  await says('[data-quarantine] .raw-facts', 'magnitude');

  await silence({
    out: 'Source usgs is out: connected, but nothing is heard',
    why: 'nothing is heard',
    back: 'Source usgs is back',
  });
  await confirm('haz-held', {
    held: 'held, not believed yet',
    confirm: 'Confirm…',
    why: 'felt in the operations room',
  });

  await inLanguage(page, 'ar');
  await silence({
    out: 'المصدر usgs متوقف: متصل ولا يرد منه شيء',
    why: 'متصل ولا يرد منه شيء',
    back: 'عاد المصدر usgs',
  });
  await shot('alarms-ar');
  await confirm('haz-held-too', {
    held: 'معلّق، لم يُصدَّق بعد',
    confirm: 'تأكيد…',
    why: 'أُحس بالهزة في غرفة العمليات',
  });

  clean();
  wish('ok');
} finally {
  await browser.close();
}
