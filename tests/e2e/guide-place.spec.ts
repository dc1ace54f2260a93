import { expect, test } from './fixtures';
import { Guide } from './pages/guide';
import { skipFirstStart } from './skip-first-start';

test.beforeEach(async ({ app, page }) => {
  await skipFirstStart(page);
  await app.resize(1280, 800);
});

test('the place in each chapter is there again after a close and a reopen', async ({
  app,
  page,
}) => {
  let guide = await new Guide(page).open();
  await guide.outline('Pay and outlook').click();
  await expect(guide.heading('Pay and outlook')).toBeFocused();
  await guide.scrollBy(260);
  const [line, part] = [await guide.firstLine(), await guide.partOfFirstLine()];
  await expect
    .poll(async () => (await app.device()).reading.places['the-role']?.section)
    .toBe('pay-and-outlook');
  await guide.chapter('Certification').click();
  await expect(guide.heading('Certification')).toBeFocused();
  await guide.scrollBy(900);
  const other = await guide.firstLine();
  await expect.poll(async () => (await app.device()).reading.chapter).toBe('certification');

  guide = new Guide(await app.restart());
  await expect(guide.title).toHaveText('Certification');
  await expect.poll(() => guide.firstLine()).toBe(other);
  await guide.chapter('The role at a glance').click();
  await expect.poll(() => guide.firstLine()).toBe(line);
  expect(Math.abs((await guide.partOfFirstLine()) - part)).toBeLessThan(0.1);
});

test('the place is kept when one goes elsewhere and comes back, and when the program closes at once', async ({
  app,
  page,
}) => {
  let guide = await new Guide(page).open();
  await guide.outline('How a career grows').click();
  await expect(guide.heading('How a career grows')).toBeFocused();
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Study' })).toBeFocused();
  await page.keyboard.press('Control+2');
  await expect(guide.heading('How a career grows')).toBeFocused();
  await expect(guide.heading('How a career grows')).toBeInViewport();
  guide = new Guide(await app.restart());
  await expect(guide.heading('How a career grows')).toBeInViewport();
});

test('the same lines are at the top with larger text and in another window', async ({
  app,
  page,
}) => {
  const guide = await new Guide(page).open();
  await guide.outline('Who it suits').click();
  const atTop = () => guide.heading('Who it suits').boundingBox();
  await expect.poll(async () => (await atTop())?.y).toBeLessThan(80);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+>');
  await expect.poll(async () => (await app.device()).reading.textSize).toBe(160);
  await expect.poll(async () => (await atTop())?.y).toBeLessThan(100);
  await app.resize(900, 640);
  await expect.poll(async () => (await atTop())?.y).toBeLessThan(100);
  await expect(guide.heading('Who it suits')).toBeInViewport();
});

test('asked for again right after a reopen, the guide stays where it was left', async ({
  app,
  page,
}) => {
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
