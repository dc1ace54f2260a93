import { uuid5 } from '../../uuid';

/** Letters in which a file was written; Windows-1252 is only taken where it cannot be UTF-8. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = ',' | ';' | '\t' | '|';

export interface TableRow {
  /** Of the file or the page, from 1 on, as an editor counts them. */
  line: number;
  /** Of a PDF. */
  page?: number;
  cells: readonly string[];
}

/** Rows from anywhere, before anything is understood of them. */
export interface ImportTable {
  /** The file’s name, or what stands for it. */
  name: string;
  from: 'csv' | 'pdf' | 'paste';
  /** The names of the columns; “Column 1” and so on where there are none. */
  header: readonly string[];
  hasHeader: boolean;
  rows: readonly TableRow[];
  encoding: Encoding | null;
  separator: Separator | null;
}

// A namespace of our own (a UUID v4, drawn once): ids made here never meet those of other programs.
export const importNamespace = '0c6cf8a2-5b5e-4c38-9a0f-5f2b8c6f4d11';

/** Under which the mapping of a table is remembered: tables with the same columns are the same source. */
export function mappingId({
  header,
  hasHeader,
}: Pick<ImportTable, 'header' | 'hasHeader'>): string {
  const names = hasHeader ? header.map(plainWords) : header.map(() => '');
  return `mapping:${uuid5(importNamespace, JSON.stringify(names))}`;
}

/** For comparing what people typed: case, spacing and compatibility forms do not count. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
