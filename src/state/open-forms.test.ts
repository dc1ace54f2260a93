import { expect, test } from 'vitest';
import { OpenForms } from './open-forms';

test('every open form is asked at once, and those that cannot be saved are named', async () => {
  const forms = new OpenForms();
  const asked: string[] = [];
  const form = (name: string, isSound: boolean) => ({
    name,
    keep: () => {
      asked.push(name);
      return Promise.resolve(isSound);
    },
  });
  forms.add(form('Tuition', false));
  const close = forms.add(form('Refund', true));
  const left = forms.keepAll();
  // Before anything is awaited: the page may be gone by then.
  expect(asked).toEqual(['Tuition', 'Refund']);
  expect(await left).toEqual(['Tuition']);
  close();
  await forms.keepAll();
  expect(asked).toEqual(['Tuition', 'Refund', 'Tuition']);
});
