import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
}

/** All processes below one, by Linux's own list. @param {number} pid @returns {number[]} */
export function descendants(pid) {
  const folder = `/proc/${pid}/task`;
  const tasks = existsSync(folder) ? readdirSync(folder) : [];
  const children = tasks.flatMap((task) =>
    readOrEmpty(`${folder}/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** The command line of a process. @param {number} pid */
export const commandLine = (pid) => readOrEmpty(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
