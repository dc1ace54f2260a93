import type { Page } from '@playwright/test';
import { FirstStart } from './pages/first-start';

/** Goes through the first start as a holder of CCS and CIC would. */
export async function holdCcsAndCic(page: Page): Promise<void> {
  const start = new FirstStart(page);
  await start.hold('CCS Certified Coding Specialist', 'CIC Certified Inpatient Coder');
  await start.type('CCS earned on', '2/14/2024');
  await start.type('AHIMA cycle begins', '2/14/2026');
  await start.type('AHIMA cycle ends', '2/13/2028');
  await start.type('CIC earned on', '1/20/2023');
  await start.type('AAPC cycle begins', '2/1/2025');
  await start.type('AAPC cycle ends', '1/31/2027');
  await start.next();
  await start.skip();
  await page.getByRole('heading', { level: 1, name: 'Sunday, November 22' }).waitFor();
}
