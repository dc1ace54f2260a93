import type { ClaimState } from '../../../src/core/ceu/schema';

/** Units put to one body. A mark that is left out is not known yet, so that Today has something to ask. */
export interface SampleClaim {
  units: number;
  state: ClaimState;
  source?: boolean;
  domain?: boolean;
  approved?: boolean;
}

/** Something learned, some months or days from today or on a day. Units and hours are hundredths. */
export interface Learned {
  when: { months: number } | { days: number } | { on: string };
  title: string;
  hours: number;
  sponsor: string;
  note?: string;
  ahima?: SampleClaim;
  aapc?: SampleClaim;
  hasIndexNumber?: boolean;
  hasCertificate?: boolean;
}

const state = 'State association (invented)';
const publisher = 'A coding publisher (invented)';
const training = 'A training company (invented)';
const facility = 'Facility training (invented)';

/** At AHIMA: from an AHIMA source or not, and within its domains. */
function ahima(units: number, claim: ClaimState, source: boolean): SampleClaim {
  return { units, state: claim, source, domain: true };
}

/** At AAPC: of an approved sponsor. */
function aapc(units: number, claim: ClaimState): SampleClaim {
  return { units, state: claim, approved: true };
}

/** Months before today, what, hundredths of an hour, by whom, and what became of it. */
function learned(
  months: number,
  title: string,
  hours: number,
  sponsor: string,
  more: Partial<Learned> = {},
): Learned {
  return { when: { months: -months }, title, hours, sponsor, ...more };
}

/** Both previous cycles: all accepted, and enough for each rule. */
const before: Learned[] = [
  learned(32, 'Sepsis: clinical indicators and when to query', 200, state, {
    ahima: ahima(200, 'accepted', true),
    aapc: aapc(200, 'accepted'),
    hasCertificate: true,
  }),
  learned(31, 'Root operations in PCS: excision, resection, extraction', 150, publisher, {
    ahima: ahima(150, 'accepted', false),
    aapc: aapc(150, 'accepted'),
  }),
  learned(30, 'Present on admission, case by case', 100, state, {
    ahima: ahima(100, 'accepted', true),
    aapc: aapc(100, 'accepted'),
  }),
  learned(29, 'First steps with the new encoder', 150, facility, {
    note: 'Learned at work; put to no body.',
  }),
  learned(28, 'MS-DRG shifts: what moves a case', 200, training, {
    ahima: ahima(200, 'accepted', false),
    aapc: aapc(200, 'accepted'),
  }),
  learned(27, 'Principal diagnosis when two equally fit', 100, state, {
    ahima: ahima(100, 'accepted', true),
    aapc: aapc(100, 'accepted'),
  }),
  learned(26, 'Writing queries that comply', 200, state, {
    ahima: ahima(200, 'accepted', true),
    aapc: aapc(200, 'accepted'),
  }),
  learned(25.5, 'Regional conference: a day of inpatient coding', 600, state, {
    ahima: ahima(600, 'accepted', true),
    aapc: aapc(600, 'accepted'),
    hasCertificate: true,
  }),
  learned(25, 'CC and MCC: malnutrition and encephalopathy', 150, training, {
    aapc: aapc(150, 'accepted'),
  }),
  learned(24, 'PCS: devices, approaches and qualifiers', 150, publisher, {
    ahima: ahima(150, 'accepted', false),
    aapc: aapc(150, 'accepted'),
  }),
  learned(23, 'Respiratory failure: criteria and sequencing', 100, publisher, {
    ahima: ahima(100, 'accepted', false),
    aapc: aapc(100, 'accepted'),
  }),
];

