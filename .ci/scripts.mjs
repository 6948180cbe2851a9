// Looks at how a built site is set in each script, in a real browser: letters of Mongolian, Arabic, Tibetan and Yi come from the theme's own fonts
// and no character from a font that the style sheet does not ask for; case numbers, dates and sums read from left to right on right-to-left
// pages, where columns of numbers line up at the right; on vertical pages lines follow each other from left to right, nothing hangs over the edge, short numbers stand upright and long ones and case
// numbers read downwards, wheel and keys move the page both ways, and the text can be made larger.
//
//   node scripts.mjs PUBLIC_DIR
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { serve } from './site.mjs';

const root = path.resolve(process.argv[2]);
const site = await serve(root);
const manifest = JSON.parse(await readFile(path.join(root, 'manifest.json'), 'utf8'));
const pages = manifest.files.filter((f) => f.path.endsWith('index.html') && f.language);
const defaultLanguage = pages.find((f) => f.path === 'index.html').language;

// Each script's letters, what its font may take beside them, and the font.
const scripts = [
  { name: 'Mongolian', letters: /[\u1800-\u18AF]/u, taken: /[\u1800-\u18AF\u202F\u200C\u200D]/gu, font: 'Noto Sans Mongolian' },
  { name: 'Arabic', letters: /[\u0620-\u064A\u066E-\u06D3\u06D5]/u, taken: /[\u0600-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC\u200C\u200D]/gu, font: 'Noto Naskh Arabic' },
  { name: 'Tibetan', letters: /[\u0F00-\u0FFF]/u, taken: /[\u0F00-\u0FFF]/gu, font: 'Noto Serif Tibetan' },
  { name: 'Yi', letters: /[\uA000-\uA4CF]/u, taken: /[\uA000-\uA4CF]/gu, font: 'Noto Sans Yi' },
];
// What the style sheet's names for Chinese, Korean, Latin and Cyrillic come to on a machine with Debian's Noto and Liberation fonts.
const ordinary = /^(Noto (Sans|Serif)( Mono)?( CJK \w+)?|Liberation \w+|DejaVu Sans Mono)$/;

let failed = 0;
const seen = { pages: 0, texts: 0, numbers: 0, blocks: 0, upright: 0, downwards: 0, tables: 0 };
function fail(where, what) {
  failed++;
  if (failed <= 100) console.log(`${where}: ${what}`);
}

// Text nodes as the browser's protocol knows them.
function* textNodes(node) {
  if (node.nodeType === 3) yield node;
  for (const child of node.children ?? []) yield* textNodes(child);
}

async function checkFonts(page, where) {
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root: document } = await session.send('DOM.getDocument', { depth: -1 });
  const body = document.children.at(-1).children.find((n) => n.nodeName === 'BODY');
  const nodes = [...textNodes(body)].filter((node) => node.nodeValue.trim() !== '');
  const answers = await Promise.all(nodes.map((node) => session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })));
  for (const [i, { fonts }] of answers.entries()) {
    if (fonts.length > 0) checkRun(where, nodes[i].nodeValue.replace(/\s+/g, ' '), fonts);
  }
  await session.detach();
}

// A script's letters are drawn by its font, and by no other: other fonts draw no more glyphs than there are other characters.
function checkRun(where, text, fonts) {
  seen.texts++;
  const here = scripts.filter((s) => s.letters.test(text));
  for (const s of here) {
    if (!fonts.some((f) => f.isCustomFont && f.familyName === s.font)) fail(where, `${s.name} not in ${s.font} but ${told(fonts)}: ${text.slice(0, 60)}`);
  }
  const others = [...here.reduce((t, s) => t.replace(s.taken, ''), text)].length + 3; // three: a shortened text ends in dots of the browser's
  const drawn = fonts.filter((f) => !f.isCustomFont).reduce((n, f) => n + f.glyphCount, 0);
  if (here.length > 0 && drawn > others) fail(where, `${drawn} glyphs from ${told(fonts)}, but ${others} characters of other scripts: ${text.slice(0, 60)}`);
  for (const f of fonts) {
    if (!f.isCustomFont && !ordinary.test(f.familyName)) fail(where, `falls back to ${f.familyName}: ${text.slice(0, 60)}`);
  }
}

const told = (fonts) => fonts.map((f) => `${f.familyName}${f.isCustomFont ? '*' : ''} ${f.glyphCount}`).join(', ');

