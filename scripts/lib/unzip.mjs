import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Our own reader because a fresh machine has no `unzip`, and node_modules may not be there yet. It
// reads the one archive whose hash we know: no ZIP64, no encryption. Layout: PKWARE APPNOTE 4.3.

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode        Unix permission bits
 * @property {number} method      0 stored, 8 deflated
 * @property {number} packedSize
 * @property {number} size
 * @property {number} offset      of the local header
 */

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** The archive's table of contents. @param {string} file @returns {Promise<ZipEntry[]>} */
export async function listZip(file) {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, 22 + 0xffff));
    await handle.read(tail, 0, tail.length, size - tail.length);
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
    if (end < 0) throw new Error(`${file} is not a ZIP archive`);

    const table = Buffer.alloc(tail.readUInt32LE(end + 12));
    await handle.read(table, 0, table.length, tail.readUInt32LE(end + 16));
    const entries = [];
    for (let at = 0; at + 46 <= table.length && table.readUInt32LE(at) === entrySignature;) {
      const nameLength = table.readUInt16LE(at + 28);
      entries.push({
        name: table.toString('utf8', at + 46, at + 46 + nameLength),
        mode: (table.readUInt32LE(at + 38) >>> 16) & 0o777,
        method: table.readUInt16LE(at + 10),
        packedSize: table.readUInt32LE(at + 20),
        size: table.readUInt32LE(at + 24),
        offset: table.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}

/**
 * Writes one entry as a file, in a stream: the largest is 180 MB.
 *
 * @param {string} file @param {ZipEntry} entry @param {string} target
 */
export async function extractEntry(file, entry, target) {
  await mkdir(dirname(target), { recursive: true });
  const header = Buffer.alloc(30);
  const handle = await open(file);
  try {
    await handle.read(header, 0, 30, entry.offset);
  } finally {
    await handle.close();
  }
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const output = createWriteStream(target, { mode: entry.mode || 0o644 });
  if (entry.packedSize === 0) {
    output.end();
    return;
  }
  const input = createReadStream(file, { start, end: start + entry.packedSize - 1 });
  await (entry.method === 0
    ? pipeline(input, output)
    : pipeline(input, createInflateRaw(), output));
  if (output.bytesWritten !== entry.size) throw new Error(`${entry.name} came out incomplete`);
}
