import { nextPlanOf, plansOf, type Plan, type PlanTask } from '../core/code-sets/plan';
import type { PreparationState as Answer } from '../core/code-sets/preparation-schema';
import type { Day } from '../core/library/fields';
import { reference } from '../core/reference';
import type { Problem } from '../core/result';
import type { LibraryState } from './library.svelte';
import type { ShellState } from './shell.svelte';

/** The plans of the Codes screen, and what is done about their tasks. */
export class PreparationState {
  #library: LibraryState;
  #shell: ShellState;

  constructor(library: LibraryState, shell: ShellState) {
    this.#library = library;
    this.#shell = shell;
  }

  readonly today: Day = $derived.by(() => this.#shell.day);
  readonly isReady: boolean = $derived.by(
    () => this.#library.has('preparations', 'adjustments') && this.#shell.today !== null,
  );
  /** The one that runs first, then what is left of others, the newest first. */
  readonly plans: Plan[] = $derived.by(() => {
    const { preparations, adjustments } = this.#library.data;
    const { begunAt: createdAt, moment } = this.#shell.today ?? {};
    if (!preparations || !adjustments || !createdAt || !moment) return [];
    const here = { today: this.today, timeZone: moment.timeZone };
    const found = plansOf({ preparations, adjustments, createdAt }, here, reference());
    const isAhead = ({ takesEffectOn }: Plan) => takesEffectOn > this.today;
    return [...found.filter(isAhead), ...found.filter((plan) => !isAhead(plan)).reverse()];
  });
  readonly next = $derived.by(() => {
    const { adjustments = {} } = this.#library.data;
    return nextPlanOf({ adjustments }, this.today, reference());
  });

  async answer({ release }: Plan, task: PlanTask, state: Answer): Promise<void> {
    const { id } = task;
    if (task.task !== null) {
      await this.#library.dispatch({
        ...{ type: 'preparation.answer', release, task: task.task, state },
      });
    } else if (id !== null) {
      await this.#library.dispatch({ type: 'preparation.edit', id, changes: { state } });
    }
  }

  /** Null once it is there; else what is wrong. */
  async add({ release }: Plan, title: string): Promise<Problem | null> {
    const command = { type: 'preparation.add', release, title: title.trim() } as const;
    const result = await this.#library.dispatch(command, { isQuiet: true });
    return result.ok ? null : result.problem;
  }

  async rename({ id }: PlanTask, title: string): Promise<Problem | null> {
    if (id === null) return null;
    const changes = { title: title.trim() };
    const command = { type: 'preparation.edit', id, changes } as const;
    const result = await this.#library.dispatch(command, { isQuiet: true });
    return result.ok ? null : result.problem;
  }

  async remove({ id }: PlanTask): Promise<boolean> {
    if (id === null) return false;
    return (await this.#library.dispatch({ type: 'preparation.delete', id })).ok;
  }
}
