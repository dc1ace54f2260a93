import { expect } from '@playwright/test';
import { BusClient } from './bus-client';
import { PrivateBus } from './private-bus';

const service = 'org.freedesktop.login1';
const path = '/org/freedesktop/login1';
const manager = `${service}.Manager`;

/** What says on Linux that the machine goes to sleep and wakes (logind's manager, freedesktop.org), on a bus of the test's. */
export class LoginService {
  #bus: PrivateBus;
  #client: BusClient;
  /** How often a program asked for a moment before the machine sleeps; it listens by then. */
  #asked = 0;

  private constructor(bus: PrivateBus) {
    this.#bus = bus;
    this.#client = new BusClient(bus.address);
  }

  static async start(): Promise<LoginService> {
    const login = new LoginService(await PrivateBus.start());
    const implementation = {
      Inhibit() {
        login.#asked += 1;
        // The moment would be a file, which this library cannot hand over; nobody sleeps in earnest here.
        return Promise.reject(new Error('no moment is given'));
      },
    };
    login.#client.serve(implementation, path, {
      name: manager,
      methods: { Inhibit: ['ssss', 's'] },
      properties: {},
      signals: {},
    });
    await login.#client.own(service);
    return login;
  }

  get env(): Record<string, string> {
    return { DBUS_SYSTEM_BUS_ADDRESS: this.#bus.address };
  }

  /** Until a program hears what is said. */
  async isHeard(): Promise<void> {
    await expect.poll(() => this.#asked).toBeGreaterThan(0);
  }

  fallAsleep(): void {
    this.#client.signal(path, manager, 'PrepareForSleep', 'b', true);
  }

  wake(): void {
    this.#client.signal(path, manager, 'PrepareForSleep', 'b', false);
  }

  stop(): void {
    this.#client.leave();
    this.#bus.stop();
  }
}
