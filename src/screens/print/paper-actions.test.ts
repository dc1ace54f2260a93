import { expect, test } from 'vitest';
import { fileName } from './paper-actions';

test.each([
  ['Certification', '.pdf', 'Coders Almanac - Certification.pdf'],
  ['AHIMA: “CCS”, last day?', '.ics', 'Coders Almanac - AHIMA CCS last day.ics'],
  ['Prüfung / à côté', '.ics', 'Coders Almanac - Prufung a cote.ics'],
  ['x'.repeat(90), '.pdf', `Coders Almanac - ${'x'.repeat(43)}.pdf`],
] as const)('“%s” has a name that every system takes', (title, ending, name) => {
  expect(fileName(title, ending)).toBe(name);
});
