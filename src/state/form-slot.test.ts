import { expect, test } from 'vitest';
import { FormSlot, type Answered, type Kept } from './form-slot.svelte';

/** A form of one field, which is sound unless it ends in a question mark. */
class Form implements Answered {
  text: string;
  isShownAgain = false;
  saved: string[] = [];
  #before: string;

  constructor(text = '') {
    this.text = text;
    this.#before = text;
  }

  get isChanged() {
    return this.text !== this.#before;
  }

  /** A slow disk: the answer comes when the test says. */
  answer: ((isSaved: boolean) => void) | null = null;
  save = () => {
    this.saved.push(this.text);
    return new Promise<boolean>((resolve) => (this.answer = resolve));
  };

  keep = () => {
    if (this.text.endsWith('?')) return Promise.resolve(false);
    if (this.isChanged) this.saved.push(this.text);
    return Promise.resolve(true);
  };

  again = () => {
    this.isShownAgain = true;
  };
}

const there = { updatedAt: '2026-11-22T15:00:00Z' };

/** Screens come and go; what is kept is the library's. */
function setUp() {
  const kept: Kept<Form> = new Map();
  return { kept, screen: () => new FormSlot<Form>(kept) };
}

test('what was typed and closed is there again at the next screen, once', () => {
  const { screen } = setUp();
  const first = screen();
  first.open('a', there, () => new Form('as it is')).text = 'typed';
  first.close();
  expect(first.form).toBeNull();
  const again = screen().open('a', there, () => new Form('as it is'));
  expect([again.text, again.isShownAgain]).toEqual(['typed', true]);
  expect(screen().open('b', there, () => new Form('another')).text).toBe('another');
});

test('an untouched form, one that was dropped, and one about a record that changed are not kept', () => {
  const { kept, screen } = setUp();
  const slot = screen();
  slot.open('a', there, () => new Form());
  slot.close();
  slot.open('a', there, () => new Form()).text = 'given up';
  slot.drop();
  expect(kept.size).toBe(0);
  slot.open('a', there, () => new Form()).text = 'typed';
  slot.close();
  const now = { updatedAt: '2026-11-22T16:00:00Z' };
  expect(slot.open('a', now, () => new Form('changed meanwhile')).text).toBe('changed meanwhile');
  expect(kept.size).toBe(0);
});

test('another form in the same place does not take away what was typed', () => {
  const slot = setUp().screen();
  slot.open('new', null, () => new Form()).text = 'typed';
  slot.open('a', there, () => new Form());
  expect(slot.open('new', null, () => new Form()).text).toBe('typed');
});

test('with the screen, what is sound is saved and the rest is kept', async () => {
  const { kept, screen } = setUp();
  const slot = screen();
  const sound = slot.open('a', there, () => new Form());
  sound.text = 'sound';
  await slot.leave();
  expect([sound.saved, kept.size, slot.form]).toEqual([['sound'], 0, null]);
  slot.open('a', there, () => new Form()).text = 'what?';
  await slot.leave();
  expect(screen().open('a', there, () => new Form()).text).toBe('what?');
});

test('the window that closes hears whether all is saved', async () => {
  const slot = setUp().screen();
  expect(await slot.keep()).toBe(true);
  const form = slot.open('a', there, () => new Form());
  form.text = 'what?';
  expect(await slot.keep()).toBe(false);
  expect(slot.form).toBe(form);
  form.text = 'that';
  expect(await slot.keep()).toBe(true);
  expect(slot.form).toBeNull();
});

test.each([
  ['pressed again', (slot: FormSlot<Form>) => slot.save()],
  ['the screen is left', (slot: FormSlot<Form>) => slot.leave()],
  ['the window closes', (slot: FormSlot<Form>) => slot.keep()],
])('what is being saved is saved once: %s', async (_, act) => {
  const { kept, screen } = setUp();
  const slot = screen();
  const form = slot.open('new', null, () => new Form());
  form.text = 'AAPC dues';
  const saved = slot.save();
  const other = act(slot);
  form.answer?.(true);
  expect(await saved).toBe(true);
  await other;
  expect(form.saved).toEqual(['AAPC dues']);
  expect([slot.form, kept.size]).toEqual([null, 0]);
});

test('Escape while it is being saved waits for the answer: a form that was refused is still there', async () => {
  const { kept, screen } = setUp();
  const slot = screen();
  const form = slot.open('new', null, () => new Form());
  form.text = 'AAPC dues';
  const saved = slot.save();
  slot.close();
  expect(slot.form).toBe(form);
  form.answer?.(false);
  expect(await saved).toBe(false);
  expect([slot.form, kept.size]).toEqual([form, 0]);
  slot.close();
  expect([slot.form, kept.size]).toEqual([null, 1]);
});
