import { expectAccessible, expectContrast } from './axe';
import { expect, test } from './fixtures';
import { Palette } from './pages/palette';
import { Programs } from './pages/programs';
import { skipFirstStart } from './skip-first-start';

const college = {
  name: 'Inpatient certificate',
  provider: 'Harbor Community College',
  credentials: ['CCS', 'CCA'],
  choices: { 'Teaches ICD-10-PCS': 'Yes', Approval: 'AHIMA PCAP', Format: 'Online and in person' },
  fields: { Tuition: '$2,345', 'Code books': '420.50', Length: '40' },
  source: 'https://www.harbor.example/coding',
  asOf: '11/20/2026',
};
const online = {
  name: 'Career course',
  provider: 'Lakeside Online School',
  credentials: ['CPC'],
  choices: { 'Teaches ICD-10-PCS': 'No', Format: 'Online' },
  fields: { Tuition: '2900', Length: '24 weeks' },
  included: ['Code books', 'Exam fee'],
  source: 'Call with the school',
  asOf: '3/4/2025',
};
const evening = { name: 'Evening course' };

test.beforeEach(async ({ page }) => {
  await skipFirstStart(page);
});

test('three programs, entered by keyboard, stand side by side, also after a restart', async ({
  app,
  page,
}) => {
  const programs = await new Programs(page).open();
  await expect(page.getByText(/Enter two or more training programs/)).toBeVisible();
  await programs.add(college);
  await expect(programs.column(college.name).getByText(college.name)).toBeFocused();
  await expect(page.getByText('One program; two or more are compared side by side')).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Facts shown' })).toHaveCount(0);
  await programs.add(online);
  await programs.add(evening);

  for (const round of ['at once', 'after a restart']) {
    const now = round === 'at once' ? programs : await new Programs(await app.restart()).open();
    await expect(now.page.getByRole('columnheader'), round).toHaveText([
      college.name,
      online.name,
      evening.name,
    ]);
    await expect(now.page.getByText('3 programs side by side')).toBeVisible();
    await expect(now.page.getByText('Leads to CCS, CCA')).toBeVisible();
    await expect(now.page.getByText('Prepares for outpatient work')).toHaveCount(1);
    await expect(now.totals).toHaveText(['at least $2,765.50', 'at least $2,900', 'not known']);
    await expect(now.page.getByText('$2,765.50 known, 4 parts not known')).toBeVisible();
    await expect(now.page.getByText('Nothing known, 6 parts not known')).toBeVisible();
    await expect(
      now.page.getByRole('img', { name: /Total cost: \$2,900 known, 3 parts not known/ }),
    ).toBeVisible();

    await expect(now.fact('Tuition', college.name)).toHaveText('$2,345');
    await expect(now.cell('Tuition', college.name)).toContainText('harbor.example');
    await expect(now.cell('Tuition', college.name)).toContainText('Nov 20, 2026');
    await expect(now.fact('Approval', college.name)).toHaveText('AHIMA PCAP');
    await expect(now.fact('Length', online.name)).toHaveText('24 weeks');
    await expect(now.fact('Exam fee', online.name)).toHaveText('part of the price');
    await expect(now.cell('Exam fee', online.name)).toContainText('Call with the school');
    await expect(now.cell('Exam fee', online.name)).toContainText('from Mar 2025: check');
    await expect(now.fact('Tuition', evening.name)).toHaveText('add');
  }
});

test('nobody said anything tomorrow, and programs of one name are told apart', async ({ page }) => {
  const programs = await new Programs(page).open();
  const { dialog } = programs;
  await programs.add({ ...evening, provider: 'A college' });
  await programs.edit('Tuition', evening.name);
  await page.keyboard.type('5');
  await programs.into(dialog.getByLabel('As of'), '11/23/2026');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Nov 23, 2026 is still to come');
  await expect(dialog.getByLabel('As of')).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('evening course');
  await expect(dialog.getByRole('status')).toContainText(
    'There is a program of this name already.',
  );
  await programs.into(dialog.getByLabel('Provider'), 'A school');
  await page.keyboard.press('Enter');
  for (const label of ['Evening course, A college', 'evening course, A school']) {
    await expect(programs.fact('Tuition', label)).toHaveText('add');
    await expect(page.getByRole('button', { name: `More about ${label}` })).toBeVisible();
  }
});

