/** The columns of the ledger as the program exports it: one row a claim. */
export const ledgerColumns = [
  'body',
  'cycle start',
  'cycle end',
  'completed on',
  'title',
  'sponsor',
  'index number',
  'units',
  'state',
  'hours',
  'certificates',
  'note',
] as const;

/** Whether a table is such an export, whose cells are to be taken to the letter. */
export function isOwnExport(header: readonly string[]): boolean {
  return (
    header.length === ledgerColumns.length && ledgerColumns.every((name, at) => header[at] === name)
  );
}
