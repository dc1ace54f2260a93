import { open, stat } from 'node:fs/promises';

// Electron's switches are compiled into its executable after this marker: a version byte, a count
// byte, then one ASCII character a fuse ('0' off, '1' on). This small writer is for set-up, which may
// run before node_modules exists; packaging uses @electron/fuses.
const marker = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/** Where the first fuse stands. @param {import('node:fs/promises').FileHandle} handle @param {number} size */
async function findFuses(handle, size) {
  const chunk = Buffer.alloc(8 * 1024 * 1024);
  // Pieces overlap, so that a marker across a border is found.
  for (let at = 0; at < size; at += chunk.length - marker.length) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
    const found = chunk.subarray(0, bytesRead).indexOf(marker);
    if (found >= 0) return at + found + marker.length + 2;
  }
  throw new Error('this executable holds no fuses');
}

/**
 * @param {string} executable
 * @param {Record<number, '0' | '1'>} wanted by the fuse's place in the wire, from 0
 */
export async function setFuses(executable, wanted) {
  const { size } = await stat(executable);
  const handle = await open(executable, 'r+');
  try {
    const first = await findFuses(handle, size);
    for (const [place, value] of Object.entries(wanted)) {
      await handle.write(value, first + Number(place), 'ascii');
    }
  } finally {
    await handle.close();
  }
}