// Case numbers, dates, addresses, numbers with a sign, in groups or with a unit in right-to-left text: each character of a line stands to the right of the one before it.
function lookAtNumbers() {
  const wanted = /[(（]\d{4}[)）]\p{L}+\d+\p{L}+\d+号|\p{L}+〔\d{4}〕\d+号|\d{4}-\d{2}-\d{2}|https?:\/\/[\w./-]+\w\/?|(?<![\d\p{L})-])[+−-]\d[\d,.]*\d%?|\d{1,3}(?: \d{3})+,\d+|\d+(?:m²|°C)/gu;
  const found = [];
  for (const block of document.querySelectorAll('h1, h2, p, li, dd, td, th, figcaption, caption')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const places = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('h1, h2, p, li, dd, td, th, figcaption, caption') !== block) continue;
      for (let i = 0; i < node.data.length; i++) places.push([node, i]);
      text += node.data;
    }
    for (const match of text.matchAll(wanted)) {
      let last = null;
      let right = true;
      for (const [node, i] of places.slice(match.index, match.index + match[0].length)) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = range.getClientRects()[0];
        if (!rect || rect.width === 0) continue;
        const sameLine = last && Math.abs(rect.bottom - last.bottom) < rect.height / 2;
        if (sameLine && rect.left < last.left) right = false;
        last = rect;
      }
      if (last) found.push({ text: match[0], right });
    }
  }
  return found;
}

// Columns of numbers of a right-to-left page: their digits end below each other, as they are read from the left there too.
function lookAtColumns() {
  const faults = [];
  for (const row of document.querySelectorAll('tbody tr')) {
    for (const cell of row.querySelectorAll('td.a-r')) {
      const range = document.createRange();
      range.selectNodeContents(cell);
      const gap = cell.getBoundingClientRect().right - range.getBoundingClientRect().right;
      if (cell.textContent && gap > parseFloat(getComputedStyle(cell).paddingRight) + 2) faults.push(`${cell.textContent} ends ${gap}px from the edge of its column`);
    }
  }
  return faults;
}

// Blocks of a vertical page that do not stand where reading goes, and elements that hang over the window's lower edge.
function lookAtLines() {
  const faults = [];
  const blocks = [...document.querySelectorAll('.body > *, .entries > *, .lines > *, .channels > *, main > *')].filter((e) => e.getClientRects().length > 0);
  for (const block of blocks) {
    const range = document.createRange();
    range.selectNodeContents(block);
    if (block.matches('p')) {
      let last = -Infinity;
      for (const rect of range.getClientRects()) {
        if (rect.left + rect.width / 2 < last - rect.width) faults.push(`a line goes back to the left: ${block.textContent.slice(0, 40)}`);
        last = Math.max(last, rect.left);
      }
    }
    const before = block.previousElementSibling;
    if (before && before.getClientRects().length > 0 && getComputedStyle(before).position === 'static') {
      if (block.getBoundingClientRect().left < before.getBoundingClientRect().right - 1) faults.push(`stands over the block before it: ${block.outerHTML.slice(0, 60)}`);
    }
  }
  const scrolls = (e) => e && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowY) || scrolls(e.parentElement === document.body ? null : e.parentElement));
  for (const e of document.querySelectorAll('body *')) {
    if (e.getBoundingClientRect().bottom > document.documentElement.clientHeight + 1 && !scrolls(e)) faults.push(`hangs over the lower edge: ${e.outerHTML.slice(0, 80)}`);
  }
  if (document.documentElement.scrollHeight > document.documentElement.clientHeight + 1) faults.push('the page scrolls up and down');
  if (getComputedStyle(document.documentElement).writingMode !== 'vertical-lr') faults.push('not vertical');
  return { blocks: blocks.length, faults };
}

// What scripts need beside their fonts: no letters slanted that have no slanted form, and emphasis that is seen; Korean lines broken between words;
// room for the stacked letters of Tibetan.
function lookAtHabits() {
  const faults = [];
  const unslanted = ':is(:lang(zh), :lang(ja), :lang(ko), :lang(ii), :lang(bo), :lang(mn-Mong), :lang(ug), :lang(ar), :lang(kk-Arab))';
  for (const e of document.querySelectorAll(`:is(em, i, cite, dfn)${unslanted}`)) {
    const style = getComputedStyle(e);
    if (style.fontStyle !== 'normal') faults.push(`slanted: ${e.outerHTML.slice(0, 60)}`);
    const seen = style.fontWeight >= 600 || style.textEmphasisStyle !== 'none' || style.fontFamily !== getComputedStyle(e.parentElement).fontFamily;
    if (e.matches('em') && !seen) faults.push(`emphasis is not seen: ${e.outerHTML.slice(0, 60)}`);
  }
  for (const e of document.querySelectorAll('.body > p:lang(ko), .body > p:lang(bo)')) {
    const style = getComputedStyle(e);
    if (e.matches(':lang(ko)') && style.wordBreak !== 'keep-all') faults.push('Korean words are broken');
    if (e.matches(':lang(bo)') && parseFloat(style.lineHeight) < 2 * parseFloat(style.fontSize)) faults.push(`lines of Tibetan ${style.lineHeight} apart`);
  }
  return faults;
}

