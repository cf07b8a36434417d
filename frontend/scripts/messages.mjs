/* eslint-disable no-console */
// Collects every text given to t() or message() and brings the message files up to it; with --check only says what is missing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const FOLDER = 'src/shared/messages/';
const FORMS = { en: ['one', 'other'], hi: ['one', 'other'], pt: ['one', 'many', 'other'] };
const check = process.argv.includes('--check');

const texts = new Map();
const literal = (node) => node && (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) && node.text;

function collect(node) {
  if (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    ['t', 'message'].includes(node.expression.text)
  ) {
    const [first, values] = node.arguments;
    const options = first && ts.isConditionalExpression(first) ? [first.whenTrue, first.whenFalse] : [first];
    const plural = values !== undefined && /\bcount:/.test(values.getText());
    for (const text of options.map(literal)) if (text) texts.set(text, texts.get(text) || plural);
  }
  ts.forEachChild(node, collect);
}

for (const file of readdirSync('src', { recursive: true })) {
  if (!/\.tsx?$/.test(file) || /\.test\.|\.d\.ts$/.test(file)) continue;
  const source = readFileSync(`src/${file}`, 'utf8');
  collect(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
}

const keysOf = (language) =>
  [...texts].flatMap(([text, plural]) => (plural ? FORMS[language].map((form) => `${text}_${form}`) : [text])).sort();

const faults = [];
for (const language of Object.keys(FORMS)) {
  const path = `${FOLDER}${language}.json`;
  let known = {};
  try {
    known = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const keys = keysOf(language);
  const english = (key) => key.replace(/_(one|many|other)$/, (form) => (texts.has(key) ? form : ''));
  // Portuguese has a form of its own for millions, which reads as the usual plural.
  const plural = (key) => known[key.replace(/_many$/, '_other')];
  const next = Object.fromEntries(
    keys.map((key) => [key, known[key] || plural(key) || (language === 'en' ? english(key) : '')]),
  );
  faults.push(...keys.filter((key) => !next[key]).map((key) => `${language} lacks: ${key}`));
  faults.push(
    ...keys.filter((key) => next[key] && !sameGaps(english(key), next[key])).map((k) => `${language} gaps: ${k}`),
  );
  const stale = Object.keys(known).filter((key) => !keys.includes(key));
  if (check) faults.push(...stale.map((key) => `${language} has, but nobody uses: ${key}`));
  else writeFileSync(path, JSON.stringify(next, null, 2) + '\n');
}

function sameGaps(source, translation) {
  const gaps = (text) => [...new Set(text.match(/\{\{[^}]+\}\}|<\w+>/g) ?? [])].sort().join();
  return gaps(source) === gaps(translation);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
