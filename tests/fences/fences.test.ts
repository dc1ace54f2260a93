import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The project's own configuration; only the rules that need types are off, as these files do not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { files: ['**/*.ts', '**/*.svelte'], ...tseslint.configs.disableTypeChecked },
});

async function broken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, filePath) });
  return result!.messages
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId, message }) => ruleId ?? message);
}

/** Each row: the file it would stand in, what would be written there. */
type Row = [file: string, text: string];

const refused: Record<string, Row[]> = {
  'house/layers': [
    ['src/core/x.ts', `import 'node:fs';`],
    ['src/core/x.ts', `import 'fs/promises';`],
    ['src/core/x.ts', `import 'electron';`],
    ['src/core/x.ts', `import 'svelte';`],
    ['src/core/x.ts', `import 'lowdb';`],
    ['src/core/x.ts', `import 'bits-ui';`],
    ['src/core/x.ts', `import 'vitest';`],
    ['src/core/x.ts', `export * from '../state/library.svelte';`],
    ['src/core/ceu/x.ts', `export { a } from '../../ui/a';`],
    ['src/core/ceu/x.ts', `import type { A } from '../../../electron/main/clock';`],
    ['src/core/x.ts', `export type A = import('node:fs').Stats;`],
    ['src/core/x.ts', `export const a = () => import('node:fs');`],
    ['src/core/x.ts', `export const a = (name: string) => import(name);`],
    ['src/core/x.ts', `import '../../content/guide/role.md';`],
    ['src/core/x.test.ts', `import '../../electron/main/clock';`],
    ['src/core/x.ts', `import './library/store.testing';`],
    ['src/core/x.test.ts', `import '../../electron/main/x.testing';`],
    ['electron/main/x.ts', `import './y.testing';`],
    ['src/core/x.ts', `import './library/apply.test';`],
    ['src/state/x.svelte.ts', `import 'electron';`],
    ['src/state/x.svelte.ts', `import 'electron/renderer';`],
    ['src/state/x.svelte.ts', `import 'node:fs';`],
    ['src/state/x.svelte.ts', `import type { A } from '../../electron/main/storage/types';`],
    [
      'src/screens/X.svelte',
      `<script lang="ts">import { a } from '../../electron/preload';</script>`,
    ],
    ['src/ui/X.svelte', `<script lang="ts">import 'path';</script>`],
    ['electron/main/x.ts', `import '../../src/state/library.svelte';`],
    ['electron/main/x.ts', `import '../../src/screens/Today.svelte';`],
    ['electron/main/x.ts', `import '../../src/ui/keys';`],
    ['electron/cli/x.ts', `import '../../src/main';`],
    ['electron/main/storage/x.ts', `import { app } from 'electron';`],
    ['electron/main/code-sets/x.ts', `import type { App } from 'electron';`],
    ['electron/main/exports/x.ts', `import 'electron/main';`],
    ['electron/cli/x.ts', `export const a = () => import('electron');`],
    ['electron/preload/x.ts', `import 'node:fs';`],
    ['electron/preload/x.ts', `import '../main/paths';`],
    ['electron/main/x.ts', `import '../../tests/e2e/pages';`],
  ],
  'house/no-clock': [
    ['src/core/x.ts', `export const a = Date.now();`],
    ['src/core/x.ts', `export const a = new Date();`],
    ['src/core/x.ts', `export const a = Date();`],
    [
      'src/core/x.ts',
      `import { Temporal } from 'temporal-polyfill';\nexport const a = Temporal.Now.plainDateISO();`,
    ],
    ['electron/main/x.ts', `export const a = Date.now();`],
    ['electron/main/storage/x.ts', `export const a = new Date().toISOString();`],
    ['electron/cli/x.ts', `export const a = new Date();`],
  ],
  'house/no-chance': [
    ['src/core/x.ts', `export const a = Math.random();`],
    ['src/core/x.ts', `export const a = globalThis.crypto.randomUUID();`],
  ],
  'house/no-module-state': [
    ['src/state/x.svelte.ts', `export const a = $state({ b: 1 });`],
    ['src/state/x.svelte.ts', `let a = $state.raw(1);\nexport const b = () => a++;`],
    ['src/state/x.svelte.ts', `const a = $derived(1);\nexport const b = () => a;`],
    ['src/ui/X.svelte', `<script lang="ts" module>let a = $state(0);</script>{a}`],
    [
      'src/ui/X.svelte',
      `<script lang="ts" module>export const a = $state({ b: 0 });</script>{a.b}`,
    ],
  ],
  'house/no-static-style': [
    ['src/ui/X.svelte', `<p style="color: red">a</p>`],
    ['src/ui/X.svelte', `<p style=''>a</p>`],
  ],
  'svelte/no-at-html-tags': [
    ['src/ui/X.svelte', `<script lang="ts">let { a }: { a: string } = $props();</script>{@html a}`],
    ['src/screens/Guide/Markdown.svelte', `{@html '<b>a</b>'}`],
  ],
  'house/no-inner-html': [
    ['src/ui/x.ts', `export const a = (b: Element) => { b.innerHTML = '<b>'; };`],
    [
      'src/ui/X.svelte',
      `<script lang="ts">let a: Element; $effect(() => a.insertAdjacentHTML('afterend', ''));</script>`,
    ],
  ],
  'house/open-external-once': [
    [
      'electron/main/menu.ts',
      `import { shell } from 'electron';\nvoid shell.openExternal('https://x.org');`,
    ],
    [
      'electron/main/menu.ts',
      `import { shell } from 'electron';\nexport const { openExternal } = shell;`,
    ],
  ],
  'house/open-path-once': [
    ['electron/main/menu.ts', `import { shell } from 'electron';\nvoid shell.openPath('/');`],
  ],
  'house/ipc-renderer-in-preload': [
    ['src/state/x.ts', `import { ipcRenderer } from 'electron';\nipcRenderer.send('a');`],
    ['electron/main/x.ts', `import { ipcRenderer } from 'electron';\nipcRenderer.send('a');`],
  ],
  'house/no-body-names': [
    ['src/core/ceu/x.ts', `export const a = (body: string) => body === 'ahima';`],
    ['src/core/ceu/x.ts', `export const aapcTotal = 3600;`],
    ['src/core/ceu/x.ts', '// As ACDIS asks.\nexport const a = 3000;'],
    ['src/core/ceu/below/x.ts', 'export const a = (b: string) => `AHIMA ${b}`;'],
  ],
  'house/named-exports': [['src/core/x.ts', `export default 1;`]],
  'no-console': [
    ['src/core/x.ts', `console.log(1);`],
    ['src/ui/X.svelte', `<script lang="ts">console.error(1);</script>`],
    ['electron/main/x.ts', `console.warn(1);`],
    ['electron/cli/x.ts', `console.log(1);`],
  ],
  '@typescript-eslint/no-explicit-any': [
    ['src/core/x.ts', `export const a = (b: any) => b as number;`],
    ['electron/main/x.ts', `export const a: any[] = [];`],
    ['src/ui/X.svelte', `<script lang="ts">export const a: any = 1;</script>`],
  ],
  '@typescript-eslint/ban-ts-comment': [
    ['src/core/x.ts', `// @ts-ignore it is wrong on purpose\nexport const a: string = 1;`],
    ['src/core/x.ts', `// @ts-nocheck it is wrong on purpose\nexport const a: string = 1;`],
    ['src/core/x.ts', `// @ts-expect-error\nexport const a: string = 1;`],
  ],
};

