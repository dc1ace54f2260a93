import { live } from '../library/live';
import type { Id } from '../library/fields';
import type { Library } from '../library/schema';
import type { Mark, Reference, SponsorFamily } from '../reference/schema';
import type { Activity, Claim, Marks } from './schema';

/** The key under which the settings keep what a family of sponsors counts as. */
function familyKey(mark: Pick<Mark, 'id'>, family: Pick<SponsorFamily, 'id'>): string {
  return `${mark.id}:${family.id}`;
}

/** A mark of a body with the sponsors of whom the body does not say whether their events carry it. */
interface Asked {
  mark: Mark;
  family: SponsorFamily;
  key: string;
}

function askedOf(reference: Reference): Asked[] {
  return reference.marks.flatMap((mark) =>
    (mark.families ?? []).map((family) => ({ mark, family, key: familyKey(mark, family) })),
  );
}

function isOf(sponsor: string, { names }: SponsorFamily): boolean {
  const typed = sponsor.toLowerCase();
  return names.some((name) => {
    const at = typed.indexOf(name);
    // A name inside of another word is not the sponsor.
    return at >= 0 && !/\w/.test(`${typed[at - 1] ?? ''}${typed[at + name.length] ?? ''}`);
  });
}

/** What is known of a claim: what was answered for it, else what was answered once for its sponsor. */
export type MarksOf = (claim: Claim, activity: Pick<Activity, 'sponsor'>) => Marks;

/** `MarksOf` for the answers in these settings, made once for thousands of claims. */
export function marksBy(
  settings: Pick<Library['settings'], 'sponsorAnswers'>,
  reference: Reference,
): MarksOf {
  const answered = askedOf(reference).flatMap((asked) => {
    const isSo = settings.sponsorAnswers[asked.key];
    return isSo === undefined ? [] : [{ ...asked, isSo }];
  });
  if (answered.length === 0) return ({ marks }) => marks;
  return (claim, { sponsor }) => {
    let { marks } = claim;
    for (const { mark, family, isSo } of answered) {
      if (mark.body !== claim.body || marks[mark.id] !== undefined) continue;
      if (isOf(sponsor, family)) marks = { ...marks, [mark.id]: isSo };
    }
    return marks;
  };
}

/** A question that is asked once for all claims of a sponsor, with the answer if there is one. */
export interface SponsorQuestion {
  key: string;
  body: string;
  mark: Mark;
  family: SponsorFamily;
  answer: boolean | null;
  /** The claims that go by the answer. */
  claims: Id[];
}

/**
 * The questions about sponsors that concern claims of this library, answered or not. The answer is kept by
 * `settings.change` under `sponsorAnswers[key]`.
 */
export function sponsorQuestions(
  library: Pick<Library, 'settings' | 'activities' | 'claims'>,
  reference: Reference,
): SponsorQuestion[] {
  return askedOf(reference).flatMap(({ mark, family, key }) => {
    const claims = live(library.claims).filter(({ body, activityId, marks }) => {
      const activity = library.activities[activityId];
      if (body !== mark.body || marks[mark.id] !== undefined || !activity) return false;
      return activity.deletedAt === undefined && isOf(activity.sponsor, family);
    });
    const answer = library.settings.sponsorAnswers[key] ?? null;
    if (claims.length === 0 && answer === null) return [];
    return [{ key, body: mark.body, mark, family, answer, claims: claims.map(({ id }) => id) }];
  });
}
