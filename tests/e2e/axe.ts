import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Expects that axe finds nothing on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNothing(axe(page).withTags(standards));
}

/**
 * Expects the same of what a theme alone can change, for a page that is looked at in full in another theme. A full
 * look takes seconds on two cores.
 */
export async function expectContrast(page: Page): Promise<void> {
  await expectNothing(axe(page).withRules(['color-contrast', 'link-in-text-block']));
}

function axe(page: Page): AxeBuilder {
  // Without the legacy mode axe opens a page of its own, which Electron refuses. What is sound is not told node by
  // node: that takes longer than finding what is not.
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
}

async function expectNothing(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`),
  }));
  expect(found).toEqual([]);
}