test('a comparison left open past midnight goes by the new day', async ({ app, page }) => {
  const programs = await new Programs(page).open();
  const { dialog } = programs;
  const asOf = dialog.getByLabel('As of');
  await programs.add(evening);
  await page.keyboard.press('Control+Shift+P');
  await expect(asOf).toHaveValue('Nov 22, 2026');
  await page.keyboard.press('Escape');
  // From ten in the morning to one at night, as the program sees it at its next look.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const before = Date.now;
    Date.now = () => before() + 15 * 3_600_000;
    BrowserWindow.getAllWindows()[0]?.emit('focus');
  });
  const proposed = async () => {
    await programs.edit('Tuition', evening.name);
    const day = await asOf.inputValue();
    await page.keyboard.press('Escape');
    return day;
  };
  await expect.poll(proposed).toBe('Nov 23, 2026');
  await page.keyboard.press('Control+Shift+P');
  await expect(asOf).toHaveValue('Nov 23, 2026');
  await page.keyboard.press('Escape');
  await programs.edit('Tuition', evening.name);
  await page.keyboard.type('1,850');
  await programs.into(asOf, '11/23/2026');
  await programs.done('Tuition', evening.name);
  await expect(programs.fact('Tuition', evening.name)).toHaveText('$1,850');
});

test('the parts of a cost are told apart where the system has its own colours', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const programs = await new Programs(page).open();
  await programs.add({ name: 'One', fields: { Tuition: '500', 'Code books': '400' } });
  const fills = await page
    .getByRole('img', { name: /^Total cost/ })
    .locator('rect[class*="tone-"]')
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).fill));
  expect(fills).toEqual([
    expect.stringContaining('#cost-tone-0'),
    expect.stringContaining('#cost-tone-2'),
  ]);
  for (const fill of fills) {
    const id = /#([\w-]+)/.exec(fill)?.[1] ?? '';
    expect(await page.locator(`pattern[id="${id}"]`).count()).toBe(1);
  }
});

test('the form of a new program says what is wrong, and Escape loses nothing', async ({ page }) => {
  const programs = await new Programs(page).open();
  const { dialog } = programs;
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('The program has no name.');
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Evening course');
  await dialog.getByRole('textbox', { name: 'Tuition' }).fill('a lot');
  await page.keyboard.press('Control+s');
  await expect(dialog).toContainText('“a lot” is not an amount in dollars.');
  await expect(dialog.getByRole('textbox', { name: 'Tuition' })).toBeFocused();
  await dialog.getByLabel('As of').fill('2/30/2026');
  await page.keyboard.press('Control+s');
  await expect(dialog).toContainText('“2/30/2026” is not a day in the calendar.');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+Shift+P');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Evening course');
  await expect(dialog.getByRole('textbox', { name: 'Tuition' })).toHaveValue('a lot');
  await dialog.getByRole('textbox', { name: 'Tuition' }).fill('900');
  await page.keyboard.press('Enter');
  await expect(programs.fact('Tuition', 'Evening course')).toHaveText('$900');
});

test('a program is edited, deleted and brought back with its facts', async ({ app, page }) => {
  const programs = await new Programs(page).open();
  await programs.add(college);
  await programs.add(evening);
  await page.getByRole('button', { name: `More about ${college.name}` }).click();
  await page.getByRole('menuitem', { name: 'Edit this program' }).click();
  await programs.dialog.getByLabel('Name', { exact: true }).fill('Day certificate');
  await page.keyboard.press('Enter');
  await expect(programs.column('Day certificate')).toBeVisible();

  await page.getByRole('button', { name: 'More about Day certificate' }).click();
  await page.getByRole('menuitem', { name: 'Delete this program' }).click();
  await expect(page.getByRole('columnheader')).toHaveText([evening.name]);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('columnheader')).toHaveText(['Day certificate', evening.name]);
  await expect(programs.fact('Tuition', 'Day certificate')).toHaveText('$2,345');

  // “This program” is the one that the focus was in.
  await programs.fact('Tuition', evening.name).focus();
  await new Palette(page).run('Delete this program');
  await expect(page.getByRole('columnheader')).toHaveText(['Day certificate']);
  await expect(page.getByRole('button', { name: /^Add a program/ })).toBeFocused();
  const again = await new Programs(await app.restart()).open();
  await expect(again.page.getByRole('columnheader')).toHaveText(['Day certificate']);
  await again.page.keyboard.press('Control+z');
  await expect(again.page.getByRole('columnheader')).toHaveText(['Day certificate', evening.name]);
});

test('an address as source is opened outside, any other words are not a link', async ({
  app,
  page,
}) => {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => {
      opened.push(url);
      return Promise.resolve();
    };
  });
  const programs = await new Programs(page).open();
  await programs.add({ ...college, choices: {}, credentials: [] });
  await programs.add({ ...online, choices: {}, credentials: [], included: [] });
  const link = programs.cell('Tuition', college.name).getByRole('link', { name: 'harbor.example' });
  await link.focus();
  // The column that was added last may still be drawn, and with it the link.
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([college.source]);
  await expect(programs.cell('Tuition', online.name)).toContainText(online.source);
  await expect(programs.cell('Tuition', online.name).getByRole('link')).toHaveCount(0);
});

