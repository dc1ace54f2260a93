import * as fs from 'node:fs/promises';
import type { StorageFs, StorageHandle } from '../../../electron/main/storage/disk';

/** What becomes of one call: it works, fails with a code, or writes only a part and says nothing. */
export type Fate = 'works' | 'short' | (string & {});

export interface Call {
  index: number;
  name: string;
  path: string;
}

export function errno(code: string, name: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${name} '${path}'`), { code, syscall: name, path });
}

const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1);

/**
 * The real file system, with a say in every call. A failing write leaves a half, as a full disk does. Flushing
 * takes most of the time and shows only when the power fails, so a test may leave it out.
 */
export function faultyFs(
  fateOf: (call: Call) => Fate,
  { isFlushed = true } = {},
): StorageFs & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const fate = (name: string, path: string): Fate => {
    const call = { index: calls.length, name, path };
    calls.push(call);
    return fateOf(call);
  };
  const check = (name: string, path: string): Fate => {
    const is = fate(name, path);
    if (is !== 'works' && is !== 'short') throw errno(is, name, path);
    return is;
  };

  const wrap = (handle: fs.FileHandle, path: string): StorageHandle => ({
    async write(bytes, offset, length, position) {
      const is = fate('write', path);
      if (is === 'works') return handle.write(bytes, offset, length, position);
      const done = await handle.write(bytes, offset, Math.max(length >> 1, 1), position);
      if (is !== 'short') throw errno(is, 'write', path);
      return done;
    },
    async sync() {
      check('fsync', path);
      if (isFlushed) await handle.sync();
    },
    async truncate(length) {
      check('truncate', path);
      await handle.truncate(length);
    },
    async stat() {
      check('fstat', path);
      return handle.stat();
    },
    async close() {
      await handle.close();
      check('close', path);
    },
  });

  return {
    calls,
    async open(path, flags, mode) {
      check('open', path);
      return wrap(await fs.open(path, flags, mode), path);
    },
    async readFile(path) {
      check('readFile', path);
      return fs.readFile(path);
    },
    async writeFile(path, data, given) {
      const options = { ...given, flush: given.flush && isFlushed };
      const is = fate('writeFile', path);
      if (is === 'works') return fs.writeFile(path, data, options);
      if (is !== 'EACCES' && is !== 'EPERM' && is !== 'EROFS') {
        await fs.writeFile(path, half(data), options);
      }
      if (is !== 'short') throw errno(is, 'writeFile', path);
    },
    async rename(from, to) {
      check('rename', to);
      await fs.rename(from, to);
    },
    async unlink(path) {
      check('unlink', path);
      await fs.unlink(path);
    },
    async stat(path) {
      check('stat', path);
      return fs.stat(path);
    },
    async lstat(path) {
      check('lstat', path);
      return fs.lstat(path);
    },
    async readdir(path) {
      check('readdir', path);
      return fs.readdir(path);
    },
    async mkdir(path, options) {
      check('mkdir', path);
      return fs.mkdir(path, options);
    },
    async rmdir(path) {
      check('rmdir', path);
      await fs.rmdir(path);
    },
  };
}

/** Whether a call changes anything on disk. */
export function isWriting({ name, path }: Call): boolean {
  return !['readFile', 'stat', 'lstat', 'readdir', 'fstat', 'close'].includes(name) && path !== '';
}
