import native, { type InterfaceShape, type MessageBus } from '@homebridge/dbus-native';

/** Queued for the name, somebody else would answer in our place. */
const doNotQueue = 4;
const isOwner = 1;

/** A variant as the library gives it: its type, and a list of its one value. */
type Variant = [unknown, unknown[]];

/** One program on a bus, on the test's side. */
export class BusClient {
  #bus: MessageBus;

  constructor(address: string) {
    this.#bus = native.createClient({ busAddress: address });
  }

  async own(name: string): Promise<void> {
    const answer = await new Promise((resolve, reject) => {
      this.#bus.requestName(name, doNotQueue, (error, code) =>
        error ? reject(new Error(`${name}: ${String(error.message)}`)) : resolve(code),
      );
    });
    if (answer !== isOwner) throw new Error(`${name} has an owner already`);
  }

  serve(implementation: object, path: string, shape: InterfaceShape): void {
    this.#bus.exportInterface(implementation, path, shape);
  }

  /** Says something to whoever listens on the bus. */
  signal(path: string, of: string, name: string, signature: string, ...args: unknown[]): void {
    this.#bus.sendSignal(path, of, name, signature, args);
  }

  /** Calls `interface.member` of an object. */
  call(
    at: { service: string; path: string },
    method: string,
    signature = '',
    ...body: unknown[]
  ): Promise<unknown[]> {
    const dot = method.lastIndexOf('.');
    const message = {
      ...{ destination: at.service, path: at.path },
      ...{ interface: method.slice(0, dot), member: method.slice(dot + 1) },
      ...(signature === '' ? {} : { signature, body }),
    };
    return new Promise((resolve, reject) => {
      this.#bus.invoke(message, (error, ...values) =>
        error
          ? reject(new Error(`${method}: ${error.name} ${String(error.message)}`))
          : resolve(values),
      );
    });
  }

  async property(
    at: { service: string; path: string },
    of: string,
    name: string,
  ): Promise<unknown> {
    const [answer] = await this.call(at, 'org.freedesktop.DBus.Properties.Get', 'ss', of, name);
    return valueOf(answer);
  }

  leave(): void {
    this.#bus.connection.end();
  }
}

export function valueOf(variant: unknown): unknown {
  return (variant as Variant)[1][0];
}
