import { plansOf } from '../../../src/core/code-sets/plan';
import type { CommandOf } from '../../../src/core/library/commands';
import type { Day } from '../../../src/core/library/fields';
import { reference } from '../../../src/core/reference';

/** What the coder has done for the release that she prepares for; nothing where no plan runs on the day. */
export function samplePreparation(
  today: Day,
): CommandOf<'preparation.add' | 'preparation.answer'>[] {
  const fresh = { createdAt: `${today}T00:00:00.000Z`, preparations: {}, adjustments: {} };
  return plansOf(fresh, { today, timeZone: 'UTC' }, reference()).flatMap(
    ({ release, tasks: [first] }) => [
      ...(first?.task
        ? [
            {
              type: 'preparation.answer' as const,
              release,
              task: first.task,
              state: 'done' as const,
            },
          ]
        : []),
      {
        type: 'preparation.add' as const,
        release,
        title: 'Ask the team lead when the update call is (invented)',
      },
    ],
  );
}
