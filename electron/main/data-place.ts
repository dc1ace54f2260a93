import { homedir } from 'node:os';
import { defaultDataFolder, readLocation, writeLocation } from './storage/location';

/** Where the user's library lies: as the command line says, else as noted, else the usual folder. */
export class DataPlace {
  #profile: string;
  #named: string | null;

  constructor(profile: string, named: string | null) {
    this.#profile = profile;
    this.#named = named;
  }

  /** Whether the command line names the folder; then nothing else can change it for good. */
  get isNamed(): boolean {
    return this.#named !== null;
  }

  async find(): Promise<{ folder: string; expectsLibrary: boolean }> {
    if (this.#named !== null) return { folder: this.#named, expectsLibrary: false };
    const { folder, hasHeldLibrary } = await readLocation(this.#profile);
    return { folder: folder ?? usualFolder(), expectsLibrary: hasHeldLibrary };
  }

  /** From now on, this folder without a library is a missing library and not a new user. */
  async note(folder: string): Promise<void> {
    if (this.#named !== null) return;
    const noted = await readLocation(this.#profile);
    const place = folder === usualFolder() ? null : folder;
    if (noted.folder === place && noted.hasHeldLibrary) return;
    await writeLocation(this.#profile, { folder: place, hasHeldLibrary: true });
  }
}

const usualFolder = () => defaultDataFolder(process.platform, process.env, homedir());
