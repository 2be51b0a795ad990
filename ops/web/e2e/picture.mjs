// Takes the picture of the README: the demo in the moment in which a doubtful alert waits for the visitor.
//
//   npm run picture                                    starts the demo itself, and ends it
//   npm run picture -- FILE URL NAME PASSWORD          looks at a demo that runs already, from its beginning on
import { spawn } from 'node:child_process';
import { approve, inLanguage, LIMIT_MS, open, signIn } from './visit.mjs';

/** The decision that is shown, by its words: a single gauge that jumped while the ground shook. */
const SHOWN = /Shallala/;

/** Marks that have come to rest, messages that are sent: the picture does not move any more. */
const SETTLED_MS = 4000;

const [file = '../../docs/console.png', url, name, password] = process.argv.slice(2);

/** The demo on a free port; its address and the approver's password stand on its screen. */
async function startDemo() {
  const demo = spawn('../../nadhir', ['demo', '--port', '0', '--speed', '240'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const end = () => {
    try {
      process.kill(-demo.pid);
    } catch {
      // It has ended by itself.
    }
  };
  let said = '';
  const where = await new Promise((resolve, reject) => {
    demo.on('exit', () => reject(new Error(`the demo ended and said only: ${said}`)));
    demo.stdout.on('data', (piece) => {
      said += piece;
      const address = /Console\s+(http:\S+)/.exec(said)?.[1];
      const secret = /^\s+approver\s+(\S+)\s/m.exec(said)?.[1];
      if (address && secret) resolve({ url: address, name: 'approver', password: secret, end });
    });
  });
  return where;
}

const demo = url ? { url, name, password, end: () => undefined } : await startDemo();
const { browser, page, clean } = await open(demo.url, { width: 1440, height: 900 });
try {
  await signIn(page, demo.url, demo.name, demo.password);
  await inLanguage(page, 'en');
  for (;;) {
    await page.waitForSelector('.decision .go:enabled', { timeout: 3 * LIMIT_MS });
    const headline = await page.innerText('#decision-headline');
    if (SHOWN.test(headline)) break;
    await approve(page);
    await page.waitForFunction(
      (before) => document.querySelector('#decision-headline')?.textContent !== before,
      headline,
    );
  }
  await page.waitForSelector('.drill-state.is-waits');
  if (await page.locator('.alarm-noted').count()) await page.click('.alarm-noted');
  await page.mouse.move(0, 0);
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: file });
  clean();
  process.stdout.write(`${file}\n`);
} finally {
  await browser.close();
  demo.end();
}