// Numbers of a vertical page. A short one takes the room of about one letter, its digits beside each other; of a longer one, and of a case number,
// each character stands below the one before it.
function lookAtVerticalNumbers() {
  const faults = [];
  const upright = [...document.querySelectorAll('.upright')].filter((e) => e.getClientRects().length > 0);
  for (const e of upright) {
    const { width, height } = e.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(e).fontSize);
    if (getComputedStyle(e).textCombineUpright !== 'all') faults.push(`not combined: ${e.textContent}`);
    if (height > 1.3 * size) faults.push(`${e.textContent} is ${height}px high in a text of ${size}px`);
    if (e.textContent.length > 2) faults.push(`upright: ${e.textContent}`);
    if (width > 2 * size) faults.push(`${e.textContent} is ${width}px wide in a text of ${size}px`);
  }
  let downwards = 0;
  const wanted = /[(（]\d{4}[)）]\p{L}+\d+\p{L}+\d+号|\p{L}+〔\d{4}〕\d+号|\d[\d,.-]{2,}\d|https?:\/\/[\w./-]+/gu;
  const short = /(?<![\p{Script=Latin}\d０-９.,:\/\-–−+±%‰°×*_@#&=~№$¥￥])\d{1,2}(?![\p{Script=Latin}\d０-９\/\-–−+±%‰°×*_@#&=~№$¥￥]|[.,:][\p{Script=Latin}\d])/u;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest('[lang]').lang === 'mn-Mong' && !parent.closest('.upright, code, pre, sup, .footnote-backref, script, style') && short.test(node.data)) faults.push(`lies on its side: ${node.data.match(short)[0]} in ${node.data.slice(0, 60)}`);
    for (const match of node.data.matchAll(wanted)) {
      let last = null;
      for (let i = match.index; i < match.index + match[0].length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = range.getClientRects()[0];
        if (!rect || rect.height === 0) continue;
        const sameLine = last && Math.abs(rect.right - last.right) < rect.width / 2;
        if (sameLine && rect.top < last.top) faults.push(`does not read downwards: ${match[0]}`);
        last = rect;
      }
      if (last) downwards++;
    }
  }
  return { upright: upright.length, downwards, faults };
}

// Waits until the page has stood still for a while: the browser's own scrolling by keys goes on for some frames.
async function atRest() {
  for (let last = NaN, still = 0; still < 5; still = scrollX === last ? still + 1 : 0) {
    last = scrollX;
    await new Promise(requestAnimationFrame);
  }
}

