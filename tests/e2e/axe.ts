import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects that axe finds nothing on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // Without the legacy mode axe opens a page of its own, which Electron refuses.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What is sound is not told node by node: that takes longer than finding what is not.
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}
