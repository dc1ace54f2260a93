import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

test('asked for again right after a reopen, the guide stays where it was left', async ({
  app,
  page,
}) => {
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
  );
  await skipFirstStart(page);
  const first = await new Guide(page).open();
  await first.chapter('Certification').click();
  await expect(first.title).toHaveText('Certification');
  await first.scrollBy(1500);
  const line = await first.firstLine();
  expect(line).not.toContain('Certification');

  const again = await app.restart();
  const guide = new Guide(again);
  for (let times = 0; times < 8; times += 1) {
    await guide.open();
    // What scrolls the page does so within a few frames.
    await again.evaluate(async () => {
      for (let frames = 0; frames < 8; frames += 1) await new Promise(requestAnimationFrame);
    });
    expect(await guide.firstLine(), `asked for ${times + 1} times`).toBe(line);
  }
});

test('a program that ends right after scrolling knows where', async ({ app, page }) => {
  await skipFirstStart(page);
  const guide = await new Guide(page).open();
  await guide.chapter('Certification').click();
  await expect(guide.title).toHaveText('Certification');
  await guide.scrollBy(1);
  // In one go, so that no frame comes between the scrolling and the end.
  const line = await page.evaluate(() => {
    window.scrollBy({ top: 1500, behavior: 'instant' });
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    const passages = [...document.querySelectorAll('article [data-passage]')];
    const first = passages.find((one) => one.getBoundingClientRect().bottom > 1);
    const text = first?.textContent?.trim() ?? '';
    window.scrollTo({ top: 0, behavior: 'instant' });
    return text;
  });
  expect(line).not.toContain('Certification');
  const kept = await page.evaluate(async () => (await window.almanac.open()).device.reading);
  expect(kept.places['certification']).toMatchObject({ section: expect.any(String) });
  expect(kept.places['certification']?.section).not.toBe('certification');
  await app.close();
});
