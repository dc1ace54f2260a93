/**
 * Undo belongs to the text field while something is typed into it and not yet left: then the browser's own
 * undo takes back letters. In a field that is as it was, and everywhere else, undo is the library's.
 */
export function watchTyping(root: Document): { isTyping: (target: EventTarget | null) => boolean } {
  let typedInto: EventTarget | null = null;
  root.addEventListener(
    'input',
    ({ target }) => (typedInto = isText(target) ? target : null),
    true,
  );
  root.addEventListener('focusout', () => (typedInto = null), true);
  return { isTyping: (target) => target !== null && target === typedInto };
}

const textTypes = ['text', 'search', 'email', 'url', 'tel', 'password', 'number'];

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && textTypes.includes(target.type))
  );
}
