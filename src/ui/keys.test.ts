import { describe, expect, test } from 'vitest';
import { ariaKeys, isPressed, showKeys } from './keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('isPressed', () => {
  test('Mod is Ctrl on Linux and Command on a Mac, and never the other one', () => {
    expect(isPressed('Mod+K', press('k', { ctrlKey: true }), 'linux')).toBe(true);
    expect(isPressed('Mod+K', press('k', { metaKey: true }), 'linux')).toBe(false);
    expect(isPressed('Mod+K', press('k', { metaKey: true }), 'darwin')).toBe(true);
    expect(isPressed('Mod+K', press('k', { ctrlKey: true }), 'darwin')).toBe(false);
  });

  test('undo and redo differ by Shift', () => {
    const redo = press('Z', { ctrlKey: true, shiftKey: true });
    expect(isPressed('Mod+Z', redo, 'linux')).toBe(false);
    expect(isPressed('Mod+Shift+Z', redo, 'linux')).toBe(true);
  });

  test('a sign is found whether or not the layout has it behind Shift', () => {
    expect(isPressed('Mod+?', press('?', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(true);
    expect(isPressed('Mod++', press('+', { ctrlKey: true, shiftKey: true }), 'linux')).toBe(true);
    expect(isPressed('Mod++', press('+', { ctrlKey: true }), 'linux')).toBe(true);
    expect(isPressed('Mod+,', press(',', { ctrlKey: true }), 'linux')).toBe(true);
  });

  test('digits are found by their place where the layout has them behind Shift', () => {
    expect(isPressed('Mod+1', press('&', { ctrlKey: true, code: 'Digit1' }), 'linux')).toBe(true);
    expect(isPressed('Mod+1', press('2', { ctrlKey: true, code: 'Digit2' }), 'linux')).toBe(false);
  });

  test('AltGr, which comes as Ctrl with Alt, is typing', () => {
    expect(isPressed('Mod+K', press('k', { ctrlKey: true, altKey: true }), 'win32')).toBe(false);
  });
});

test('keys are shown as the keyboard names them', () => {
  expect(showKeys('Mod+Shift+Z', 'linux')).toBe('Ctrl Shift Z');
  expect(showKeys('Mod+K', 'darwin')).toBe('⌘ K');
  expect(showKeys('Mod++', 'win32')).toBe('Ctrl +');
  expect(ariaKeys('Mod++', 'linux')).toBe('Control+Plus');
});
