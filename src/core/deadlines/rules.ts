import type { Source } from '../reference/schema';

/** A dated obligation or event. `id` stays the same while the date moves. */
export interface Deadline {
  id: string;
  kind: 'cycle-end' | 'window-opens' | 'code-set' | 'preparation';
  date: string;
  title: string;
  detail: string;
  /** Days before (positive) or after (negative) the date on which it comes up. */
  leads: number[];
  /** Whether a system notice may be shown, or only a line in the list. */
  isNoticed: boolean;
  isApproximate: boolean;
  open: { screen: string; id: string | null };
  source: Source | null;
}
