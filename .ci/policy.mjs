// Opens every page of a served site in a browser: each answers 200 (or 404, where it should), none breaks the Content-Security-Policy that it is served with, nothing comes
// from another origin.
//
//   node policy.mjs ORIGIN MANIFEST
import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

const [origin, file] = process.argv.slice(2);
const manifest = JSON.parse(await readFile(file, 'utf8'));
const pages = manifest.files.filter((f) => f.path.endsWith('.html') && f.kind !== 'redirect' && !f.path.endsWith('404.html'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let faults = 0;
const fault = (...words) => {
  faults++;
  console.log(...words);
};
const page = await browser.newPage();
let at = '';
page.on('console', (m) => ['error', 'warn'].includes(m.type()) && fault(at, m.text()));
page.on('pageerror', (e) => fault(at, e.message));
page.on('request', (r) => r.url().startsWith(origin) || r.url().startsWith('data:') || fault(at, 'fetches', r.url()));
page.on('requestfailed', (r) => fault(at, 'did not get', r.url(), r.failure()?.errorText));
for (const f of pages) {
  at = '/' + encodeURI(f.path.replace(/index\.html$/, ''));
  const answer = await page.goto(origin + at, { waitUntil: 'load', timeout: 180_000 });
  if (answer.status() !== 200) fault(at, answer.status());
  if (!answer.headers()['content-security-policy']) fault(at, 'has no policy');
}
// The page for addresses that do not exist, in each language. That it has this status is no fault.
const missing = manifest.files.filter((f) => f.path.endsWith('404.html'));
for (const f of missing) {
  at = '/' + encodeURI(f.path.replace(/404\.html$/, 'no-such-page/'));
  page.removeAllListeners('console');
  page.on('console', (m) => ['error', 'warn'].includes(m.type()) && !/status of 404/.test(m.text()) && fault(at, m.text()));
  const answer = await page.goto(origin + at, { waitUntil: 'load', timeout: 180_000 });
  if (answer.status() !== 404) fault(at, answer.status());
  if (!answer.headers()['content-security-policy']) fault(at, 'has no policy');
}
await browser.close();
console.log(`${pages.length + missing.length} pages in Chromium under their policy, ${faults} faults`);
process.exit(faults || pages.length < 100 ? 1 : 0);
