import { app, session, type Session, type WebContents } from 'electron';
import type { Log } from './log';
import { isOwnPage } from './policy';
import { pageOrigin } from './page';

/**
 * Before `ready`: every renderer is sandboxed, whatever a window asks for. Root and some containers
 * cannot have Chromium's sandbox and say so by `--no-sandbox`, which enableSandbox would take away, and
 * then nothing starts; our window asks for the sandbox all the same, and has no Node in it.
 */
export function lockRenderers(log: Log): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_, contents) => lockContents(contents, log));
}

/** After `ready`: no permission, no download, and nothing that comes from the network. */
export function lockSession(log: Log): void {
  lockOne(session.defaultSession, log);
}

function lockOne(guarded: Session, log: Log): void {
  guarded.setPermissionRequestHandler((_, permission, answer) => {
    log.warn('permission refused', { permission });
    answer(false);
  });
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  // A dictionary would be fetched from a server, which then knows the language and the time.
  guarded.setSpellCheckerEnabled(false);
  guarded.on('will-download', (event) => event.preventDefault());
  // The page's policy says the same; this holds even for a page that got around it.
  guarded.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'] },
    ({ url }, answer) => {
      const isDevServer = import.meta.env.DEV && isFromDevServer(url);
      if (!isDevServer) log.warn('request refused', { scheme: new URL(url).protocol });
      answer({ cancel: !isDevServer });
    },
  );
}

/** Its hot updates come over a web socket of the same host. */
function isFromDevServer(address: string): boolean {
  return isOwnPage(address.replace(/^ws/, 'http'), pageOrigin);
}

function lockContents(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log.warn('window refused');
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // The page is one document: it never navigates, except that the dev server reloads it.
  const stay = (event: { url: string; preventDefault: () => void }) => {
    if (import.meta.env.DEV && isOwnPage(event.url, pageOrigin)) return;
    log.warn('navigation refused');
    event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    // A certificate is shown in a frame of its own host.
    if (!event.isMainFrame && event.url.startsWith('app://att/')) return;
    stay(event);
  });
}