const accepted: Row[] = [
  ['src/core/ceu/x.test.ts', `import { test } from 'vitest';\ntest('ahima', () => undefined);`],
  ['src/core/lacks.ts', `export const a = 'aapc';`],
  [
    'src/core/x.ts',
    `import { z } from 'zod';\nimport { createDraft } from 'immer';\nimport { live } from './library/schema';\nexport const a = [z, createDraft, live];`,
  ],
  [
    'src/core/reference/x.ts',
    `import bodies from '../../../content/reference/bodies/ahima.json';\nexport const a = bodies;`,
  ],
  [
    'src/core/x.ts',
    `import { Temporal } from 'temporal-polyfill';\nexport const a = (b: string) => [Temporal.PlainDate.from(b), new Date(b)];`,
  ],
  [
    'src/core/x.test.ts',
    `import { readFileSync } from 'node:fs';\nimport fc from 'fast-check';\nimport { test } from 'vitest';\ntest('a', () => fc.assert(fc.property(fc.string(), (b) => readFileSync(b).length > 0)));`,
  ],
  [
    'src/state/x.svelte.ts',
    `import type { Library } from '../core/library/schema';\nexport class A {\n  library = $state.raw<Library | null>(null);\n  count = $derived(this.library ? 1 : 0);\n}\nexport function b() {\n  const c = $state({ d: 1 });\n  return c;\n}`,
  ],
  [
    'src/ui/X.svelte',
    `<script lang="ts">\n  let { width }: { width: number } = $props();\n  let isOpen = $state(false);\n</script>\n\n<button style:width="{width}px" onclick={() => (isOpen = !isOpen)}>a</button>`,
  ],
  [
    'src/ui/Markdown.svelte',
    `<script lang="ts">let { a }: { a: string } = $props();</script>\n\n{@html a}`,
  ],
  ['electron/main/clock.ts', `export const a = () => new Date(Date.now()).toISOString();`],
  [
    'electron/main/links.ts',
    `import { shell } from 'electron';\nexport const a = () => shell.openExternal('https://x.org');`,
  ],
  [
    'electron/main/open-path.ts',
    `import { shell } from 'electron';\nexport const a = () => shell.openPath('/');`,
  ],
  [
    'electron/main/x.ts',
    `import { app } from 'electron';\nimport { join } from 'node:path';\nimport { live } from '../../src/core/library/schema';\nexport const a = [app, join, live];`,
  ],
  [
    'electron/main/storage/x.ts',
    `import { Low } from 'lowdb';\nimport { open } from 'node:fs/promises';\nexport const a = [Low, open];`,
  ],
  [
    'electron/preload/x.ts',
    `import { ipcRenderer } from 'electron';\nimport { apiMethods } from '../../src/core/ipc-channels';\nexport const a = [ipcRenderer, apiMethods];`,
  ],
  [
    'src/core/x.ts',
    `// @ts-expect-error a test of the compiler, which must refuse a number\nexport const a: string = 1;`,
  ],
];

