// Changes a city while its lane runs, as its people do, in both languages: an operator moves a corner of a zone with
// mouse and keyboard, has a crossed outline repaired, informs a neighbour and proposes rules; an approver agrees to
// them. node site.mjs URL OPERATOR APPROVER PASSWORD FOLDER
import assert from 'node:assert/strict';
import { inLanguage, open, signIn } from './visit.mjs';

const [url, operator, approver, password, folder] = process.argv.slice(2);
const { browser, page, clean } = await open(url);
const shot = (what) => page.screenshot({ path: `${folder}/${what}.png` });

/** Waits until the part of the page says so. */
async function says(part, words) {
  await page.waitForFunction(
    ([css, text]) => document.querySelector(css)?.textContent?.includes(text),
    [part, words],
  );
}

async function noted() {
  if (await page.locator('.alarm-noted').count()) await page.click('.alarm-noted');
}

/** The zone's text, as the form shows it. */
const text = () => page.locator('.zone-text textarea').inputValue();
const corners = async () => JSON.parse(await text()).geometry.coordinates[0];

/** Opens a zone by its name in the list, and its form. */
async function edit(zone, search) {
  await page.fill('.form-panel input[type=search]', search);
  await page.click(`[data-zone=${zone}]`);
  await page.waitForSelector('.zone-card .zone-edit');
  await page.click('.zone-card .zone-edit');
  await page.waitForSelector('.shape-field');
  await page.waitForSelector('.map-corner');
}

/** Where the map has come to rest under a handle. */
async function restingAt(handle) {
  let before;
  for (;;) {
    const box = await handle.boundingBox();
    if (before && box && before.x === box.x && before.y === box.y) return box;
    before = box;
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }
}

async function save(why, version) {
  await page.locator('.zone-foot label input').fill(why);
  await page.click('.form-panel button[type=submit]');
  await says('.zone-card .zone-version', version);
  await says('.zone-card .zone-version', why);
}

/** A corner is dragged, another one is moved with the keyboard, one is added. */
async function move(zone, search, words) {
  await edit(zone, search);
  const before = await corners();
  const handle = page.locator('.map-corner').first();
  const { x, y, width, height } = await restingAt(handle);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 12, y + height / 2 - 9, { steps: 4 });
  await page.mouse.up();
  const dragged = await corners();
  assert.ok(dragged[0][0] > before[0][0] && dragged[0][1] > before[0][1], 'the dragged corner moved');
  assert.deepEqual(dragged[1], before[1], 'the others stay');
  await page.locator('.map-corner').nth(1).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  const pushed = await corners();
  assert.ok(pushed[1][0] < dragged[1][0], 'the corner moved with the keyboard');
  await page.keyboard.press('Enter');
  assert.equal((await corners()).length, before.length + 1);
  await page.keyboard.press('Delete');
  assert.equal((await corners()).length, before.length);
  await shot(words.shot);
  await save(words.why, words.version);
}

/** A crossed outline is refused with its mistake; the repair that is offered is taken by a person. */
async function repair(zone, search, words) {
  await edit(zone, search);
  const feature = JSON.parse(await text());
  const ring = feature.geometry.coordinates[0];
  feature.geometry.coordinates[0] = [ring[0], ring[2], ring[1], ...ring.slice(3)];
  await page.click('.zone-text summary');
  await page.fill('.zone-text textarea', JSON.stringify(feature, null, 1));
  await page.locator('.zone-foot label input').fill(words.why);
  await page.click('.form-panel button[type=submit]');
  await page.waitForSelector('.mistakes li');
  await page.waitForSelector('.offer');
  await says('.mistakes li', words.says);
  await shot(words.shot);
  await page.click('.offer .primary');
  await page.waitForSelector('.offer', { state: 'detached' });
  await save(words.why, words.version);
}

