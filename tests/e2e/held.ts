import type { Page } from '@playwright/test';
import { dispatch } from './dispatch';
import { skipFirstStart } from './skip-first-start';

const nothingYet = { note: '', openingUnits: 0, openingMarked: {} };

/** A holder of CCS and CIC at Today, by the commands of the first start (which first-start.spec goes through). */
export async function holdCcsAndCic(page: Page): Promise<void> {
  await dispatch(page, {
    ...{ type: 'holding.add', credential: 'ccs', earnedOn: '2024-02-14', note: '' },
    cycle: { start: '2026-02-14', end: '2028-02-13', ...nothingYet },
  });
  await dispatch(page, {
    ...{ type: 'holding.add', credential: 'cic', earnedOn: '2023-01-20', note: '' },
    cycle: { start: '2025-02-01', end: '2027-01-31', ...nothingYet },
  });
  await skipFirstStart(page);
  await page.getByRole('heading', { level: 1, name: 'Sunday, November 22' }).waitFor();
}