/** The previous cycle at AHIMA and the current one at AAPC. */
const between: Learned[] = [
  learned(18.5, 'Cardiac catheterization and stents in PCS', 200, training, {
    ahima: ahima(200, 'accepted', false),
    aapc: aapc(200, 'reported'),
    hasCertificate: true,
  }),
  learned(18, 'Discharge disposition and the transfer policy', 100, facility),
  learned(17, 'Spinal fusion in PCS: levels, devices, approaches', 200, publisher, {
    aapc: aapc(200, 'reported'),
  }),
  learned(16, 'Round table: the quarter’s coding advice', 100, state, {
    ahima: ahima(100, 'accepted', true),
    aapc: aapc(100, 'reported'),
  }),
  learned(15, 'Acute kidney injury: clinical validation', 150, training, {
    aapc: aapc(150, 'reported'),
  }),
  learned(14, 'Annual meeting, coding track', 500, state, {
    ahima: ahima(500, 'accepted', true),
    aapc: aapc(500, 'reported'),
    hasCertificate: true,
  }),
  learned(12, 'Auditing charts: code over code, and by DRG', 200, publisher, {
    aapc: aapc(200, 'reported'),
  }),
  learned(11, 'Neoplasms: sequencing and admissions for treatment', 150, publisher, {
    ahima: ahima(150, 'accepted', false),
    aapc: aapc(150, 'reported'),
  }),
  learned(10, 'Counting hours of mechanical ventilation', 100, training, {
    aapc: { units: 100, state: 'rejected', approved: false },
    note: 'Rejected: the index number was not on the list.',
  }),
];

/** The current cycles: AAPC’s nearly complete, AHIMA’s short of its own sources. */
const lately: Learned[] = [
  learned(8, 'Obstetrics in ICD-10-PCS, three parts', 300, training, {
    ahima: ahima(300, 'reported', false),
    aapc: aapc(300, 'reported'),
    hasCertificate: true,
  }),
  learned(7, 'Using the query software', 100, facility),
  learned(6, 'Heart failure: type, acuity and the record', 150, state, {
    ahima: ahima(150, 'reported', true),
    aapc: aapc(150, 'reported'),
    hasCertificate: true,
  }),
  learned(5, 'Self-study: families of MS-DRGs', 500, publisher, {
    aapc: aapc(500, 'reported'),
    hasCertificate: true,
  }),
  learned(4, 'Clinical validation denials: answering the letter', 200, training, {
    ahima: { units: 200, state: 'earned', domain: true },
    aapc: { units: 200, state: 'earned' },
    hasIndexNumber: false,
    note: 'Ask the sponsor for the index number.',
  }),
  learned(3, 'Pressure injuries: stage, site, present on admission', 100, state, {
    ahima: ahima(100, 'earned', true),
    aapc: aapc(100, 'earned'),
  }),
  learned(2, 'Virtual symposium on inpatient coding', 400, training, {
    aapc: aapc(400, 'reported'),
    hasCertificate: true,
  }),
  learned(1.5, 'Anatomy refresher: liver, bile ducts, pancreas', 150, state, {
    ahima: ahima(150, 'reported', true),
  }),
  learned(0.5, 'Talking with physicians about documentation', 100, publisher, {
    ahima: { units: 100, state: 'earned', source: false },
    aapc: aapc(100, 'earned'),
  }),
  learned(0.2, 'Sepsis after a procedure: codes and sequence', 100, publisher, {
    ahima: ahima(100, 'earned', false),
  }),
];

const planned: Learned[] = [
  {
    when: { days: 20 },
    title: 'Round table: the next quarter’s coding advice',
    hours: 150,
    sponsor: state,
    ahima: ahima(150, 'planned', true),
    aapc: aapc(150, 'planned'),
  },
  {
    when: { days: 45 },
    title: 'Workshop: documentation and the DRG',
    hours: 250,
    sponsor: state,
    ahima: ahima(250, 'planned', true),
    aapc: aapc(250, 'planned'),
  },
];

/** What the sample’s coder learned and plans, except the training of each fiscal year. */
export const learning: readonly Learned[] = [...before, ...between, ...lately, ...planned];

/** The training for the codes of a fiscal year, on a day. */
export function fiscalYearTraining(year: number, on: string): Learned {
  return {
    when: { on },
    title: `FY ${year} update: new ICD-10-CM and ICD-10-PCS codes`,
    hours: 100,
    sponsor: training,
    ahima: ahima(100, 'reported', false),
    aapc: aapc(100, 'reported'),
  };
}
