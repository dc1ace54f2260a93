import type { Component } from 'svelte';
import Today from '../../screens/Today.svelte';
import type { ScreenId } from '../../state/places';

type Loader = () => Promise<{ default: Component }>;

/** Each screen is a file of its own that is read when it is first opened; but every start shows Today. */
const loaders: Record<ScreenId, Loader> = {
  today: () => Promise.resolve({ default: Today }),
  guide: () => import('../../screens/Guide.svelte'),
  study: () => import('../../screens/Study.svelte'),
  ceus: () => import('../../screens/Ceus.svelte'),
  calendar: () => import('../../screens/Calendar.svelte'),
  codes: () => import('../../screens/Codes.svelte'),
  programs: () => import('../../screens/Programs.svelte'),
  career: () => import('../../screens/Career.svelte'),
  settings: () => import('../../screens/Settings.svelte'),
};

export async function loadScreen(id: ScreenId): Promise<Component> {
  return (await loaders[id]()).default;
}
