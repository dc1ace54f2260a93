import { BusClient } from './bus-client';

const name = 'org.freedesktop.Notifications';

/** A notification service that takes a notice and never answers. */
export class HeldService {
  readonly asked: string[] = [];
  #client: BusClient;

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
        return new Promise<number>(() => undefined);
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

  stop(): void {
    this.#client.leave();
  }
}
