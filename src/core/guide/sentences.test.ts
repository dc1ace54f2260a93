import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGuide } from './guide';
import { cellGap } from './markdown';
import { parseChapter } from './parse';
import {
  besideIn,
  passageAt,
  placeIn,
  sentencesIn,
  sentencesOfPassage,
  spokenAt,
  spokenOf,
} from './sentences';

const cut = (text: string) => sentencesIn(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  test.each([
    ['One. Two.', ['One.', 'Two.']],
    ['  One?  Two!  ', ['One?', 'Two!']],
    ['Some bodies, e.g. AHIMA, count it. Others do not.', 2],
    ['Some bodies (e.g. The Joint Commission) ask. Others do not.', 2],
    ['That is, i.e. The rule, old. New.', 2],
    ['In the U.S. Government payers ask. Others do not.', 2],
    ['It is used in the U.S. The rest of the world differs.', 2],
    ['ICD-10-CM vs. ICD-10-PCS is a question. So is this.', 2],
    ['ICD-10-CM has codes. ICD-10-PCS has others.', 2],
    ['A weight of 1.5 is more than 1.0. It pays more.', 2],
    ['It costs $1,234.50. It is paid once.', 2],
    ['The code E11.9 is common. Z79.4 goes with it.', 2],
    ['See Sec. 2 and No. 5 of Vol. 3. Then code.', 2],
    ['Dr. Smith wrote it. J. Doe coded it.', 2],
    [
      'Nurses, clerks, etc. Coders are many. They code.',
      ['Nurses, clerks, etc. Coders are many.', 'They code.'],
    ],
    ['Nurses, clerks, etc. The rest is coders.', 2],
    ['It ends at 5 p.m. The line closes.', 2],
    ['It ends at 5 p.m. Eastern time. The line closes.', 2],
    ['“Is it?” she asked. “It is.”', 2],
    ['Is it so? No. It is not.', 3],
    ['It falls on Oct. 1 and Apr. 1. Then it holds.', 2],
    ['Medicare Part A. It pays hospitals.', 2],
    ['A Ph.D. Candidate codes. She is quick.', 2],
    ['One line\nanother line', ['One line', 'another line']],
    ['', []],
    ['   ', []],
    ['No end', ['No end']],
  ] as [string, string[] | number][])('%s', (text, wanted) => {
    if (typeof wanted === 'number') expect(cut(text)).toHaveLength(wanted);
    else expect(cut(text)).toEqual(wanted);
  });

  const pieces = fc.constantFrom(
    ...[
      'e.g.',
      'U.S.',
      'ICD-10-CM',
      'vs.',
      '1.5',
      'The',
      'coder',
      'No.',
      'etc.',
      '?',
      '!',
      '.',
      ' ',
    ],
    ...['\n', '\u00a0', '“', '”', ')', '(', 'é', '😀', cellGap, 'E11.9', ';', '…'],
  );
  const texts = fc.oneof(
    fc.array(pieces).map((all) => all.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );

  test.each([
    ['a text', sentencesIn],
    ['a passage', sentencesOfPassage],
  ])('of %s cover it in order and never overlap', (_, split) => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        let left = '';
        for (const { start, end } of split(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          left += text.slice(last, start);
          last = end;
        }
        left += text.slice(last);
        // What is left out is space, or the gap between two cells.
        expect(left.replaceAll('·', '').trim()).toBe('');
        if (split === sentencesIn) expect(left.trim()).toBe('');
      }),
    );
  });
});

describe('what is read aloud', () => {
  const front = JSON.stringify({
    ...{ order: 1, title: 'A chapter', summary: 'A stand-in.', minutes: 1 },
    ...{ checkedOn: '2026-11-22', sources: [] },
  });
  const body =
    'First.[^a] Second.\n\n| Body | Fee |\n| --- | --- |\n| AHIMA | $10. Once. |\n| AAPC | |\n\n- An item';
  const chapter = parseChapter('one', `---\n${front}\n---\n${body}`);
  const [section] = chapter.sections;
  if (!section) throw new Error('no section');
  const correction = {
    ...{ id: 'c', section: 'one', state: 'wrong' as const, source: null, checkedOn: '2026-11-22' },
    said: 'This. And that.',
    right: 'Neither.',
  };

  test('a section is read in its order, rows by their cells, corrections last, notes not at all', () => {
    const all = spokenOf(section, [correction]);
    expect(all.map(({ lead, text }) => (lead ? `${lead}: ${text}` : text))).toEqual([
      ...['A chapter', 'A stand-in.', 'First.', 'Second.', 'Body', 'Fee', 'AHIMA', '$10.', 'Once.'],
      ...['AAPC', 'An item', 'Often said: This.', 'And that.', 'What is right: Neither.'],
    ]);
    for (const { passage, start, end, text } of all) {
      const whole =
        section.passages.find((one) => one.passage === passage)?.text ?? 'This. And that. Neither.';
      expect(whole.slice(start, end)).toBe(text);
    }
  });

  test('it goes on from section to section, over those that say nothing, and back again', () => {
    const part = (id: string, text: string) => ({
      ...section,
      ...{ id, text, passages: text === '' ? [] : [{ passage: `${id}:0`, text }] },
    });
    const text = { sections: [part('a', 'One. Two.'), part('b', ''), part('c', 'Three.')] };
    const none = () => [];
    const said: string[] = [];
    let place = placeIn(text, none, null);
    for (let now = place; now; now = besideIn(text, none, now, 1)) {
      said.push(now.spoken.text);
      place = now;
    }
    for (let now = place; now; now = besideIn(text, none, now, -1)) said.push(now.spoken.text);
    expect(said).toEqual(['One.', 'Two.', 'Three.', 'Three.', 'Two.', 'One.']);
    const from = (id: string, offset: number) =>
      placeIn(text, none, { section: id, passage: `${id}:0`, offset })?.spoken.text;
    expect([from('a', 6), from('a', 99), from('b', 0), from('gone', 0)]).toEqual([
      ...['Two.', 'One.', 'Three.', 'One.'],
    ]);
    const other = { sections: [part('a', 'One. Two.')] };
    expect(place && besideIn(other, none, place, -1)).toBeNull();
  });

  test('reading begins at the sentence of a place', () => {
    const all = spokenOf(section, []);
    const at = section.text.indexOf('ond.');
    const place = passageAt(section, at);
    expect(place).toEqual({ passage: 'one:2', offset: 10 });
    expect(all[spokenAt(all, 'one:2', 10)]?.text).toBe('Second.');
    expect(all[spokenAt(all, 'one:2', 6)]?.text).toBe('Second.');
    expect(all[spokenAt(all, 'one:2', 0)]?.text).toBe('First.');
    expect(spokenAt(all, 'one:2', 999)).toBe(-1);
    expect(passageAt(section, 9999)).toBeNull();
  });

  test('no sentence of the guide is cut behind an abbreviation, or longer than a breath or ten', () => {
    const folder = new URL('../../../content/guide/', import.meta.url);
    const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
    const json = (name: string): unknown => JSON.parse(read(name));
    const guide = readGuide({
      chapters: readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => [name.slice(0, -'.md'.length), read(name)] as const),
      corrections: json('corrections.json'),
      sources: json('sources.json'),
    });
    const all = guide.chapters.flatMap(({ sections }) =>
      sections.flatMap((one) => spokenOf(one, guide.correctionsOf(one.id))),
    );
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter(({ text }) => /\b(e\.g|i\.e|vs|Dr)\.$/.test(text))).toEqual([]);
    expect(Math.max(...all.map(({ text }) => text.length))).toBeLessThan(700);
  });
});
