// Looks at a house in a perilous hour, first in English, then in Arabic: crews that drive into danger raise the alarm
// and stand on the map with a sign; a crew that is missed is named; the ships in the area of an alert and in a zone are
// listed. Says on its output what the house is to do. node danger.mjs URL NAME PASSWORD ALERT FOLDER
import assert from 'node:assert/strict';
import { inLanguage, open, signIn } from './visit.mjs';

const [url, name, password, alert, folder] = process.argv.slice(2);
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

/** Two crews drive into danger while somebody looks, and out of it. */
async function danger(words) {
  await says('.units-troubled', words.missed);
  wish('crews drive into danger');
  await says('.alarm-bar.is-new', words.zone);
  await says('.alarm-bar.is-new', words.drawn);
  // Who listens hears it, a moment later than it is seen.
  await page.waitForFunction(
    (either) =>
      [...document.querySelectorAll('.unseen[role=alert]')].some((said) =>
        either.some((text) => said.textContent.includes(text)),
      ),
    [words.zone, words.drawn],
  );
  await says('#unit-cd-rescue-1', words.row);
  await page.waitForSelector('#unit-cd-rescue-1 .unit-place.is-live');
  await page.waitForSelector('.mark-unit.is-danger .mark-heading');
  await page.waitForSelector('.mark-unit.is-unheard .mark-corner');
  await page.locator('.alarm-bar li button', { hasText: words.zone }).click();
  await page.waitForSelector('.mark-unit.is-danger.is-chosen');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'unit-cd-rescue-1');
  // Two crews at one place: neither stands before the other.
  await page.waitForFunction(() => {
    const boxes = [...document.querySelectorAll('.mark-unit.is-danger')].map((e) =>
      e.getBoundingClientRect(),
    );
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    return boxes.length === 3 && boxes.every((a, i) => boxes.slice(i + 1).every((b) => apart(a, b)));
  });
  await shot(words.shot);
  await page.click('.alarm-noted');
  await page.waitForSelector('.alarm-bar', { state: 'detached' });
  // Who is in trouble is not switched off.
  await page.click('.units-switch');
  await page.waitForFunction(() => document.querySelectorAll('.mark-unit:not(.is-troubled)').length === 0);
  await page.waitForSelector('.mark-unit.is-danger');
  await page.click('.units-switch');
  wish('crews drive out');
  await says('.notices', words.out);
  await page.waitForSelector('.mark-unit.is-danger', { state: 'detached' });
  await page.waitForSelector('#unit-cd-rescue-1.is-troubled', { state: 'detached' });
}

/** The ships inside: of an alert's drawn area, and of a zone. */
async function sea(words) {
  await page.click(`[data-alert=${alert}] .card-main`);
  await says('.ships-to-call', words.call);
  await says('.ships-to-call', 'DEMO FERRY');
  await says('.ships-to-call', '438000002');
  const listed = await page.locator('.ships-to-call li').count();
  assert.equal(listed, 2, 'who is outside is not in the list');
  await shot(words.alertShot);
  await page.click('#zones button');
  await page.fill('.form-panel input[type=search]', words.search);
  await page.click('[data-zone=old-port]');
  await says('.zone-ships', words.inside);
  await says('.zone-ships', words.passed);
  await shot(words.shot);
  await page.click('.form-panel .panel-head button');
}

try {
  await signIn(page, url, name, password);
  await inLanguage(page, 'en');
  await page.click('.alarm-noted');
  await danger({
    missed: 'On an assignment and not heard since',
    zone: 'Rescue 1 (town) is in danger: Shamiya',
    drawn: 'is in danger: drawn area of “Gas leak in the old port”',
    row: 'In danger: Shamiya',
    out: 'Rescue 1 (town) is out of danger',
    shot: 'danger-en',
  });
  await sea({
    call: 'To be called by radio: 2 ships inside',
    search: 'old port',
    inside: '2 ships inside',
    passed: 'left after 5 min',
    alertShot: 'call-en',
    shot: 'sea-en',
  });

  await inLanguage(page, 'ar');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await danger({
    missed: 'في مهمة ولا يُسمع منها شيء منذ',
    zone: 'إنقاذ 1 (المدينة) في خطر: الشامية',
    drawn: 'في خطر: النطاق المرسوم لـ«تسرب غاز في الميناء القديم»',
    row: 'في خطر: الشامية',
    out: 'زال الخطر عن إنقاذ 1 (المدينة)',
    shot: 'danger-ar',
  });
  await sea({
    call: 'سفينتان في الداخل',
    search: 'القديم',
    inside: 'سفينتان في الداخل',
    passed: 'خرجت بعد',
    alertShot: 'call-ar',
    shot: 'sea-ar',
  });

  clean();
  wish('ok');
} finally {
  await browser.close();
}