async function inform(task, note) {
  await page.click('#tab-tasks');
  await page.click(`[data-task=${task}] .task-head .primary`);
  await page.fill(`[data-task=${task}] textarea`, note);
  await page.click(`[data-task=${task}] form .primary`);
  await page.waitForSelector(`[data-task=${task}]`, { state: 'detached' });
  await page.click('#tab-log');
  await says('.log', note);
}

/** Rules with a mistake are refused with its line; put right, they wait. */
async function propose(shots) {
  await page.click('#tab-rules');
  await page.waitForSelector('.rules-list button');
  await shot(shots.inForce);
  await page.click('.rules-head button');
  const field = page.locator('.rules-editor textarea');
  const inForce = await field.inputValue();
  await field.fill(inForce.replace('severity_rank >= 2', 'severity_rang >= 2'));
  await page.fill('.rules-foot input', shots.why);
  await page.click('.rules-foot [type=submit]');
  await page.waitForSelector('.mistakes li button');
  await page.click('.mistakes li button');
  const marked = await page.waitForFunction(() => {
    const { value, selectionStart, selectionEnd } = document.querySelector('.rules-editor textarea');
    return value.slice(selectionStart, selectionEnd);
  });
  await shot(shots.mistake);
  await field.fill(inForce.replace('not within 60 min', 'not within 50 min'));
  await page.click('.rules-foot [type=submit]');
  await page.waitForSelector('.rules-decision .diff-line.is-new');
  return marked.jsonValue();
}

try {
  await signIn(page, url, operator, password);
  await inLanguage(page, 'en');
  await noted();

  await page.click('#zones button');
  await page.waitForSelector('[data-zone]');
  await move('third-area', 'Third area', { why: 'surveyed again', version: 'version 1', shot: 'zone-en' });
  await repair('fifth-area', 'fifth', {
    why: 'drawn by hand',
    version: 'version 1',
    says: 'The outline crosses itself',
    shot: 'zone-repair-en',
  });
  await page.click('.form-panel .panel-head button');

  await says('.task-badge', '2');
  await inform('task-haql', 'They were told by telephone.');
  await says('.task-badge', '1');

  const marked = await propose({
    inForce: 'rules-en',
    mistake: 'rules-mistake-en',
    why: 'fewer watches',
  });
  assert.match(marked, /severity_rang/, 'the line of the mistake is marked');
  await says('.rules-decision', 'Your account cannot approve');
  await shot('rules-decision-en');

  await inLanguage(page, 'ar');
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await page.click('#zones button');
  await move('third-area', 'الثالثة', { why: 'مسح جديد', version: 'النسخة 2', shot: 'zone-ar' });
  await repair('eighth-area', 'الثامنة', {
    why: 'رُسمت باليد',
    version: 'النسخة 1',
    says: 'الحدود تتقاطع مع نفسها',
    shot: 'zone-repair-ar',
  });
  await page.click('.form-panel .panel-head button');
  await inform('task-taba', 'أُبلغوا هاتفياً.');
  await page.waitForSelector('.task-badge', { state: 'detached' });

  // Somebody else agrees to the rules.
  await page.click('.head-tools button:last-child');
  await signIn(page, url, approver, password);
  await noted();
  await page.click('#tab-decisions');
  await page.waitForSelector('.rules-decision .diff-line.is-new');
  await shot('rules-ar');
  await page.click('.rules-decision .go:enabled');
  await page.click('.rules-decision .tick input');
  // A second click that follows too fast is not taken.
  for (;;) {
    const yes = page.locator('.rules-decision .confirm .go');
    if ((await yes.count()) === 0) break;
    await yes.click({ timeout: 5_000 }).catch(() => undefined);
  }
  await page.waitForSelector('.rules-decision', { state: 'detached' });
  await page.click('#tab-rules');
  await says('.rules-standing', 'النسخة 1');
  await says('.rules-code', 'not within 50 min');

  // The rules with the mistake.
  clean({ refusals: 1 });
  process.stdout.write('ok\n');
} finally {
  await browser.close();
}
