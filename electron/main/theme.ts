import { nativeTheme } from 'electron';

/** Native parts, such as dialogs and scroll bars, follow the look of the page. */
export function setTheme(theme: unknown): void {
  nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system';
}
