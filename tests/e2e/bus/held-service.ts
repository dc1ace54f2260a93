import { BusClient } from './bus-client';

const name = 'org.freedesktop.Notifications';

/** A notification service that takes a notice and does not answer, unless it is told to. */
export class HeldService {
  /** The titles of the notices that it was asked to show. */
  readonly asked: string[] = [];
  /** How often it was asked whether it is there. */
  probed = 0;
  #client: BusClient;
  #unheard: number;
  #waiting: (() => void)[] = [];
  #isAnswering = false;

  private constructor(client: BusClient, unheard: number) {
    this.#client = client;
    this.#unheard = unheard;
  }

  /** `unheard`: how many of the first questions whether it is there get no answer. */
  static async start(address: string, { unheard = 0 } = {}): Promise<HeldService> {
    const service = new HeldService(new BusClient(address), unheard);
    const implementation = {
      GetCapabilities: () => {
        service.probed += 1;
        return service.probed > service.#unheard
          ? ['body']
          : new Promise<string[]>(() => undefined);
      },
      GetServerInformation: () => ['held', 'test', '1', '1.2'],
      Notify: (...words: unknown[]) => {
        service.asked.push(String(words[3]));
        const id = service.asked.length;
        if (service.#isAnswering) return id;
        return new Promise<number>((shown) => service.#waiting.push(() => shown(id)));
      },
    };
    service.#client.serve(implementation, '/org/freedesktop/Notifications', {
      name,
      methods: {
        GetCapabilities: ['', 'as'],
        GetServerInformation: ['', 'ssss'],
        Notify: ['susssasa{sv}i', 'u'],
      },
      properties: {},
      signals: {},
    });
    await service.#client.own(name);
    return service;
  }

  /** Answers for what it has taken, and from now on at once. */
  answer(): void {
    this.#isAnswering = true;
    for (const shown of this.#waiting.splice(0)) shown();
  }

  stop(): void {
    this.#client.leave();
  }
}
