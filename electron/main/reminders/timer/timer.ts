import type { ReminderTimer } from '../../../../src/core/ipc';
import { failed, ok, type Result } from '../../../../src/core/result';
import { ToolFailure } from './tool';

/** What starts a check at its hours while the program is not running. */
export interface SystemTimer {
  /** As the system has it, whoever set it last. */
  read(): Promise<ReminderTimer>;
  turnOn(): Promise<void>;
  turnOff(): Promise<void>;
}

/** Where the system's own timers cannot be reached from inside the package. */
export const confinedTimer: SystemTimer = {
  read: () => Promise.resolve('confined'),
  turnOn: () => Promise.resolve(),
  turnOff: () => Promise.resolve(),
};

/** Sets it, and answers with what it is then: what the system says, not what it was asked for. */
export async function setTimer(timer: SystemTimer, isOn: boolean): Promise<Result<ReminderTimer>> {
  try {
    await (isOn ? timer.turnOn() : timer.turnOff());
  } catch (error) {
    const isExpected = error instanceof ToolFailure || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    return failed('timer-not-set', { cause: error.message });
  }
  return ok(await timer.read());
}
