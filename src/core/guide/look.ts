/** How long the lines of the guide are: about 56, 68 and 80 characters. */
export const measures = ['narrow', 'usual', 'wide'] as const;
export type Measure = (typeof measures)[number];

/** How far the lines stand apart. */
export const leadings = ['close', 'usual', 'open', 'widest'] as const;
export type Leading = (typeof leadings)[number];

export const typefaces = ['serif', 'sans'] as const;
export type Typeface = (typeof typefaces)[number];

/** The paper that a chapter or the guide is printed on. */
export const papers = ['letter', 'a4'] as const;
export type Paper = (typeof papers)[number];

/** How the guide is set on this machine. */
export interface Look {
  /** Of the text, in percent of its usual size, 80 to 180. */
  textSize: number;
  measure: Measure;
  leading: Leading;
  typeface: Typeface;
}

export const usualLook: Look = {
  textSize: 100,
  measure: 'usual',
  leading: 'usual',
  typeface: 'serif',
};

/** Whether nothing of the look was changed. */
export function isUsualLook(look: Look): boolean {
  const { textSize, measure, leading, typeface } = usualLook;
  return (
    look.textSize === textSize &&
    look.measure === measure &&
    look.leading === leading &&
    look.typeface === typeface
  );
}
