/** Keys are written as `Mod+Shift+Z`: Mod is Ctrl, and Command on a Mac. */
export type Platform = 'linux' | 'darwin' | 'win32';

interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function parse(keys: string): Chord {
  // The key itself may be a plus: `Mod++`.
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** Whether the pressed keys are the named ones. Ctrl and Command are never taken for each other. */
export function isPressed(keys: string, event: Pressed, platform: Platform): boolean {
  const chord = parse(keys);
  const [mod, other] =
    platform === 'darwin' ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (mod !== chord.mod || other || event.altKey !== chord.alt) return false;
  // Layouts put signs and digits on different keys, some of them behind Shift.
  if (/^[0-9]$/.test(chord.key)) {
    return event.key === chord.key || (!event.shiftKey && event.code === `Digit${chord.key}`);
  }
  if (event.key.toLowerCase() !== chord.key) return false;
  return /^[^a-z0-9]$/.test(chord.key) || event.shiftKey === chord.shift;
}

const arrows = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const macSigns: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', ...arrows };
const otherSigns: Record<string, string> = { Mod: 'Ctrl', Enter: '↵', ...arrows };

/** The keys as they are printed on the user's keyboard: `Ctrl K`, `⌘ K`. */
export function showKeys(keys: string, platform: Platform): string {
  const signs = platform === 'darwin' ? macSigns : otherSigns;
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return parts.map((part) => signs[part] ?? part).join(' ');
}

/** The same for `aria-keyshortcuts`, which has its own names. */
export function ariaKeys(keys: string, platform: Platform): string {
  return keys.replace('Mod', platform === 'darwin' ? 'Meta' : 'Control').replace(/\+\+$/, '+Plus');
}
