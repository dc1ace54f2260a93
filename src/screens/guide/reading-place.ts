import type { ReadingPlace } from '../../core/ipc';

export function sectionElement(root: HTMLElement, id: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`);
}

export function passageElement(root: HTMLElement, key: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-passage="${CSS.escape(key)}"]`);
}

/** Goes to what has that id and gives it the focus; `before` is done first, where there is such a thing. */
export function goToElement(id: string, before: () => void): void {
  const element = document.getElementById(id);
  if (!element) return;
  before();
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  element.focus({ preventScroll: true });
}

/** How much of a section lies above the top of the window, or above what covers it there. */
export function placeOf(section: HTMLElement, covered: number): ReadingPlace {
  const { top, height } = section.getBoundingClientRect();
  const part = height > 0 ? Math.min(1, Math.max(0, (covered - top) / height)) : 0;
  // Four digits are less than a line of the longest section.
  return { section: section.dataset['section'] ?? '', part: Math.round(part * 1e4) / 1e4 };
}

/** Puts the place at the top of the window, whatever the size of the text and of the window is by now. */
export function scrollToPlace(
  root: HTMLElement,
  { section, part }: ReadingPlace,
  covered: number,
): void {
  const element = sectionElement(root, section);
  if (!element) return;
  const { top, height } = element.getBoundingClientRect();
  window.scrollTo({ top: window.scrollY + top + part * height - covered, behavior: 'instant' });
}

/**
 * Tells which sections are in the upper quarter of the window, in the order of the text. The browser keeps
 * count, so that scrolling asks nothing of the whole text.
 */
export function watchSections(
  root: HTMLElement,
  tell: (inView: HTMLElement[]) => void,
): () => void {
  const all = [...root.querySelectorAll<HTMLElement>('[data-section]')];
  const inView = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView.add(target);
        else inView.delete(target);
      }
      tell(all.filter((element) => inView.has(element)));
    },
    { rootMargin: '-2px 0px -75% 0px' },
  );
  for (const element of all) observer.observe(element);
  return () => observer.disconnect();
}
