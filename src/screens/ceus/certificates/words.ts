import type { CertificateField } from '../../../core/ceu/certificate-text';

/** Names of the fields as the form calls them. */
export const fieldNames: Record<CertificateField, string> = {
  title: 'Title',
  completedOn: 'Completed',
  units: 'Hours',
  sponsor: 'Sponsor',
  indexNumber: 'Index number',
};
