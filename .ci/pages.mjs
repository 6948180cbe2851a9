// Looks at built pages in a real browser: axe-core finds no violation on the main kinds of pages, in every language, light and dark, on a phone
// and on a desktop; no page scrolls sideways (a vertical one: up and down); nothing is fetched from another origin or refused by the policy.
//
//   node pages.mjs PUBLIC_DIR [SCREENSHOT_DIR]
import { readFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from './site.mjs';

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const root = path.resolve(process.argv[2]);
const shots = process.argv[3];
const { origin, close } = await serve(root);

const manifest = JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8'));
const has = (p) => manifest.files.some((f) => f.path === p + 'index.html');
const languages = [...new Set(manifest.files.map((f) => f.language).filter(Boolean))];
const defaultLanguage = manifest.files.find((f) => f.path === 'index.html').language;

// One page of each kind in a language: its first existing candidate.
function pagesOf(lang) {
  const at = lang === defaultLanguage ? '' : lang.toLowerCase() + '/';
  const first = (...list) => list.map((p) => at + p).find(has);
  return {
    home: at,
    category: first('basic/', 'service/', 'administration/'),
    column: first('basic/institution/', 'basic/news/', 'service/guides/'),
    article: first('administration/budgets/budget-2026/', 'service/guides/litigation-fees/', 'basic/institution/overview/'),
    table: first('administration/budgets/budget-2026-summary/'),
    subscribe: at + 'subscribe/',
    archive: at + 'archive/',
    map: at + 'map/',
  };
}

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
if (shots) await mkdir(shots, { recursive: true });

// One page goes from address to address, as a reader does: what it has loaded and compiled once is at hand. The browser's own protocol runs axe, so the policy stays
// in force for the page itself.
const page = await browser.newPage();
await page.setBypassCSP(false);
const session = await page.createCDPSession();
let where = '';
page.on('console', (m) => m.type() === 'error' && fail(where, `console: ${m.text()}`));
page.on('request', (r) => r.url().startsWith(origin) || r.url().startsWith('data:') || fail(where, `fetches ${r.url()}`));

for (const lang of languages) {
  for (const [kind, address] of Object.entries(pagesOf(lang))) {
    if (address === undefined) continue;
    for (const width of [360, 1280]) {
      let loaded = false;
      for (const scheme of ['light', 'dark']) {
        // The five kinds of pages that readers meet most are looked at four ways, the others in the two that differ most.
        if (['table', 'archive', 'map'].includes(kind) && (width === 360) === (scheme === 'light')) continue;
        where = `/${address} ${width}px ${scheme}`;
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        // A width has its own load; between light and dark only style sheets choose.
        if (!loaded) {
          await page.setViewport({ width, height: 900 });
          await page.goto(`${origin}/${address}`, { waitUntil: 'load' });
          await session.send('Runtime.evaluate', { expression: axe });
        }
        const overflow = await page.evaluate(() => {
          const e = document.documentElement;
          const vertical = getComputedStyle(e).writingMode.startsWith('vertical');
          return vertical ? e.scrollHeight - e.clientHeight : e.scrollWidth - e.clientWidth;
        });
        if (overflow > 1) fail(where, `${overflow}px wider than the window`);
        if (shots) await page.screenshot({ path: path.join(shots, `${lang}-${kind}-${width}-${scheme}.png`), fullPage: true });
        // Another scheme of the same page has other colours, and nothing else.
        const rules = loaded ? "{ runOnly: ['color-contrast', 'link-in-text-block'] }" : '';
        loaded = true;
        const { result } = await session.send('Runtime.evaluate', {
          expression: `axe.run(${rules}).then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html + " " + n.failureSummary)])))`,
          awaitPromise: true, returnByValue: true,
        });
        for (const v of JSON.parse(result.value)) fail(where, `axe: ${JSON.stringify(v)}`);
        checked++;
      }
    }
  }
}
await page.close();

// A reader whose browser asks for another language is offered it where the page exists in it, and nowhere else; nobody is redirected.
for (const [address, asks, offered] of [['service/guides/litigation-fees/', 'ug,zh', 'ug'], ['service/guides/litigation-fees/', 'zh-CN,ug', null], ['basic/normative-documents/', 'ug', null], ['ug/service/guides/litigation-fees/', 'bo', 'bo']]) {
  if (!has(address)) continue;
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Network.setUserAgentOverride', { userAgent: await browser.userAgent(), acceptLanguage: asks });
  await page.goto(`${origin}/${address}`, { waitUntil: 'load' });
  const got = await page.evaluate(() => document.querySelector('a.offer')?.lang ?? null);
  if (got !== offered) fail(`/${address} for a reader of ${asks}`, `offers ${got}, not ${offered}`);
  if (decodeURIComponent(new URL(page.url()).pathname) !== `/${address}`) fail(`/${address}`, `leads to ${page.url()}`);
  if (offered) {
    await session.send('Runtime.evaluate', { expression: axe });
    const { result } = await session.send('Runtime.evaluate', { expression: 'axe.run().then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.nodes[0].html])))', awaitPromise: true, returnByValue: true });
    for (const v of JSON.parse(result.value)) fail(`/${address} with its offer`, `axe: ${JSON.stringify(v)}`);
  }
  await page.close();
}
await browser.close();
close();
console.log(`${checked} views of pages in ${languages.length} languages looked at, ${failed} faults`);
process.exit(failed || checked < languages.length * 20 ? 1 : 0);
