// Copied into the fallback runtime as resources/app/main.mjs: that runtime was taken out of another
// application and has no default app, so this one opens the folder named on the command line, as
// `electron .` does. It is an ES module because a CommonJS one lets `ready` fire before the opened
// program's own ES module has run ("registerSchemesAsPrivileged should be called before app is
// ready"); a top-level `await import` holds `ready` back.
import { app } from 'electron';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** Playwright puts its loader before the folder: `-r loader.js --inspect=0 ... <folder> <args>`. */
function readCommandLine() {
  const modules = [];
  const args = process.argv.slice(1);
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '-r' || arg === '--require') modules.push(args[(at += 1)]);
    else if (!arg.startsWith('-')) return { modules, target: resolve(arg) };
  }
  return { modules, target: undefined };
}

/** The entry file of a program, after giving Electron its name, version and place. */
function prepare(target) {
  const isFolder = statSync(target).isDirectory();
  const folder = isFolder ? target : dirname(target);
  const description = join(folder, 'package.json');
  if (!isFolder && !existsSync(description)) return target;
  const { name, productName, version, desktopName, main } = JSON.parse(
    readFileSync(description, 'utf8'),
  );
  if (productName || name) app.setName(productName || name);
  if (version) app.setVersion(version);
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  app.setAppPath(folder);
  return isFolder ? join(folder, main ?? 'index.js') : target;
}

try {
  const { modules, target } = readCommandLine();
  if (target === undefined) throw new Error('Usage: electron <folder or file> [arguments]');
  process.defaultApp = true;
  for (const module of modules) require(module);
  await import(pathToFileURL(prepare(target)).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
