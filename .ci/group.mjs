// Looks at the portal and the board of a group in a real browser, as a reader gets them: axe-core finds no violation, no page scrolls sideways, no
// link within them leads nowhere, nothing is fetched from elsewhere or refused by the policy; on a phone, light, and on a desktop, dark; the board is whole on
// paper too.
//
//   node group.mjs PORTAL_DIR BOARD_DIR [SCREENSHOT_DIR]
import { readFile, readdir, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from './site.mjs';

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const [portal, board, shots] = process.argv.slice(2);
if (shots) await mkdir(shots, { recursive: true });

// The portal's directory, lists and home page in each language, and its own page; the board, sorted in two ways, and two of its courts.
const manifest = JSON.parse(await readFile(path.join(portal, 'manifest.json'), 'utf8'));
const lists = manifest.files.map((f) => f.path).filter((p) => /^(([a-z]{2,3}(-[a-z]+)?\/)?(courts\/((region|kind)\/[^/]+\/)?|latest\/([^/]+\/){0,2}|subscribe\/|about\/|map\/)?)index\.html$/.test(p));
const courts = (await readdir(board)).filter((name) => name.startsWith('court-'));
const views = [
  [portal, lists.map((p) => p.replace(/index\.html$/, ''))],
  [board, ['', 'by-coverage.html', 'by-debt.html', ...courts.slice(0, 1), ...courts.slice(-2)]],
];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let checked = 0;
let failed = 0;
function fail(where, what) {
  failed++;
  console.log(`${where}: ${what}`);
}

for (const [root, addresses] of views) {
  const { origin, close } = await serve(path.resolve(root));
  // One page goes from address to address, as a reader does.
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  let where = '';
  page.on('console', (m) => m.type() === 'error' && fail(where, `console: ${m.text()}`));
  page.on('request', (r) => r.url().startsWith(origin) || r.url().startsWith('data:') || fail(where, `fetches ${r.url()}`));
  const known = new Map();
  for (const address of addresses) {
    for (const [width, scheme] of [[360, 'light'], [1280, 'dark']]) {
      where = `${path.basename(root)}/${address} ${width}px ${scheme}`;
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const response = await page.goto(`${origin}/${address}`, { waitUntil: 'load' });
      if (!response.ok()) fail(where, `status ${response.status()}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 1) fail(where, `${overflow}px wider than the window`);
      if (shots) await page.screenshot({ path: path.join(shots, `${path.basename(root)}-${address.replaceAll('/', '_') || 'home'}-${width}-${scheme}.png`), fullPage: true });
      await session.send('Runtime.evaluate', { expression: axe });
      const { result } = await session.send('Runtime.evaluate', {
        expression: 'axe.run().then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html + " " + n.failureSummary)])))',
        awaitPromise: true, returnByValue: true,
      });
      for (const v of JSON.parse(result.value)) fail(where, `axe: ${JSON.stringify(v)}`);
      for (const link of await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((a) => a.href.replace(/#.*/, '')))) {
        if (!link.startsWith(origin) || known.has(link)) continue;
        known.set(link, (await fetch(link)).status);
        if (known.get(link) !== 200) fail(where, `the link to ${link.slice(origin.length)} leads nowhere`);
      }
      checked++;
    }
  }
  if (root === board) { // on paper nothing can be scrolled: all columns fit on A4 less its margins, in CSS pixels, also where a browser does not turn it
    const paper = await browser.newPage();
    await paper.emulateMediaType('print');
    await paper.setViewport({ width: 718, height: 1046 });
    where = 'board/ print';
    await paper.goto(`${origin}/`, { waitUntil: 'load' });
    const cut = await paper.evaluate(() => Math.max(...[...document.querySelectorAll('table')].map((t) => t.getBoundingClientRect().right)) - document.documentElement.clientWidth);
    if (cut > 1) fail(where, `${cut}px of the table are cut off`);
    if (shots) await paper.screenshot({ path: path.join(shots, 'board-print.png') });
    await paper.close();
    checked++;
  }
  await page.close();
  close();
}
await browser.close();
console.log(`${checked} views of portal and board looked at, ${failed} faults`);
process.exit(failed || checked < 40 ? 1 : 0);
