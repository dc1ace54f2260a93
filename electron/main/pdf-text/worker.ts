import './no-network';
import './stand-ins';

// The entry of a process of its own: it gets bytes, answers with text, and is ended by whoever started it.
process.parentPort.on('message', ({ data }: { data: unknown }) => {
  if (data instanceof Uint8Array) void answer(data);
});

async function answer(bytes: Uint8Array): Promise<void> {
  // Not before: a build may put pdf.js into a part of its own, which is run before the lines of this file.
  const { readPdf } = await import('./read-pdf');
  process.parentPort.postMessage(await readPdf(bytes));
}
