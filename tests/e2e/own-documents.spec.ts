import { expect, test } from './fixtures';
import { Documents } from './pages/documents';
import { Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

const queries = `# Queries that comply (invented)

Ask when the record conflicts, is unclear or lacks a diagnosis.

## When to ask

A query names the *clinical indicators* and never leads the physician.

- Sepsis without a source
- Heart failure without its acuity

## How to word it

Open questions, or choices that include “other” and “unable to determine”.
`;

test.beforeEach(async ({ page }) => {
  await skipFirstStart(page);
  await new Guide(page).open();
});

test('a file dropped on the guide is read like a chapter', async ({ page }) => {
  const documents = new Documents(page);
  await documents.add('queries.md', queries, 'Queries that comply (invented)');
  await expect(documents.text.locator('em')).toHaveText('clinical indicators');
  await expect(documents.text.getByRole('listitem')).toHaveCount(2);
  await page.screenshot({ path: '/tmp/docs-1.png' });
});
