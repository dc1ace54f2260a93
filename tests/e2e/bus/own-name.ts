import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/**
 * Takes a name on a bus and never answers a call to it: a service that hangs, or one of which only its
 * being there counts. Returns what gives the name up.
 */
export async function ownName(address: string, name: string): Promise<() => void> {
  const socket = connect(pathOf(address));
  await once(socket, 'connect');
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
  await ask(socket, message(1, 'Hello', '', Buffer.alloc(0)));
  // Flag 4: do not queue; whoever has the name already makes the test fail.
  const body = Buffer.concat([padded(text(name), 4), u32(4)]);
  await ask(socket, message(2, 'RequestName', 'su', body));
  socket.resume();
  return () => socket.destroy();
}

function pathOf(address: string): string {
  const [, kind, path] = /^unix:(path|abstract)=([^,]+)/.exec(address) ?? [];
  if (kind === undefined || path === undefined) throw new Error(`not a bus: ${address}`);
  return kind === 'abstract' ? `\0${path}` : path;
}

async function ask(socket: Socket, bytes: Buffer): Promise<void> {
  socket.write(bytes);
  await once(socket, 'data');
}

/** A call to the bus itself, as the D-Bus specification lays it out. */
function message(serial: number, member: string, signature: string, body: Buffer): Buffer {
  const field = (code: number, type: string, value: Buffer) =>
    Buffer.concat([Buffer.from([code, 1]), Buffer.from(`${type}\0`), value]);
  const short = (value: string) =>
    Buffer.concat([Buffer.from([value.length]), Buffer.from(`${value}\0`)]);
  const fields = [
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text('org.freedesktop.DBus')),
    field(3, 's', text(member)),
    field(6, 's', text('org.freedesktop.DBus')),
    ...(signature === '' ? [] : [field(8, 'g', short(signature))]),
  ];
  // Each field begins at a multiple of eight; the last one is not filled up within the count.
  const joined = fields.reduce((all, next) => Buffer.concat([padded(all, 8), next]));
  const start = Buffer.concat([
    Buffer.from('l'),
    Buffer.from([1, 0, 1]),
    u32(body.length),
    u32(serial),
    u32(joined.length),
    joined,
  ]);
  return Buffer.concat([padded(start, 8), body]);
}

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const text = (value: string) =>
  Buffer.concat([u32(Buffer.byteLength(value)), Buffer.from(`${value}\0`)]);
const padded = (bytes: Buffer, to: number) =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
