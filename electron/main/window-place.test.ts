import { expect, test } from 'vitest';
import { placeWindow } from './window-place';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };

test('the first time, in the middle', () => {
  expect(placeWindow(null, [laptop])).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
});

test('where it was, on either display', () => {
  const there = { x: 1600, y: 100, width: 1000, height: 700 };
  expect(placeWindow(there, [laptop, second])).toEqual(there);
});

test('the second display is gone: back to the first, in the size it had', () => {
  const there = { x: 1600, y: 100, width: 1000, height: 700 };
  expect(placeWindow(there, [laptop])).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
});

test('the display became smaller: it is cut to fit', () => {
  expect(placeWindow({ x: 10, y: 30, width: 3000, height: 2000 }, [laptop])).toEqual(laptop);
});

test('over the edge: moved in', () => {
  const placed = placeWindow({ x: 1200, y: 500, width: 800, height: 600 }, [laptop]);
  expect(placed).toEqual({ x: 640, y: 300, width: 800, height: 600 });
});

test('above the screen, where nobody can take hold of it', () => {
  expect(placeWindow({ x: 100, y: -400, width: 800, height: 600 }, [laptop])).toEqual({
    x: 320,
    y: 163,
    width: 800,
    height: 600,
  });
});

test('a display smaller than the least size', () => {
  const tiny = { x: 0, y: 0, width: 640, height: 400 };
  expect(placeWindow(null, [tiny])).toEqual(tiny);
});
