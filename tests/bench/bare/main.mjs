// The least that an Electron program can be: one window, one heading. What the start is measured against.
import { app, BrowserWindow } from 'electron';
import { fileURLToPath } from 'node:url';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  await window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
});
app.on('window-all-closed', () => app.quit());
