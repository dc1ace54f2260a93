import type { ImportField } from '../../../core/ceu/import/schema';
import type { Encoding, Separator } from '../../../core/ceu/import/table';

export const fieldWords: Record<ImportField, string> = {
  title: 'Title',
  completedOn: 'Completed',
  units: 'Units',
  hours: 'Hours',
  sponsor: 'Sponsor',
  indexNumber: 'Index number',
  body: 'Body',
  state: 'State',
  note: 'Note',
};

export const encodingWords: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

export const separatorWords: Record<Separator, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};
