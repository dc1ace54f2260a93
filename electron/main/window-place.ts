export interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const leastSize = { width: 720, height: 480 };
const usualSize = { width: 1280, height: 800 };

/**
 * Where to open the window: where it was, as long as enough of its title bar lies on a display that is
 * still there; else in the middle of the first one. Never larger than the display, never off its edges.
 */
export function placeWindow(was: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const first = workAreas[0] ?? { x: 0, y: 0, ...usualSize };
  const home = was === null ? undefined : workAreas.find((area) => holdsTitleBar(area, was));
  if (was === null || home === undefined) {
    const { width, height } = fit(was ?? { ...usualSize }, first);
    return {
      x: first.x + Math.round((first.width - width) / 2),
      y: first.y + Math.round((first.height - height) / 2),
      width,
      height,
    };
  }
  const { width, height } = fit(was, home);
  return {
    x: clamp(was.x, home.x, home.x + home.width - width),
    y: clamp(was.y, home.y, home.y + home.height - height),
    width,
    height,
  };
}

function fit(size: { width: number; height: number }, area: Bounds) {
  return {
    width: clamp(size.width, Math.min(leastSize.width, area.width), area.width),
    height: clamp(size.height, Math.min(leastSize.height, area.height), area.height),
  };
}

/** Enough to take hold of it with the pointer. */
function holdsTitleBar(area: Bounds, { x, y, width }: Bounds): boolean {
  const seen = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return seen >= 100 && y >= area.y - 10 && y <= area.y + area.height - 40;
}

const clamp = (value: number, least: number, most: number) =>
  Math.round(Math.max(least, Math.min(value, most)));
