import './no-network';
import { readPdf } from './read-pdf';

// The entry of a process of its own: it gets bytes, answers with text, and is ended by whoever started it.
process.parentPort.on('message', ({ data }: { data: unknown }) => {
  if (!(data instanceof Uint8Array)) return;
  void readPdf(data).then((answer) => process.parentPort.postMessage(answer));
});
