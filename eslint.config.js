import { readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));

// Who may use whom. Targets are written as paths from the root, `node:fs`, or `npm:zod`.
const layers = [
  {
    of: /^src\/core\//,
    only: /^(src\/core\/|content\/reference\/.+\.json$|npm:(zod|immer|temporal-polyfill|ts-fsrs|minisearch|marked)$)/,
  },
  { of: /^src\/(?!core\/)/, never: /^(node:|electron\/|npm:(electron|lowdb)(\/|$))/ },
  { of: /^electron\//, never: /^src\/(?!core\/)/ },
  {
    of: /^electron\/(main\/(storage|code-sets|exports)|cli)\//,
    never: /^npm:electron(\/|$)/,
  },
  { of: /^electron\/preload\//, never: /^(node:|electron\/main\/)/ },
  { of: /^(src|electron)\//, never: /^(tests|scripts|docs)\/|\.(test|testing)$/ },
];
// Tests, and what they share (`name.testing.ts`), may use more; nothing else may use those.
const isTest = /\.(test|testing)\.ts$/;
const usedByTests = /^(node:|npm:(vitest|fast-check)$|src\/core\/.+\.testing$|tests\/)/;
const isSharedByTests = (from, target) =>
  usedByTests.test(target) || (/^electron\//.test(from) && /^electron\/.+\.testing$/.test(target));

// What may stand only where it is named: `nodes` are refused, and become the rule `house/<name>`.
const clock =
  'CallExpression[callee.object.name="Date"][callee.property.name="now"], ' +
  'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], ' +
  'MemberExpression[object.name="Temporal"][property.name="Now"]';
const chance =
  'MemberExpression[object.name="Math"][property.name="random"], ' +
  'MemberExpression[property.name=/^(randomUUID|getRandomValues)$/]';
const declared = 'VariableDeclaration > VariableDeclarator > CallExpression';
const moduleState = [
  `Program > ${declared}`,
  `Program > ExportNamedDeclaration > ${declared}`,
  `SvelteScriptElement:has(SvelteAttribute[key.name="module"]) > ${declared}`,
  `SvelteScriptElement:has(SvelteAttribute[key.name="module"]) > ExportNamedDeclaration > ${declared}`,
].flatMap((call) => [
  `${call}[callee.name=/^[$](state|derived)$/]`,
  `${call}[callee.object.name=/^[$](state|derived)$/]`,
]);
const bans = [
  {
    name: 'no-clock',
    in: ['src/core', 'electron'],
    except: ['electron/main/clock.ts'],
    nodes: clock,
    says: 'The time is an argument: only electron/main/clock.ts asks the machine.',
  },
  {
    name: 'no-chance',
    in: ['src/core'],
    nodes: chance,
    says: 'Ids are an argument (newId): core gives the same answer twice.',
  },
  {
    name: 'no-module-state',
    in: ['src'],
    nodes: moduleState.join(', '),
    says: 'State belongs to a class instance handed down by context, not to a module.',
  },
  {
    name: 'no-static-style',
    in: ['src'],
    nodes: 'SvelteAttribute[key.name="style"]:not(:has(SvelteMustacheTag))',
    says: 'The content policy refuses a style attribute: use a class or style:name={value}.',
  },
  {
    name: 'no-inner-html',
    in: ['src'],
    except: ['src/ui/Markdown.svelte'],
    nodes: 'MemberExpression[property.name=/^((inner|outer)HTML|insertAdjacentHTML)$/]',
    says: 'Markup is inserted by src/ui/Markdown.svelte alone, which sanitises it.',
  },
  {
    name: 'open-external-once',
    in: ['src', 'electron'],
    except: ['electron/main/links.ts'],
    nodes: 'Identifier[name="openExternal"]',
    says: 'Links are opened by electron/main/links.ts alone, which checks them.',
  },
  {
    name: 'open-path-once',
    in: ['src', 'electron'],
    except: ['electron/main/open-path.ts'],
    nodes: 'Identifier[name="openPath"]',
    says: 'Files and folders are opened by electron/main/open-path.ts alone.',
  },
  {
    name: 'ipc-renderer-in-preload',
    in: ['src', 'electron'],
    except: ['electron/preload'],
    nodes: 'Identifier[name="ipcRenderer"]',
    says: 'The page reaches the main process only through window.almanac.',
  },
  {
    name: 'named-exports',
    in: ['src', 'electron'],
    nodes: 'ExportDefaultDeclaration',
    says: 'Exports have names.',
  },
];

/** A specifier as the table writes it; what only the bundler reads (`?worker`) does not count. */
function targetOf(file, specifier) {
  const path = specifier.replace(/[?#].*$/, '');
  if (path.startsWith('.') || path.startsWith('/')) {
    return relative(root, resolve(dirname(file), path))
      .split(sep)
      .join('/');
  }
  return isBuiltin(path) ? `node:${path.replace(/^node:/, '')}` : `npm:${path}`;
}

const layerRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = context.filename;
    const from = relative(root, file).split(sep).join('/');
    const own = layers.filter(({ of }) => of.test(from));
    const check = (source) => {
      if (!source) return;
      const target =
        typeof source.value === 'string' ? targetOf(file, source.value) : 'a computed name';
      if (isTest.test(from) && isSharedByTests(from, target)) return;
      if (own.some(({ only, never }) => (only && !only.test(target)) || never?.test(target))) {
        context.report({ node: source, message: `${from} may not import ${target}.` });
      }
    };
    const checkSource = (node) => check(node.source);
    return {
      ImportDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ImportExpression: checkSource,
      TSImportType: checkSource,
      TSExternalModuleReference: (node) => check(node.expression),
    };
  },
};

// The engine of the ledger knows kinds of rules: a body is data, and no line is written for one of them.
const bodies = readdirSync(resolve(root, 'content/reference/bodies'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
const bodyNames = new RegExp(bodies.join('|'), 'gi');

const noBodyNames = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program() {
      const { sourceCode } = context;
      for (const { index, 0: name } of sourceCode.text.matchAll(bodyNames)) {
        const loc = {
          start: sourceCode.getLocFromIndex(index),
          end: sourceCode.getLocFromIndex(index + name.length),
        };
        context.report({
          loc,
          message: `The rules of ${name} belong into content/reference/bodies.`,
        });
      }
    },
  }),
};

function banRule({ nodes, says }) {
  return {
    meta: { type: 'problem', schema: [] },
    create: (context) => ({
      [nodes]: (node) => context.report({ node, message: says }),
    }),
  };
}

const house = {
  rules: {
    layers: layerRule,
    'no-body-names': noBodyNames,
    ...Object.fromEntries(bans.map((ban) => [ban.name, banRule(ban)])),
  },
};

const under = (places) =>
  places.flatMap((place) =>
    /\.\w+$/.test(place) ? [place] : [`${place}/**/*.ts`, `${place}/**/*.svelte`],
  );

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'test-results', 'tests/libraries/v*', 'content'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strict,
  svelte.configs['flat/recommended'],
  {
    plugins: { house },
    languageOptions: { globals: { ...globals.es2023 } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_$' },
      ],
      eqeqeq: 'error',
      // The links of the page lead to places of the page; SvelteKit is not here.
      'svelte/no-navigation-without-resolve': 'off',
      // State is replaced, not changed in place ($state.raw), so a Map in a class is a plain look-up.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'electron/**/*.ts', 'tests/**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    // One program over the sources: with the build's references, lint would need what the build writes.
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: root } },
    rules: {
      // Interfaces such as Api are written as methods and implemented as plain functions.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  { files: under(['src', 'electron']), rules: { 'house/layers': 'error', 'no-console': 'error' } },
  {
    files: ['src/core/ceu/**/*.ts'],
    ignores: ['**/*.{test,testing}.ts'],
    rules: { 'house/no-body-names': 'error' },
  },
  bans.flatMap(({ name, in: places, except = [] }) => ({
    files: under(places),
    ignores: [...under(except), '**/*.{test,testing}.ts'],
    rules: { [`house/${name}`]: 'error' },
  })),
  {
    files: ['**/*.{test,testing}.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['src/ui/Markdown.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  { files: ['src/**'], ignores: ['src/core/**'], languageOptions: { globals: globals.browser } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], languageOptions: { globals: globals.node } },
);
