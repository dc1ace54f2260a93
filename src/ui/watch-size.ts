import type { Attachment } from 'svelte/attachments';

/**
 * Tells when an element, or what it stands in, has another size, and how it is at first. It tells in the next frame:
 * a change within the observer's own call would change what it observes.
 */
export function watchSize<E extends HTMLElement>(
  read: (element: E) => void,
  { isWithin = false } = {},
): Attachment<E> {
  return (element) => {
    const look = () => read(element);
    const observer = new ResizeObserver(() => requestAnimationFrame(look));
    observer.observe(element);
    if (isWithin && element.parentElement) observer.observe(element.parentElement);
    look();
    return () => observer.disconnect();
  };
}
