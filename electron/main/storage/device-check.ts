import { leadings, measures, papers, typefaces } from '../../../src/core/guide/look';
import { calendarViews } from '../../../src/core/ipc';
import type { Device } from './device-schema';

/**
 * Whether device.json is just as this version writes it, told without zod, for which each start would wait. It never
 * takes what the schema would refuse or change; what it does not take, the schema judges.
 */
export function isAsWritten(device: Record<string, unknown>): device is Device {
  const { zoom, screen, bounds, isMaximized, reading, calendarView, notices, toldOfClosing } =
    device;
  return (
    isWithin(zoom, 50, 300) &&
    isText(screen, 40) &&
    (bounds === null || isBounds(bounds)) &&
    typeof isMaximized === 'boolean' &&
    isReading(reading) &&
    isOneOf(calendarViews, calendarView) &&
    isRecord(notices, isNotice) &&
    isListOf(toldOfClosing, (told) => told === 'tray' || told === 'nothing')
  );
}

type Check = (value: unknown) => boolean;

const readingFields = [
  ...(['chapter', 'places', 'read', 'textSize', 'measure'] as const),
  ...(['leading', 'typeface', 'paper', 'speed', 'voice'] as const),
];

function isReading(value: unknown): boolean {
  if (!hasJust(value, readingFields)) return false;
  const { chapter, places, read, textSize, measure, leading, typeface, paper, speed, voice } =
    value;
  return (
    (chapter === null || isText(chapter, 80)) &&
    isByChapter(places, isPlace) &&
    isByChapter(read, (sections) => isListOf(sections, isKey, 100)) &&
    isInteger(textSize) &&
    isWithin(textSize, 80, 180) &&
    isOneOf(measures, measure) &&
    isOneOf(leadings, leading) &&
    isOneOf(typefaces, typeface) &&
    (paper === null || isOneOf(papers, paper)) &&
    isWithin(speed, 0.8, 2) &&
    (voice === null || isText(voice, 300))
  );
}

function isBounds(value: unknown): boolean {
  return hasJust(value, ['x', 'y', 'width', 'height']) && Object.values(value).every(isInteger);
}

function isNotice(value: unknown): boolean {
  if (!hasJust(value, ['attemptedAt', 'shownAt', 'attempts'])) return false;
  const { attemptedAt, shownAt, attempts } = value;
  const isTime: Check = (time) => time === null || typeof time === 'string';
  return isTime(attemptedAt) && isTime(shownAt) && isInteger(attempts) && Number(attempts) > 0;
}

function isPlace(value: unknown): boolean {
  if (!hasJust(value, ['section', 'part'])) return false;
  return isKey(value.section) && isWithin(value.part, 0, 1);
}

const isKey: Check = (value) => isText(value, 80);

function isByChapter(value: unknown, isValue: Check): boolean {
  return (
    isRecord(value, isValue) && Object.keys(value).length <= 100 && Object.keys(value).every(isKey)
  );
}

function isRecord(value: unknown, isValue: Check): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !Object.hasOwn(value, '__proto__') && Object.values(value).every(isValue);
}

/** An object with these fields and no others. */
function hasJust<K extends string>(
  value: unknown,
  fields: readonly K[],
): value is Record<K, unknown> {
  if (!isRecord(value, () => true)) return false;
  const isWhole = fields.every((name) => Object.hasOwn(value, name));
  return isWhole && Object.keys(value).length === fields.length;
}

function isListOf(value: unknown, isValue: Check, most = Infinity): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isValue);
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

const isInteger: Check = (value) => Number.isSafeInteger(value);

function isOneOf(all: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && all.includes(value);
}
