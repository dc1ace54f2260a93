import { claimId } from '../../src/core/ceu/claim-id';
import { addDays } from '../../src/core/dates';
import { emptyLibrary } from '../../src/core/library/defaults';
import type { Library } from '../../src/core/library/schema';

const at = '2026-11-22T12:00:00.000Z';
const stamp = { createdAt: at, updatedAt: at };

/** An invented library of ten years times `times`: 2,000 activities, 3,000 claims and 500 certificates each. */
export function tenYears(times: number, today: string): Library {
  const library = emptyLibrary('bench', at);
  library.settings.isWelcomed = true;
  const start = addDays(today, -3650);
  library.holdings = {
    ccs: {
      id: 'ccs',
      ...stamp,
      credential: 'ccs',
      name: '',
      body: 'ahima',
      earnedOn: start,
      endedOn: null,
      note: '',
    },
    cic: {
      id: 'cic',
      ...stamp,
      credential: 'cic',
      name: '',
      body: 'aapc',
      earnedOn: start,
      endedOn: null,
      note: '',
    },
  };
  for (const body of ['ahima', 'aapc']) {
    for (let index = 0; index < 6; index += 1) {
      const id = `${body}-${index}`;
      const begins = addDays(start, index * 731);
      library.cycles[id] = {
        ...{ id, ...stamp, body, start: begins, end: addDays(begins, 730) },
        ...{ openingUnits: 0, openingMarked: {}, note: '', closedOn: null },
      };
    }
  }
  const count = 2000 * times;
  for (let index = 0; index < count; index += 1) {
    const id = `activity-${index}`;
    library.activities[id] = {
      ...{ id, ...stamp, title: `Invented activity ${index}: sepsis, ventilation hours and POA` },
      completedOn: addDays(start, Math.floor((index * 3650) / count)),
      ...{
        hours: 100,
        sponsor: 'Invented sponsor',
        indexNumber: `X${index}`,
        cost: null,
        note: '',
      },
    };
    const bodies = index % 2 === 0 ? ['ahima', 'aapc'] : ['ahima'];
    for (const body of bodies) {
      const claim = claimId(id, body);
      library.claims[claim] = {
        ...{ id: claim, ...stamp, activityId: id, body, units: 100, state: 'reported' },
        marks: body === 'ahima' ? { 'ahima-source': index % 3 === 0 } : { 'aapc-approved': true },
        ...{ holdings: [], cycleId: null, reportedOn: null },
      };
    }
    if (index % 4 > 0) continue;
    const sha256 = index.toString(16).padStart(64, '0');
    const evidence = `evidence:${sha256}`;
    library.evidence[evidence] = {
      ...{ id: evidence, ...stamp, activityId: id, sha256 },
      ...{ name: `certificate-${index}.pdf`, bytes: 1000, kind: 'pdf' },
    };
  }
  return library;
}
