const steps: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The arrows go from fact to fact; Tab does as well, and to the links of the sources. */
export function moveByArrows(event: KeyboardEvent): void {
  const step = steps[event.key];
  const from = event.target instanceof Element ? event.target.closest('button.value') : null;
  const cell = from?.closest('td');
  const row = cell?.closest('tr');
  const table = row?.closest('table');
  if (!step || !cell || !row || !table || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const [down, right] = step;
  let { rowIndex } = row;
  const column = cell.cellIndex + right;
  let next: HTMLElement | null | undefined;
  do {
    rowIndex += down;
    next = table.rows[rowIndex]?.cells[column]?.querySelector<HTMLElement>('button.value');
  } while (!next && down !== 0 && table.rows[rowIndex]);
  next?.focus();
}
