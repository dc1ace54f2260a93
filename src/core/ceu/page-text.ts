/**
 * A piece of text as it stands on a page. Points from the left and from the top of the page as it is shown, so
 * that a page which is stored on its side lies upright; `angle` is how the text itself is turned (0, 90, 180, 270,
 * clockwise), which is another matter.
 */
export interface TextItem {
  text: string;
  /** Where it begins, on its baseline. */
  x: number;
  y: number;
  /** Along the text. */
  width: number;
  /** The height of its letters’ box. */
  size: number;
  angle: number;
  /** From 1 on. */
  page: number;
}

/** What stands on the pages of a file. */
export interface PageText {
  items: readonly TextItem[];
  /** All pages of the file, of which the first `readPages` were read. */
  pages: number;
  readPages: number;
}
