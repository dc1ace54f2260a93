/** What Electron says of the login item; each system fills in its own. */
interface Settings {
  openAtLogin: boolean;
  /** macOS 13 and later. */
  status?: string;
  /** Windows: not switched off in the Task Manager. */
  executableWillLaunchAtLogin?: boolean;
}

/** Whether the system will start the program at login, also after the user has switched it off there. */
export function isLoginItemOn(platform: string, settings: Settings): boolean {
  const { openAtLogin, status, executableWillLaunchAtLogin } = settings;
  if (platform === 'win32') return openAtLogin && executableWillLaunchAtLogin !== false;
  if (platform !== 'darwin' || status === undefined) return openAtLogin;
  return status === 'enabled';
}
