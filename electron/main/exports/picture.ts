/** A picture as a PDF holds it. */
export interface Picture {
  width: number;
  height: number;
  /** EXIF’s, 1 to 8: how it has to be turned to be upright. */
  orientation: number;
  /** Entries of its dictionary besides kind and size. */
  entries: string;
  data: Uint8Array;
}

/** A page at 600 dots an inch has 34 million. */
export const mostPixels = 100_000_000;
