import { expect, test } from 'vitest';
import { openStore, tempFolder } from '../../../tests/fault/support/rig';

test('what was set to what it was can be changed afterwards', async () => {
  const { store } = await openStore(tempFolder());
  const themes = ['dark', 'dark', 'light'] as const;
  for (const theme of themes) {
    const done = await store.dispatch({ type: 'settings.change', changes: { theme } });
    expect(done.ok).toBe(true);
    expect(store.library.settings.theme).toBe(theme);
  }
  await store.close();
});
