/* eslint-disable no-console */
// Fails the build when what a first visit needs to show its screen, whichever that is, weighs more than the budget, compressed.
import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 250;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
// Of no use to a browser.
rmSync('dist/.vite', { recursive: true });

const weights = new Map();
const weight = ({ file }) => {
  if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(`dist/${file}`)).length);
  return weights.get(file);
};

function withImports(key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  (manifest[key].imports ?? []).forEach((imported) => withImports(imported, found));
  return found;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const lazy = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry);
const messages = lazy.filter((key) => key.includes('/messages/'));
const heaviest = (keys) => keys.reduce((a, b) => (weight(manifest[a]) > weight(manifest[b]) ? a : b));

const visits = lazy
  .filter((key) => /Page\.tsx$/.test(key))
  .map((screen) => {
    const loaded = [entry, screen, heaviest(messages)].reduce((all, key) => withImports(key, all), new Set());
    const bytes = [...loaded].reduce(
      (sum, key) => sum + (manifest[key].file.endsWith('.js') ? weight(manifest[key]) : 0),
      0,
    );
    return { screen, kb: bytes / 1000 };
  })
  .sort((a, b) => b.kb - a.kb);

const [most] = visits;
const over = visits.filter(({ kb }) => kb > BUDGET_KB);
over.forEach(({ screen, kb }) => console.log(`Over budget: ${screen} ${kb.toFixed(0)} kB`));
console.log(
  `First load: at most ${most.kb.toFixed(0)} kB of script compressed (${most.screen}), budget ${BUDGET_KB} kB`,
);
if (over.length > 0) process.exit(1);
