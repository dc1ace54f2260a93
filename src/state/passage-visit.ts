import type { Target } from './notes.svelte';

const form = /^passage:(?<section>.+):(?<start>\d+)-(?<end>\d+)$/;

/** The id of a visit to words of the guide, as another screen asks for it. */
export function visitOf({ section, start, end }: Target): string {
  return `passage:${section}:${start}-${end}`;
}

/** The words that such a visit is to; null for any other. */
export function targetOf(visit: string | null): Target | null {
  const { section, start, end } = form.exec(visit ?? '')?.groups ?? {};
  return section ? { section, start: Number(start), end: Number(end) } : null;
}
