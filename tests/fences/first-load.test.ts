import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What is loaded with a file: its imports and re-exports that are more than types. `import()` is later. */
function loadedWith(text: string): string[] {
  const { statements } = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (statement.moduleSpecifier === undefined) return [];
    const isOnlyTypes = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return isOnlyTypes ? [] : [(statement.moduleSpecifier as ts.StringLiteral).text];
  });
}

function scriptOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)]
    .map(([, script]) => script)
    .join('\n');
}

function fileOf(specifier: string, from: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = join(dirname(from), specifier);
  return ['', '.ts', '/index.ts'].map((end) => base + end).find(isSource) ?? null;
}
const isSource = (path: string) => /\.(ts|svelte)$/.test(path) && existsSync(path);

/** For each package that is loaded with a file, the way on which it is reached. */
function packagesOf(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const ways = new Map([[join(root, entry), entry]]);
  for (const [file, way] of ways) {
    for (const specifier of loadedWith(scriptOf(file))) {
      const next = fileOf(specifier, file);
      if (next !== null && !ways.has(next)) ways.set(next, `${way} > ${relative(root, next)}`);
      if (!specifier.startsWith('.')) packages.set(specifier, way);
    }
  }
  return packages;
}

test('the walk follows what is loaded and nothing else', () => {
  const text = `import 'a'; import b from 'b'; import type { C } from 'c'; export * from 'd';
    export type { E } from 'e'; import { type F } from 'f'; void import('g'); export const h = 1;`;
  expect(loadedWith(text)).toEqual(['a', 'b', 'd', 'f']);
  expect(packagesOf('electron/main/calls.ts').has('zod')).toBe(true);
  expect(packagesOf('src/screens/Settings.svelte').has('svelte')).toBe(true);
});

// Before the first paint the main process opens a window and the page shows Today: neither checks data nor
// reckons with calendars, and loading what does took a fifth of the start.
test.each([
  ['src/main.ts', 'svelte'],
  ['electron/main/index.ts', 'electron'],
])('%s loads neither zod nor Temporal', (entry, has) => {
  const packages = packagesOf(entry);
  expect(packages.has(has)).toBe(true);
  const heavy = ['zod', 'temporal-polyfill', 'marked', 'minisearch', 'lowdb', 'lowdb/node'];
  expect(heavy.map((name) => packages.get(name)).filter(Boolean)).toEqual([]);
});

// The page's first question is answered by what this loads: dates, and the rules of what matters today. Data is checked
// where it comes in later, and building all of the schemas took as long as reading ten years of data.
test('what opens a library loads neither schemas nor what no start needs', () => {
  const packages = packagesOf('electron/main/library-side.ts');
  expect(packages.has('temporal-polyfill')).toBe(true);
  const heavy = ['zod', 'fflate', 'papaparse', 'ical-generator', 'marked'];
  expect(heavy.map((name) => packages.get(name)).filter(Boolean)).toEqual([]);
});