describe('lint refuses', () => {
  for (const [rule, rows] of Object.entries(refused)) {
    test.each(rows)(`${rule} in %s: %s`, async (file, text) => {
      expect(await broken(file, text)).toContain(rule);
    });
  }
});

describe('lint accepts', () => {
  test.each(accepted)('in %s: %s', async (file, text) => {
    expect(await broken(file, text)).toEqual([]);
  });
});

test.each(['src/core/result.ts', 'electron/main/links.ts', 'tests/fences/fences.test.ts'])(
  'promises and unknown types are watched in %s',
  async (file) => {
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(join(root, file))) as {
      rules: Record<string, unknown[]>;
    };
    for (const rule of ['no-floating-promises', 'no-misused-promises', 'no-unsafe-assignment']) {
      expect(config.rules[`@typescript-eslint/${rule}`]?.[0]).toBe(2);
    }
  },
);

/** Compiles one file that does not exist with the settings of the layer it would stand in. */
function diagnostics(folder: string, text: string): number[] {
  const config = join(root, folder, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(config),
  );
  const file = join(root, folder, 'x.ts');
  const settings = { ...options, composite: false, emitDeclarationOnly: false, noEmit: true };
  const host = ts.createCompilerHost(settings);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, target) =>
    name === file
      ? ts.createSourceFile(name, text, target)
      : librarySource(name, () => getSourceFile(name, target));
  return ts.getPreEmitDiagnostics(ts.createProgram([file], settings, host)).map(({ code }) => code);
}

