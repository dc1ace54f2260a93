import '@homebridge/dbus-native';

/** What its own declarations leave out. */
declare module '@homebridge/dbus-native' {
  interface Message {
    destination: string;
    path: string;
    interface: string;
    member: string;
    signature?: string;
    body?: unknown[];
  }

  /** Signatures of the D-Bus specification: methods and signals by their arguments, properties by their type. */
  interface InterfaceShape {
    name: string;
    methods: Record<string, [takes: string, gives: string]>;
    properties: Record<string, string>;
    signals: Record<string, [takes: string]>;
  }

  type Answer = (error: { name?: string; message: unknown } | null, ...values: unknown[]) => void;

  interface MessageBus {
    invoke(message: Message, answer: Answer): void;
    requestName(name: string, flags: number, answer: Answer): void;
    sendSignal(path: string, of: string, name: string, signature: string, args: unknown[]): void;
    exportInterface(implementation: object, path: string, shape: InterfaceShape): void;
  }

  interface BusConnection {
    end(): void;
  }

  export function createClient(options: { busAddress: string }): MessageBus;
}
