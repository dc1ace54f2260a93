import { readFlags, type Flags } from './flags';

/** A start of the program, as one that runs already learns of it. */
export interface FurtherStart {
  flags: Pick<Flags, 'isSample' | 'isHidden' | 'isCheck'>;
  /** All that followed the executable. */
  args: string[];
  /** Where it would have shown its window, and which bus it would have used. */
  environment: Record<string, string>;
}

/** What a desktop says to the programs that it starts. The message has room for few. */
const ofDesktop = [
  ...['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['XDG_SESSION_TYPE', 'XDG_CURRENT_DESKTOP', 'XDG_ACTIVATION_TOKEN', 'DESKTOP_STARTUP_ID'],
];

/** What a start sends to the one before it. */
export function tellStart(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): Pick<FurtherStart, 'args' | 'environment'> {
  const entries = ofDesktop.map((name) => [name, environment[name]] as const);
  const said = entries.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { args: [...args], environment: Object.fromEntries(said) };
}

/** What came of it. Whatever is not as it should be, as from another version, is a start by hand. */
export function hearStart(told: unknown): FurtherStart {
  const { args, environment } = (typeof told === 'object' ? (told ?? {}) : {}) as {
    args?: unknown;
    environment?: unknown;
  };
  const words = Array.isArray(args) ? args.filter((arg) => typeof arg === 'string') : [];
  const read = readFlags(words, '/');
  const { isSample, isHidden, isCheck } = read.ok ? read.flags : noFlags;
  const values = Object.entries(typeof environment === 'object' ? (environment ?? {}) : {});
  const known = values.filter(
    (entry): entry is [string, string] =>
      ofDesktop.includes(entry[0]) && typeof entry[1] === 'string',
  );
  return {
    ...{ flags: { isSample, isHidden, isCheck }, args: words },
    environment: Object.fromEntries(known),
  };
}

const noFlags = { isSample: false, isHidden: false, isCheck: false };

/** The starts that come while this program runs. They wait until somebody heeds them. */
export class FurtherStarts {
  #heed: ((start: FurtherStart) => void) | null = null;
  #waiting: FurtherStart[] = [];

  tell(start: FurtherStart): void {
    if (this.#heed === null) this.#waiting.push(start);
    else this.#heed(start);
  }

  /** From now on all of them come here, those that wait first. */
  heed(listen: (start: FurtherStart) => void): void {
    this.#heed = listen;
    for (const start of this.#waiting.splice(0)) listen(start);
  }

  /** From now on they wait again, for whoever heeds them next. */
  hold(): void {
    this.#heed = null;
  }
}
