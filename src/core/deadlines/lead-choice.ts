import { failed, ok, type Result } from '../result';

/** The days before a date that are offered. */
export const usualLeads = [30, 7, 1, 0] as const;
const mostLeads = 12;
const furthestLead = 400;

/** Leads while they are chosen: of the usual ones those that are wanted, and others as they are typed. */
export interface LeadChoice {
  leads: number[];
  otherLeads: string;
}

/** The choice that shows leads as they are. */
export function choiceOfLeads(leads: readonly number[]): LeadChoice {
  const isUsual = (lead: number) => usualLeads.some((usual) => usual === lead);
  return {
    leads: leads.filter(isUsual),
    otherLeads: leads.filter((lead) => !isUsual(lead)).join(', '),
  };
}

/** The leads that a choice stands for, the earliest reminder first; `bad-leads` where what was typed is none. */
export function leadsOfChoice(choice: LeadChoice): Result<number[]> {
  const others = otherLeadsOf(choice);
  const leads = [...new Set([...choice.leads, ...(others ?? [])])];
  if (others === null || leads.length > mostLeads) {
    return failed('bad-leads', { text: choice.otherLeads.trim().slice(0, 60) });
  }
  return ok(leads.sort((one, other) => other - one));
}

/** The further leads that were typed, positive before the date and negative after; null if they are none. */
export function otherLeadsOf({ otherLeads }: Pick<LeadChoice, 'otherLeads'>): number[] | null {
  const typed = otherLeads
    .replaceAll('−', '-')
    .split(/[\s,;]+/)
    .filter((text) => text !== '');
  const isLead = (text: string) =>
    /^-?\d{1,3}$/.test(text) && Math.abs(Number(text)) <= furthestLead;
  return typed.every(isLead) ? typed.map(Number) : null;
}
