import { BusClient } from './bus-client';

const name = 'org.freedesktop.Notifications';

/** A notification service that takes a notice and answers only when the test says so. */
export class HeldService {
  readonly asked: string[] = [];
  #client: BusClient;
  #release: (() => void)[] = [];

  private constructor(client: BusClient) {
    this.#client = client;
  }

  static async start(address: string): Promise<HeldService> {
    const service = new HeldService(new BusClient(address));
    const implementation = {
      GetCapabilities: () => ['body'],
      GetServerInformation: () => ['held', 'test', '1', '1.2'],
      Notify: (...words: unknown[]) => {
        service.asked.push(String(words[3]));
        return new Promise<number>((resolve) => {
          service.#release.push(() => resolve(service.asked.length));
        });
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

  /** Says of everything that it was asked for that it is shown. */
  answer(): void {
    for (const release of this.#release.splice(0)) release();
  }

  stop(): void {
    this.#client.leave();
  }
}
