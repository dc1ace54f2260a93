import { tick } from 'svelte';

/** The field at fault gets the focus, so that the next key press can mend it; where none is, what `otherwise` selects. */
export async function focusFault(root: HTMLElement | null, otherwise?: string): Promise<void> {
  await tick();
  const wrong = root?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const first = otherwise === undefined ? null : root?.querySelector<HTMLElement>(otherwise);
  (wrong ?? first)?.focus();
}
