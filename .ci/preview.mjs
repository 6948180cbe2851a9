// Tries "courtsite serve" with a real browser: the page reloads when a file is saved, however an editor saves; mistakes are shown over the last good page and vanish with
// them; folders that come and go are noticed. Usage: node preview.mjs COURTSITE SITE (a copy of the sample, which is changed).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const [program, site] = process.argv.slice(2);
const file = (name) => path.join(site, name);
const preview = spawn(program, ['serve', '-C', site, '--addr', '127.0.0.1:0', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] });
preview.stderr.resume();
const origin = await new Promise((ready, lost) => {
  let said = '';
  preview.stdout.on('data', (text) => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec((said += text));
    if (found) ready(found[0]);
  });
  preview.on('exit', () => lost(new Error(`serve ended: ${said}`)));
});

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
const faults = [];
page.on('console', (m) => { if (m.type() === 'error' && !/404|503/.test(m.text())) faults.push(m.text()); });
page.on('pageerror', (e) => faults.push(String(e)));

// until waits for something in the page, which may reload meanwhile.
async function until(what, holds) {
  for (let i = 0; i < 300; i++) {
    try { if (await page.evaluate(holds)) return; } catch { /* it is just loading */ }
    await new Promise((r) => setTimeout(r, 50));
  }
  throw new Error(`${what}: not in 15 seconds; the page says: ${(await page.evaluate(() => document.body?.innerText ?? '')).slice(0, 300)}`);
}
const shows = (text) => `document.body.innerText.includes(${JSON.stringify(text)})`;
const panel = "(document.querySelector('courtsite-preview')?.shadowRoot.querySelector('.panel[role=alert]')?.textContent ?? '')";
const head = (title, more = '') => `+++\ntitle = "${title}"\npublished = 2026-01-05\n${more}+++\n\n`;

try {
  const about = 'content/pages/about.md';
  const whole = fs.readFileSync(file(about), 'utf8');
  await page.goto(`${origin}/about/`);

  fs.appendFileSync(file(about), '\n另附说明一。\n');
  await until('a text that was added', shows('另附说明一'));

  fs.writeFileSync(file(about + '.new'), whole + '\n另附说明二。\n'); // as vim and many others save
  fs.renameSync(file(about + '.new'), file(about));
  await until('a file that was saved by renaming', shows('另附说明二'));

  fs.writeFileSync(file(about), whole.replace('+++', '+++\ntitel = "x"'));
  await until('a mistake over the last good page', `${panel}.includes('content/pages/about.md:2') && ${shows('另附说明二')}`);
  fs.writeFileSync(file(about), whole + '\n另附说明三。\n');
  await until('the mistake is mended', `${shows('另附说明三')} && !${panel}`);

  const folder = 'content/basic/news/brand-new';
  fs.mkdirSync(file(folder));
  fs.writeFileSync(file(`${folder}/index.md`), head('新设文件夹的消息') + '正文。\n');
  await page.goto(`${origin}/basic/news/`);
  await until('a page in a new folder', shows('新设文件夹的消息'));
  await page.goto(`${origin}/basic/news/brand-new/`);
  fs.rmSync(file(folder), { recursive: true });
  await until('a folder that was deleted', '!' + shows('新设文件夹的消息'));

  await page.goto(`${origin}/about/`);
  const config = fs.readFileSync(file('site.toml'), 'utf8');
  fs.writeFileSync(file('site.toml'), config.replace('title = "', 'title = "改名的'));
  await until('a setting', shows('改名的'));

  const layout = 'themes/default/layouts';
  fs.mkdirSync(file(layout), { recursive: true });
  fs.writeFileSync(file(`${layout}/breadcrumbs.html`), '<p>自定的面包屑</p>');
  await until('a template in a new folder', shows('自定的面包屑'));
  fs.writeFileSync(file(`${layout}/breadcrumbs.html`), '<p>{{ .Nothing }}</p>');
  await until('a template with a mistake', `${panel}.includes('breadcrumbs.html:1')`);
  fs.rmSync(file(`${layout}/breadcrumbs.html`));
  await until('without the template', `!${shows('自定的面包屑')} && !${panel}`);

  for (let i = 0; i < 40; i++) fs.writeFileSync(file(about), `${whole}\n匆忙第${i}次。\n`); // faster than any build
  await until('the last of many', shows('匆忙第39次'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.log('the preview: 11 changes of every kind, each on the page or over it');
} finally {
  await browser.close();
  preview.removeAllListeners('exit');
  preview.kill('SIGINT');
}