/** The compiler's own libraries are parsed once for all rows. */
const parsed = new Map<string, ts.SourceFile | undefined>();
function librarySource(name: string, parse: () => ts.SourceFile | undefined) {
  if (!parsed.has(name)) parsed.set(name, parse());
  return parsed.get(name);
}

describe('the compiler refuses', () => {
  const unknownName = [2304, 2552, 2580, 2584, 2591];
  test.each([
    ['src/core', `document.title = 'a';`],
    ['src/core', `window.close();`],
    ['src/core', `process.exit(1);`],
    ['src/core', `console.log(1);`],
    ['src/core', `export const a = setTimeout(() => 1, 1);`],
    ['src/core', `export const a = fetch('https://x.org');`],
    ['src/core', `export const a: Buffer | null = null;`],
    ['src/core', `export const a = crypto;`],
    ['src', `process.exit(1);`],
    ['src', `export const a: Buffer | null = null;`],
    ['electron', `document.title = 'a';`],
    ['electron', `localStorage.clear();`],
    ['electron/preload', `process.exit(1);`],
  ])('an unknown name in %s: %s', (folder, text) => {
    expect(diagnostics(folder, text).some((code) => unknownName.includes(code))).toBe(true);
  });

  test.each([
    ['src/core', `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`, 2307],
    ['src/core', `export const a: string = [''][0];`, 2322],
    ['src/core', `export const a: { b?: string } = { b: undefined };`, 2375],
    ['src/core', `export function a(b) { return b as string; }`, 7006],
  ])('in %s: %s', (folder, text, code) => {
    // Without Node's types the compiler names the missing types (2591) or the missing module (2307).
    const codes = diagnostics(folder, text).map((found) => (found === 2591 ? 2307 : found));
    expect(codes).toContain(code);
  });
});

test('the compiler accepts what core is made of', () => {
  const text = `import { Id } from './library/fields';\nexport const a: string = Id.parse('b');`;
  expect(diagnostics('src/core', text)).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

test('no fence is climbed by a comment: one line, one rule, a reason, and never one of the house', () => {
  // How the build tool hands over a text is declared, and it has no other way than a default export.
  const declared = ['electron/main/env.d.ts'];
  const all = [...sources('src'), ...sources('electron')].filter(
    (file) => !declared.includes(file),
  );
  const climbed = all.filter((file) =>
    /eslint-disable(?!-next-line [\w@/-]+ -- \S)|eslint-disable.*(house\/|no-console|no-at-html)/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(climbed).toEqual([]);
});

describe('what runs in plain Node reaches electron over no detour', () => {
  const plain = sources('electron').filter(
    (file) =>
      /^electron\/(main\/(storage|code-sets|exports)|cli)\//.test(file) &&
      !file.endsWith('.test.ts'),
  );

  /** The files and packages that a file loads when it runs; types are gone by then. */
  function loads(file: string): string[] {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.ESNext,
    );
    const names: string[] = [];
    const note = (node: ts.Node | undefined) => {
      if (node && ts.isStringLiteral(node)) names.push(node.text);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly)
        note(node.moduleSpecifier);
      if (ts.isExportDeclaration(node) && !node.isTypeOnly) note(node.moduleSpecifier);
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        note(node.arguments[0]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return names;
  }

  function fileOf(from: string, name: string): string | undefined {
    const base = relative(root, resolve(root, dirname(from), name.replace(/\?.*$/, ''))).replaceAll(
      '\\',
      '/',
    );
    const exists = (path: string) => ts.sys.fileExists(join(root, path));
    return [base, `${base}.ts`, `${base}/index.ts`].find(exists);
  }

  test.each(plain)('%s', (start) => {
    const seen = new Set<string>();
    const next = [start];
    for (let file = next.pop(); file !== undefined; file = next.pop()) {
      if (seen.has(file) || !file.endsWith('.ts')) continue;
      seen.add(file);
      for (const name of loads(file)) {
        expect(name, `${file} loads it`).not.toMatch(/^electron(\/|$)/);
        const target = name.startsWith('.') ? fileOf(file, name) : undefined;
        if (target) next.push(target);
      }
    }
  });
});