test('only what differs, and the arrows from fact to fact', async ({ page }) => {
  const programs = await new Programs(page).open();
  await programs.add({ name: 'One', fields: { Tuition: '5' }, choices: { Format: 'Online' } });
  await programs.add({ name: 'Two', fields: { Tuition: '7' }, choices: { Format: 'Online' } });
  // The form gives the focus to what was added, in its own time.
  await expect(programs.column('Two').getByText('Two')).toBeFocused();
  await programs.fact('Tuition', 'One').focus();
  await page.keyboard.press('ArrowRight');
  await expect(programs.fact('Tuition', 'Two')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(programs.fact('Teaches MS-DRG', 'Two')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(programs.fact('Tuition', 'One')).toBeFocused();

  await expect(programs.row('Format')).toBeVisible();
  await page.getByRole('radio', { name: 'Only what differs' }).click();
  await expect(programs.row('Format')).toHaveCount(0);
  await expect(programs.row('Books')).toHaveCount(0);
  await expect(programs.row('Tuition')).toBeVisible();
  await expect(programs.totals).toHaveText(['at least $5', 'at least $7']);
  await expect(
    page.getByText(/^Left out, though the totals count them: 5 parts of the/),
  ).toBeVisible();
  await new Palette(page).run('Only what differs, or all facts');
  await expect(programs.row('Format')).toBeVisible();
});

test('the palette finds a program by its name and goes to its column', async ({ page }) => {
  const programs = await new Programs(page).open();
  await programs.add(college);
  await programs.add(evening);
  await page.keyboard.press('Control+1');
  await expect(page.locator('h1')).toBeFocused();
  const palette = new Palette(page);
  await palette.open();
  await palette.words.fill('evening cou');
  await expect(palette.found.first()).toContainText('Evening course');
  await page.keyboard.press('Enter');
  await expect(programs.column(evening.name).getByText(evening.name)).toBeFocused();
});

test('many programs scroll within their own region, and nothing else does', async ({
  app,
  page,
}) => {
  test.setTimeout(90_000);
  const programs = await new Programs(page).open();
  for (const nth of [1, 2, 3, 4, 5, 6, 7]) await programs.add({ name: `Program ${nth}` });
  const region = page.getByRole('region', { name: 'Programs side by side' });
  for (const [width, height] of [
    [1280, 800],
    [900, 640],
    [480, 640],
  ] as const) {
    await app.electron.evaluate(
      ({ BrowserWindow }, size) => {
        const window = BrowserWindow.getAllWindows()[0];
        window?.setMinimumSize(300, 300);
        window?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    await expect(region).toHaveAttribute('tabindex', '0');
    await programs.fact('Tuition', 'Program 1').focus();
    for (let step = 1; step < 7; step += 1) await page.keyboard.press('ArrowRight');
    await expect(programs.fact('Tuition', 'Program 7')).toBeFocused();
    await expect(programs.fact('Tuition', 'Program 7')).toBeInViewport({ ratio: 1 });
    await expect(programs.row('Tuition').getByRole('rowheader')).toBeInViewport();
    const isPageWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isPageWide, `${width} wide`).toBe(false);
  }
});

test('two programs stand beside each other in a window of 480 px', async ({ app, page }) => {
  const programs = await new Programs(page).open();
  const long =
    'A certificate in hospital inpatient coding and reimbursement, evenings and weekends';
  const source = 'A call with the director of the program, who read it from the catalog';
  await programs.add({ name: long, fields: { Tuition: '12,345.50' }, source });
  await programs.add({ name: 'Two', fields: { Tuition: '7' }, source });
  await app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setMinimumSize(300, 300);
    window?.setContentSize(480, 800);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(480);
  await expect(page.getByRole('region', { name: 'Programs side by side' })).not.toHaveAttribute(
    'tabindex',
  );
  for (const name of [long, 'Two']) {
    await programs.fact('Tuition', name).focus();
    await expect(programs.cell('Tuition', name)).toBeInViewport({ ratio: 1 });
  }
  await expect(programs.row('Tuition').getByRole('rowheader')).toBeInViewport({ ratio: 1 });
  await expect(programs.column(long)).toBeInViewport({ ratio: 1 });
  // Two lines of a name leave room for what is compared.
  expect((await programs.column(long).boundingBox())?.height).toBeLessThan(90);
});

for (const theme of ['light', 'dark'] as const) {
  // What a page consists of is the same in every theme.
  const expectSound = theme === 'light' ? expectAccessible : expectContrast;
  test(`no fault that a machine can find, ${theme}`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: theme });
    const programs = await new Programs(page).open();
    await expectSound(page);
    await programs.add(college);
    await programs.add(online);
    await expectSound(page);
    for (const fact of ['Code books', 'Approval', 'Credential it leads to', 'Refund']) {
      await programs.edit(fact, college.name);
      await expectSound(page);
      await page.keyboard.press('Escape');
      await expect(programs.dialog).toHaveCount(0);
    }
    await page.keyboard.press('Control+Shift+P');
    await expect(programs.dialog).toBeVisible();
    await expectSound(page);
  });
}
