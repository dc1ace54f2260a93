/** What the rest of the program uses of the storage folder to have a library. */
export { lookAtLibrary } from './look';
export { openLibrary } from './open';
export { recoverLibrary } from './recover';
export type * from './types';
