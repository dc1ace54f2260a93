import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const electron = vi.hoisted(() => ({ app: null, powerMonitor: null }));
vi.mock('electron', () => electron);

/** As Electron does: `quit` asks, and goes through unless somebody prevents it. */
class FakeApp extends EventEmitter {
  ended: number | null = null;
  quit() {
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.ended = 0;
  }
  exit(code: number) {
    this.ended = code;
  }
}

const log = { file: '', info: vi.fn(), warn: vi.fn(), error: vi.fn(), page: vi.fn() };
let app: FakeApp;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  app = new FakeApp();
  Object.assign(electron, { app, powerMonitor: new EventEmitter() });
});
afterEach(() => {
  vi.useRealTimers();
  process.removeAllListeners('SIGTERM');
  process.removeAllListeners('SIGINT');
});

test('each step once, in their order, however often it is told to quit', async () => {
  const { guardQuit } = await import('./quit');
  const taken: string[] = [];
  const step = (name: string) => async () => {
    taken.push(`${name} begins`);
    await Promise.resolve();
    taken.push(`${name} ends`);
  };
  guardQuit({ log, steps: [step('window'), step('library')] });
  app.quit();
  app.quit();
  expect(app.ended).toBeNull();
  await vi.advanceTimersByTimeAsync(10);
  expect(taken).toEqual(['window begins', 'window ends', 'library begins', 'library ends']);
  expect(app.ended).toBe(0);
});

test('a step that fails is logged, and the library is closed all the same', async () => {
  const { guardQuit } = await import('./quit');
  const close = vi.fn(() => Promise.resolve());
  guardQuit({ log, steps: [() => Promise.reject(new Error('the window')), close] });
  app.quit();
  await vi.advanceTimersByTimeAsync(10);
  expect(log.error).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledOnce();
  expect(app.ended).toBe(0);
});

test('what hangs is waited for five seconds, logged, and left', async () => {
  const { guardQuit } = await import('./quit');
  guardQuit({ log, steps: [() => new Promise(() => undefined)] });
  app.quit();
  await vi.advanceTimersByTimeAsync(4900);
  expect(app.ended).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(log.error).toHaveBeenCalledWith('closing takes longer than 5000 ms');
  expect(app.ended).toBe(1);
});
