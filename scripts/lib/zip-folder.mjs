import { createReadStream, createWriteStream, readdirSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { join, sep } from 'node:path';
import { finished } from 'node:stream/promises';
import { crc32 } from 'node:zlib';

// Packagers want Electron as the ZIP archive that GitHub would have given. It is read once, on this
// machine, so nothing is compressed; and written here because a fresh machine has no `zip`.

/** @typedef {{ name: Buffer, mode: number, crc: number, size: number, offset: number }} Written */

/** @param {string} file */
async function checksum(file) {
  let crc = 0;
  for await (const chunk of createReadStream(file)) crc = crc32(chunk, crc);
  return crc;
}

/** The fields that a file's own header and its entry in the table share. @param {Written} entry */
function commonFields({ name, crc, size }) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0); // version needed: 2.0
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt16LE(0, 4); // stored
  fields.writeUInt16LE(0x21, 8); // 1980-01-01: the same runtime gives the same bytes
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** @param {Written} entry */
const localHeader = (entry) =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), commonFields(entry), entry.name]);

/** @param {Written} entry */
function tableEntry(entry) {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((0o100000 | entry.mode) << 16) >>> 0, 6);
  rest.writeUInt32LE(entry.offset, 10);
  const start = Buffer.from('PK\x01\x02\x14\x03', 'latin1'); // made by: Unix, 2.0
  return Buffer.concat([start, commonFields(entry), rest, entry.name]);
}

/** @param {number} count @param {number} size @param {number} offset */
function endOfTable(count, size, offset) {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/**
 * @param {string} folder
 * @param {string} target
 * @param {(name: string) => boolean} isWanted by the name inside the archive
 */
export async function zipFolder(folder, target, isWanted) {
  const output = createWriteStream(target);
  let offset = 0;
  /** @param {Buffer} bytes */
  const write = async (bytes) => {
    offset += bytes.length;
    if (!output.write(bytes)) await once(output, 'drain');
  };
  /** @type {Written[]} */
  const entries = [];
  for (const found of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const path = join(folder, found);
    const info = statSync(path);
    const name = found.split(sep).join('/');
    if (!info.isFile() || !isWanted(name)) continue;
    const crc = await checksum(path);
    const entry = {
      name: Buffer.from(name),
      mode: info.mode & 0o777,
      crc,
      size: info.size,
      offset,
    };
    entries.push(entry);
    await write(localHeader(entry));
    for await (const chunk of createReadStream(path)) await write(chunk);
  }
  const table = Buffer.concat(entries.map(tableEntry));
  const at = offset;
  await write(table);
  await write(endOfTable(entries.length, table.length, at));
  output.end();
  await finished(output);
}