// Each way of moving along a vertical page: what is done, and where the page then is.
async function checkMoving(page, where) {
  const longer = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 50);
  if (!longer) return;
  const moved = async (what, on, act) => {
    const from = await page.evaluate((on) => {
      document.activeElement?.blur();
      scrollTo({ left: on ? 0 : document.documentElement.scrollWidth, behavior: 'instant' });
      return scrollX;
    }, on);
    await act();
    const went = await page.waitForFunction((from, on) => (on ? scrollX > from + 10 : scrollX < from - 10), { timeout: 15000 }, from, on).then(() => true, () => false);
    if (!went) fail(where, `${what} does not move the page ${on ? 'on' : 'back'}`);
    await page.evaluate(atRest);
  };
  await page.mouse.move(150, 150);
  await moved('the wheel', true, () => page.mouse.wheel({ deltaY: 200 }));
  await moved('the wheel', false, () => page.mouse.wheel({ deltaY: -200 }));
  for (const key of ['PageDown', 'Space', 'ArrowRight', 'ArrowDown', 'End']) await moved(`the key ${key}`, true, () => page.keyboard.press(key));
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp', 'Home']) await moved(`the key ${key}`, false, () => page.keyboard.press(key));
  // Over a table that scrolls by itself the wheel moves the table, and the page when the table is at its end.
  const table = await page.evaluateHandle(() => [...document.querySelectorAll('.table')].find((t) => t.scrollHeight > t.clientHeight + 1));
  if (table.asElement()) {
    seen.tables++;
    // where the page has more of itself ahead
    const over = (on) => table.evaluate((t, on) => {
      const { left, right } = t.getBoundingClientRect();
      scrollBy({ left: on ? right - innerWidth : left, behavior: 'instant' });
      const box = t.getBoundingClientRect();
      return { x: Math.max(20, Math.min(box.left + box.width / 2, innerWidth - 20)), y: box.top + box.height / 2, at: scrollX };
    }, on);
    for (const on of [true, false]) {
      await table.evaluate((t, on) => t.scrollTo({ top: on ? 0 : t.scrollHeight, behavior: 'instant' }), on);
      const { x, y, at } = await over(on);
      await page.mouse.move(x, y);
      await page.mouse.wheel({ deltaY: on ? 2000 : -2000 });
      const scrolled = await page.waitForFunction((t, on) => (on ? t.scrollTop > 0 : t.scrollTop < t.scrollHeight - t.clientHeight), { timeout: 15000 }, table, on).then(() => true, () => false);
      if (!scrolled) fail(where, `the wheel does not move a table ${on ? 'on' : 'back'}`);
      await page.evaluate(atRest);
      await table.evaluate((t, on) => t.scrollTo({ top: on ? t.scrollHeight : 0, behavior: 'instant' }), on);
      await page.mouse.wheel({ deltaY: on ? 60 : -60 });
      const went = await page.waitForFunction((at, on) => (on ? scrollX > at + 10 : scrollX < at - 10), { timeout: 15000 }, at, on).then(() => true, () => false);
      if (!went) fail(where, `the wheel over a table at its end does not move the page ${on ? 'on' : 'back'}`);
      await page.evaluate(atRest);
    }
  }
  await moved('shift and space', false, async () => {
    await page.keyboard.down('Shift');
    await page.keyboard.press('Space');
    await page.keyboard.up('Shift');
  });
}

// The buttons for the size of the text, where a page has them: the text grows, and still nothing hangs over.
async function checkSizes(page, where) {
  const large = await page.$('[data-text-size="large"]');
  if (!large) return;
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await large.evaluate((button) => button.click());
  if ((await size()) <= before) fail(where, 'the text does not grow');
  for (const fault of (await page.evaluate(lookAtLines)).faults) fail(`${where}, large text`, fault);
  await page.$eval('[data-text-size="medium"]', (button) => button.click());
}

async function check(page, file, width) {
  where = `/${file.path.replace(/index\.html$/, '')} ${width}px`;
  await page.setViewport({ width, height: width < 500 ? 740 : 800 });
  await page.goto(`${site.origin}/${file.path.replace(/index\.html$/, '')}`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  const { dir, vertical } = await page.evaluate(() => ({ dir: document.dir, vertical: document.documentElement.classList.contains('vertical') }));
  await checkFonts(page, where);
  for (const fault of await page.evaluate(lookAtHabits)) fail(where, fault);
  if (dir === 'rtl') {
    for (const number of await page.evaluate(lookAtNumbers)) {
      seen.numbers++;
      if (!number.right) fail(where, `drawn in the wrong order: ${number.text}`);
    }
    for (const fault of await page.evaluate(lookAtColumns)) fail(where, fault);
  }
  if (vertical) {
    const { blocks, faults } = await page.evaluate(lookAtLines);
    seen.blocks += blocks;
    for (const fault of faults) fail(where, fault);
    const numbers = await page.evaluate(lookAtVerticalNumbers);
    seen.upright += numbers.upright;
    seen.downwards += numbers.downwards;
    for (const fault of numbers.faults) fail(where, fault);
    await checkMoving(page, where);
    await checkSizes(page, where);
  }
  seen.pages++;
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
// One page goes from address to address, as a reader does.
const page = await browser.newPage();
await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
let where = '';
page.on('console', (m) => m.type() === 'error' && fail(where, `console: ${m.text()}`));
// Every page in another language than the site's own but the archives' many, in turn as on a phone and as on a desk; and the site's own home page.
const chosen = pages.filter((f) => (f.language !== defaultLanguage && !/archive\/\d/.test(f.path)) || f.path === 'index.html');
for (const [i, file] of chosen.entries()) {
  const both = /^mn-mong\//.test(file.path) || file.path.split('/').length <= 2;
  for (const width of both ? [360, 1280] : [[360, 1280][i % 2]]) await check(page, file, width);
}
await browser.close();
site.close();
console.log(`${seen.pages} views, ${seen.texts} texts, ${seen.numbers} numbers in right-to-left text, ${seen.blocks} blocks, ${seen.upright} upright numbers and ${seen.downwards} others of vertical pages looked at, ${seen.tables} tables scrolled, ${failed} faults`);
process.exit(failed || seen.texts === 0 ? 1 : 0);
