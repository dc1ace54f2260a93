import { z } from 'zod';
import { Id } from '../library/fields';
import { OwnDocument } from './document-schema';

const text = OwnDocument.pick({ title: true, sha256: true, bytes: true });

export const documentCommands = [
  /** The id is that of the folder, which is there before the record is. */
  z.strictObject({
    type: z.literal('document.add'),
    id: Id,
    ...OwnDocument.pick({ file: true }).shape,
    ...text.shape,
  }),
  /** Its file has another text by now: a new version was dropped, or another program wrote it. */
  z.strictObject({ type: z.literal('document.reread'), id: Id, ...text.shape }),
  /** The file stays until the trash is emptied; what was marked in it stays among the notes. */
  z.strictObject({ type: z.literal('document.delete'), id: Id }),
] as const;
