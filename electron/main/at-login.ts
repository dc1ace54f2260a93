import { app } from 'electron';
import type { Flags } from './flags';

/** A Mac starts a login item without arguments and says so; then, as elsewhere, no window is wanted. */
export function knowingLogin(flags: Flags): Flags {
  if (process.platform !== 'darwin') return flags;
  return app.getLoginItemSettings().wasOpenedAtLogin ? { ...flags, isHidden: true } : flags;
}
