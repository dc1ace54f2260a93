import { shell } from 'electron';
import { checkLink } from './link-rules';
import { failed, ok, type Result } from '../../src/core/result';

/** Opens a link in the user's own browser or mail program. The only place that calls openExternal. */
export async function openLink(text: string): Promise<Result<null>> {
  const link = checkLink(text);
  if (link === null) return failed('link-refused', { link: text.slice(0, 80) });
  await shell.openExternal(link);
  return ok(null);
}
