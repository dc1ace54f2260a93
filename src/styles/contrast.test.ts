import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const texts = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad', 'cool'];
const grounds = ['paper', 'leaf', 'sunk', 'accent-wash', 'good-wash', 'warn-wash', 'bad-wash'];
const bounds = ['paper', 'leaf', 'sunk'];

/** The `--name: light-dark(#a, #b)` lines of the block that follows the selector. */
function colours(selector: string): Map<string, [string, string]> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  const lines = block.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...lines].map(([, name, light, dark]) => [name!, [light!, dark!]]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function ratio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

const standard = colours(':root');
const contrast = new Map([...standard, ...colours(":root[data-theme='contrast']")]);

const themes = [
  { name: 'light', named: standard, side: 0, text: 4.5 },
  { name: 'dark', named: standard, side: 1, text: 4.5 },
  { name: 'high contrast, light', named: contrast, side: 0, text: 7 },
  { name: 'high contrast, dark', named: contrast, side: 1, text: 7 },
];

describe.each(themes)('$name', ({ named, side, text }) => {
  const colour = (name: string) => {
    const found = named.get(name)?.[side];
    if (!found) throw new Error(`tokens.css has no --${name}`);
    return found;
  };
  const pairs = (front: string[], back: string[]) =>
    front.flatMap((one) => back.map((other) => [one, other] as const));

  test.each(pairs(texts, grounds))('%s can be read on %s', (one, other) => {
    expect(ratio(colour(one), colour(other))).toBeGreaterThanOrEqual(text);
  });

  test.each([
    ['on-accent', 'accent'],
    ['on-bad', 'bad'],
    ['ink', 'marked'],
  ])('%s can be read on %s', (one, other) => {
    expect(ratio(colour(one), colour(other))).toBeGreaterThanOrEqual(text);
  });

  test.each(pairs(['edge', 'accent', 'good'], bounds))('%s is seen on %s', (one, other) => {
    expect(ratio(colour(one), colour(other))).toBeGreaterThanOrEqual(3);
  });

  test.each(['accent', 'good'])('the filled part of a bar in %s is told from the rest', (one) => {
    expect(ratio(colour(one), colour('track'))).toBeGreaterThanOrEqual(3);
  });
});
