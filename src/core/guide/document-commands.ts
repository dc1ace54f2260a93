import { command } from '../library/command';
import { Id } from '../library/fields';
import { OwnDocument } from './document-schema';

const text = OwnDocument.pick({ title: true, sha256: true, bytes: true });

export const documentCommands = [
  /** The id is that of the folder, which is there before the record is. */
  command('document.add', { id: Id, ...OwnDocument.pick({ file: true }).shape, ...text.shape }),
  /** Its file has another text by now: a new version was dropped, or another program wrote it. */
  command('document.reread', { id: Id, ...text.shape }),
  /** The file stays until the trash is emptied; what was marked in it stays among the notes. */
  command('document.delete', { id: Id }),
] as const;
