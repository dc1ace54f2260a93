import { BusClient, valueOf } from './bus-client';

const watcher = 'org.kde.StatusNotifierWatcher';
const itemInterface = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';

/** An entry of a menu as `GetLayout` gives it: number, properties, entries below. */
type Entry = [number, [string, unknown][], unknown[]];

/** What shows tray icons on a desktop, as the programs on the bus meet it (StatusNotifierItem, freedesktop.org). */
export class TrayService {
  #client: BusClient;
  #items: string[] = [];

  private constructor(client: BusClient) {
    this.#client = client;
  }

  static async start(address: string): Promise<TrayService> {
    const service = new TrayService(new BusClient(address));
    const items = service.#items;
    const implementation = {
      RegisterStatusNotifierItem: (name: string) => void items.push(name),
      RegisterStatusNotifierHost: () => undefined,
      IsStatusNotifierHostRegistered: true,
      ProtocolVersion: 0,
      get RegisteredStatusNotifierItems() {
        return items;
      },
    };
    service.#client.serve(implementation, '/StatusNotifierWatcher', {
      name: watcher,
      methods: { RegisterStatusNotifierItem: ['s', ''], RegisterStatusNotifierHost: ['s', ''] },
      properties: {
        RegisteredStatusNotifierItems: 'as',
        IsStatusNotifierHostRegistered: 'b',
        ProtocolVersion: 'i',
      },
      signals: { StatusNotifierHostRegistered: [''] },
    });
    await service.#client.own(watcher);
    return service;
  }

  /** The icons that are there: those whose programs are still on the bus. */
  async items(): Promise<TrayItem[]> {
    const bus = { service: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
    const there: TrayItem[] = [];
    for (const name of this.#items) {
      const [isThere] = await this.#client.call(
        bus,
        'org.freedesktop.DBus.NameHasOwner',
        's',
        name,
      );
      if (isThere === true) there.push(new TrayItem(this.#client, name));
    }
    return there;
  }

  /** As when the part of the desktop that shows icons ends. */
  stop(): void {
    this.#client.leave();
  }
}

/** One icon in the tray. */
export class TrayItem {
  #client: BusClient;
  #at: { service: string; path: string };

  constructor(client: BusClient, service: string) {
    this.#client = client;
    this.#at = { service, path: '/StatusNotifierItem' };
  }

  /** The line that the pointer brings up. */
  async toolTip(): Promise<unknown> {
    const tip = await this.#client.property(this.#at, itemInterface, 'ToolTip');
    return (tip as unknown[])[2];
  }

  /** How many sizes of the picture there are to draw. */
  async pictures(): Promise<number> {
    const pictures = await this.#client.property(this.#at, itemInterface, 'IconPixmap');
    return (pictures as unknown[]).length;
  }

  /** A click on it. */
  async press(): Promise<void> {
    await this.#client.call(this.#at, `${itemInterface}.Activate`, 'ii', 0, 0);
  }

  async menu(): Promise<string[]> {
    return (await this.#entries()).map(({ label }) => label).filter((label) => label !== '');
  }

  async choose(label: string): Promise<void> {
    const entry = (await this.#entries()).find((one) => one.label === label);
    if (entry === undefined) throw new Error(`the menu of the tray has no “${label}”`);
    const clicked = ['isvu', entry.id, 'clicked', ['i', 0], 0] as const;
    await this.#client.call(await this.#menu(), `${menuInterface}.Event`, ...clicked);
  }

  async #menu(): Promise<{ service: string; path: string }> {
    const path = await this.#client.property(this.#at, itemInterface, 'Menu');
    return { service: this.#at.service, path: String(path) };
  }

  async #entries(): Promise<{ id: number; label: string }[]> {
    const all = ['iias', 0, -1, []] as const;
    const [, root] = await this.#client.call(
      await this.#menu(),
      `${menuInterface}.GetLayout`,
      ...all,
    );
    const [, , below] = root as Entry;
    return below.map((entry) => {
      const [id, properties] = valueOf(entry) as Entry;
      const label = properties.find(([name]) => name === 'label')?.[1];
      return { id, label: label === undefined ? '' : String(valueOf(label)) };
    });
  }
}
