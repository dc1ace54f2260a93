// A PDF is a stranger's file. Nothing in its process needs the network, so the ways there are taken away
// before anything that reads it is loaded.
for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) {
  Reflect.deleteProperty(globalThis, name);
}
