// What all visits of the console share: the browser, signing in, the language, approving, and what may not happen.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const LIMIT_MS = 120_000;

/** Flags under which Debian's Chromium draws the map as root and without a screen, and asks nobody on the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The drawing library of a machine without a graphics card says so; that is no fault of the page. */
const OF_THE_MACHINE = /GL Driver Message|GPU stall due to ReadPixels|software WebGL|WebGL.*fallback/i;

/** Asking who is signed in before anybody is: answered 401, which the browser writes down by itself. */
const NOT_YET = /\/api\/v1\/me$/;

/** A command that the house refuses is answered 409, which the browser writes down by itself. */
const REFUSED = /\b409\b.*\/commands\)$/;

export async function open(url, viewport = { width: 1366, height: 768 }) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  const page = await browser.newPage({ viewport, locale: 'en' });
  page.setDefaultTimeout(LIMIT_MS);
  const faults = [];
  page.on('pageerror', (e) => faults.push(`error: ${e}`));
  page.on('console', (message) => {
    const from = message.location().url;
    if (!['error', 'warning'].includes(message.type()) || OF_THE_MACHINE.test(message.text())) return;
    if (NOT_YET.test(from) && /\b401\b/.test(message.text())) return;
    faults.push(`${message.type()}: ${message.text()} (${from})`);
  });
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith('http') && to.origin !== new URL(url).origin) {
      faults.push(`asked of another host: ${request.url()}`);
    }
  });
  return {
    browser,
    page,
    /** Fails when the page or the browser complained, or another host was asked; not for each refusal that was meant. */
    clean({ refusals = 0 } = {}) {
      const refused = faults.filter((fault) => REFUSED.test(fault));
      assert.equal(refused.length, refusals, refused.join('; '));
      assert.deepEqual(
        faults.filter((fault) => !REFUSED.test(fault)),
        [],
      );
    },
  };
}

export async function signIn(page, url, name, password) {
  await page.goto(url);
  await page.fill('input[name=name]', name);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('.console');
}

export async function inLanguage(page, language) {
  if ((await page.getAttribute('html', 'lang')) !== language) {
    await page.click('.head-tools button[lang]');
    await page.waitForSelector(`html[lang=${language}]`);
  }
}

/** A busy machine needs so long to show what came of an approval. */
const SETTLES_MS = 10_000;

/** Approves the decision that is shown: two steps in two places. */
export async function approve(page) {
  const alert = await page.getAttribute('.decision', 'data-alert');
  const first = page.locator(`.decision[data-alert="${alert}"] .decision-actions .go:enabled`);
  const second = page.locator('.confirm .go').first();
  const end = Date.now() + LIMIT_MS;
  // A second click that follows too fast is not taken, and the question goes away by itself when it is left alone.
  while ((await first.count()) > 0) {
    assert.ok(Date.now() < end, 'the approval is taken in time');
    await first.click({ timeout: 5_000 }).catch(() => undefined);
    while ((await second.count()) > 0) {
      assert.ok(Date.now() < end, 'the approval is taken in time');
      await second.click({ timeout: 2_000 }).catch(() => undefined);
      await second.waitFor({ state: 'detached', timeout: 1_000 }).catch(() => undefined);
    }
    await first.waitFor({ state: 'detached', timeout: SETTLES_MS }).catch(() => undefined);
  }
}
