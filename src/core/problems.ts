import { formatDay } from './day-words';
import type { Problem } from './result';

/** What happened and what to do, in the user's words. `{name}` is filled from the problem's `about`. */
interface Sentence {
  happened: string;
  todo: string;
}

/**
 * The one table of expected failures. A code that is not here does not compile, and a code that nobody
 * raises is removed: the table is also the list of what the tests must provoke.
 */
const sentences = {
  'bad-command': {
    happened: 'The program was asked for something it does not understand ({what}).',
    todo: 'Nothing was changed. If it happens again, the log in Settings says where.',
  },
  'bad-date': {
    happened: '“{text}” is not a day in the calendar.',
    todo: 'Type a date such as 11/28/2026 or Nov 28, 2026.',
  },
  'ambiguous-date': {
    happened: '“{text}” can be read as two different days.',
    todo: 'Choose {first} or {second}.',
  },
  'no-date': {
    happened: 'No day is named yet.',
    todo: 'Type a day such as 11/28/2027, Nov 28 or tomorrow.',
  },
  'not-extended': {
    happened: 'An extension ends after the day that is extended, {standard}.',
    todo: 'Type the later day that was granted, or say that the day was confirmed.',
  },
  'bad-leads': {
    happened: '“{text}” is not a list of days.',
    todo: 'Type whole numbers up to 400, such as 45, 14; with a minus for days after, such as -30. 12 fit in all.',
  },
  'exam-backwards': {
    happened: '{later} ({laterOn}) cannot come before {earlier} ({earlierOn}).',
    todo: 'Check the two days.',
  },
  'exam-ahead': {
    happened: '{date} is still to come, so there can be no result of it.',
    todo: 'Enter the result once it is there; today is {today}.',
  },
  'exam-step-ahead': {
    happened: '{step} is entered for {date}, which is still to come.',
    todo: 'Enter it once it has happened; today is {today}.',
  },
  'exam-no-result': {
    happened: 'A day of the result is named, and no result.',
    todo: 'Say how it went, or take the day out.',
  },
  'bad-repeat': {
    happened: '“{text}” is not a number of days, weeks, months or years.',
    todo: 'Type a whole number from 1 to 99.',
  },
  'repeat-ends': {
    happened: 'It ends on {until}, before its first date, {date}.',
    todo: 'Choose a later end, or leave it empty.',
  },
  'date-far-off': {
    happened: '{date} lies outside the years 1980 to 2100.',
    todo: 'Check the year.',
  },
  'bad-units': {
    happened: '“{text}” cannot be used.',
    todo: 'Type a number from 0 to {most} with at most two decimals, such as 1.5.',
  },
  'no-units': {
    happened: 'No number is entered yet.',
    todo: 'Type one, such as 1.5.',
  },
  'title-empty': {
    happened: 'The activity has no title.',
    todo: 'Write the title that stands on the certificate.',
  },
  'name-empty': {
    happened: 'The {what} has no name.',
    todo: 'Write the name by which you know it.',
  },
  'body-in-use': {
    happened: 'A credential of this body is still held.',
    todo: 'Delete the credential first; its cycles and claims stay readable.',
  },
  'bad-money': {
    happened: '“{text}” is not an amount in dollars.',
    todo: 'Type an amount such as 1234.50 or $1,234.50, at most {most}.',
  },
  'bad-fact': {
    happened: 'What was entered for “{fact}” does not fit it.',
    todo: 'Choose one of the answers that are offered, or leave it empty.',
  },
  'bad-count': {
    happened: '“{text}” is not a whole number of {units}.',
    todo: 'Type a number such as 12, at most {most}.',
  },
  'count-none': {
    happened: '“{fact}” cannot be 0 {unit}s.',
    todo: 'Type a number from 1 on, or choose “Looked for, not found”.',
  },
  'as-of-ahead': {
    happened: '{date} is still to come, so nobody can have said it on that day.',
    todo: 'Enter the day on which you found it; today is {today}.',
  },
  'fact-empty': {
    happened: 'Nothing is entered for “{fact}”.',
    todo: 'Enter what you found, or choose “Looked for, not found”.',
  },
  'text-too-long': {
    happened: 'The {field} has {length} characters; at most {most} fit.',
    todo: 'Shorten it, or put the rest into the note.',
  },
  'card-empty': {
    happened: 'The front of the card is empty.',
    todo: 'Write the question or the words that you want to be asked for.',
  },
  'not-notes': {
    happened: 'The file holds no notes that were exported from here.',
    todo: 'Choose a JSON file that “Export to JSON” has written. Nothing was changed.',
  },
  'notes-newer': {
    happened: 'The notes were exported by a newer version of the program.',
    todo: 'Install that version or a later one. Nothing was changed.',
  },
  'file-unreadable': {
    happened: 'The file could not be read ({cause}).',
    todo: 'Choose another one, or check the rights to it. Nothing was changed.',
  },
  'file-not-written': {
    happened: 'The file could not be written ({cause}).',
    todo: 'Choose another folder, or make room there.',
  },
  'calendar-not-kept': {
    happened: 'The calendar file could not be kept up to date ({cause}).',
    todo: 'It is tried again at the next change. Make room, or check the rights of the data folder.',
  },
  'not-drawn': {
    happened: 'The pages could not be made ({cause}).',
    todo: 'Nothing was written. Try again; one chapter takes less than the whole guide.',
  },
  'not-printed': {
    happened: 'The system did not print it ({cause}).',
    todo: 'Check the printer, or save it as a PDF.',
  },
  'too-many-tags': {
    happened: 'At most {most} tags fit, and these are more.',
    todo: 'Leave some out.',
  },
  'holding-backwards': {
    happened: 'The credential would end on {endedOn}, before it was earned on {earnedOn}.',
    todo: 'Check the two dates: the day it was earned comes first.',
  },
  'cycle-backwards': {
    happened: 'The cycle would end on {end}, before it starts on {start}.',
    todo: 'Check the two dates: the start comes first.',
  },
  'cycle-too-long': {
    happened: 'From {start} to {end} is longer than any body’s cycle.',
    todo: 'Check the years of the two dates.',
  },
  'cycle-overlaps': {
    happened: 'These dates overlap the {body} cycle from {start} to {end}.',
    todo: 'Change one of the two, so that every day belongs to one cycle.',
  },
  'opening-exceeds': {
    happened: 'More units are named under “{part}” than the opening balance holds.',
    todo: 'The parts can be at most the whole balance.',
  },
  'already-held': {
    happened: '{credential} is already among your credentials.',
    todo: 'Edit the one that is there.',
  },
  'unknown-credential': {
    happened: 'There is no credential “{credential}” in the reference data.',
    todo: 'Choose one from the list.',
  },
  'not-there': {
    happened: 'That {what} is no longer there.',
    todo: 'It may have been deleted meanwhile. Look under Recently deleted in Settings.',
  },
  'claim-twice': {
    happened: 'This activity is already claimed at {body}.',
    todo: 'Edit the claim that is there; one activity counts once at one body.',
  },
  'claim-before-holding': {
    happened: 'It was completed on {date}, before you held any {body} credential.',
    todo: 'Nothing earned before certification counts there. Check the date, or leave this claim out.',
  },
  'claim-wrong-cycle': {
    happened: 'A unit of {date} cannot be put into the cycle from {start} to {end}.',
    todo: 'Leave the choice of cycle to the date, or choose the one next to it.',
  },
  'reported-ahead': {
    happened: '{date} is still to come, so nothing can have been reported on it.',
    todo: 'Enter the day on which you entered it at the body; today is {today}.',
  },
  'close-outside': {
    happened: 'A cycle is closed on a day between its first, {start}, and today.',
    todo: 'Close it once it has begun; today is {today}.',
  },
  'evidence-known': {
    happened: 'This file is already attached to “{title}”.',
    todo: 'Open that activity, or choose another file.',
  },
  'evidence-kind': {
    happened: '{name} is neither a PDF nor a PNG, JPEG or plain text file.',
    todo: 'Save the certificate as one of these and attach it again.',
  },
  'evidence-misnamed': {
    happened: '{name} is not what its name says: it holds plain text, such as a web page.',
    todo: 'Open it to see what it is, download the certificate again and attach that.',
  },
  'evidence-empty': {
    happened: '{name} is empty.',
    todo: 'Its download may not have ended: save it again and attach that.',
  },
  'evidence-size': {
    happened: '{name} is larger than 25 MB.',
    todo: 'Attach a smaller copy.',
  },
  'evidence-sizes': {
    happened: 'These {count} pictures are larger than 25 MB together.',
    todo: 'Attach fewer at once, or smaller copies.',
  },
  'evidence-heic': {
    happened: '{name} is a HEIC picture, the form in which phones keep photos.',
    todo: 'Save or send it as JPEG (on the phone: Settings, Camera, Formats, “Most Compatible”) and attach that.',
  },
  'pdf-locked': {
    happened: 'The PDF is locked with a password, so its text cannot be read.',
    todo: 'Open it with the password, print it to a new PDF, or type what stands on it.',
  },
  'pdf-damaged': {
    happened: 'The PDF is damaged or is none, so its text cannot be read.',
    todo: 'Download it again, or type what stands on it.',
  },
  'pdf-not-shown': {
    happened: 'The PDF is locked or damaged, so its pages cannot be shown here.',
    todo: 'Open it in another program; if it does not open there either, attach it again.',
  },
  'picture-not-shown': {
    happened: 'The picture is damaged, so it cannot be shown here.',
    todo: 'Open it in another program; if it does not open there either, attach it again.',
  },
  'pdf-slow': {
    happened: 'Reading the PDF took longer than {seconds} seconds and was stopped.',
    todo: 'Type what stands on it. The file itself can be attached all the same.',
  },
  'pdf-picture': {
    happened: 'This PDF holds a picture of a page and no text.',
    todo: 'Type what stands on it. The file itself can be attached all the same.',
  },
  'pdf-no-text': {
    happened: 'This PDF holds no text.',
    todo: 'Look whether it is the right file.',
  },
  'date-no-year': {
    happened: '“{text}” names no year.',
    todo: 'Write the year beside it and import again.',
  },
  'picture-kind': {
    happened: 'Picture {number} is neither a PNG nor a JPEG.',
    todo: 'Save it as JPEG and choose it again.',
  },
  'picture-damaged': {
    happened: 'Picture {number} is damaged or of a rare kind.',
    todo: 'Open it in a picture program, save it as JPEG and choose it again.',
  },
  'picture-interlaced': {
    happened: 'Picture {number} is an interlaced PNG, which a PDF cannot hold.',
    todo: 'Save it as JPEG, or as PNG without interlacing, and choose it again.',
  },
  'picture-size': {
    happened: 'Picture {number} has more than 100 million dots.',
    todo: 'Save a smaller copy and choose that.',
  },
  'pack-size': {
    happened: 'The certificates of this cycle are larger than 2 GB together.',
    todo: 'Attach smaller copies of the largest ones, or hand in the evidence folder by itself.',
  },
  'import-no-title': {
    happened: 'The row has no title.',
    todo: 'Write the title that stands on the certificate, or leave the row out.',
  },
  'import-no-date': {
    happened: 'The row has no date.',
    todo: 'Write the day of completion, or leave the row out.',
  },
  'import-no-units': {
    happened: 'The row has neither units nor hours.',
    todo: 'Write one of them, or leave the row out.',
  },
  'import-too-many-cells': {
    happened: 'The row has {cells} cells for {columns} columns.',
    todo: 'A separator within a cell needs quotation marks around that cell.',
  },
  'import-unknown-body': {
    happened: '“{text}” is none of the bodies that are known here.',
    todo: 'Add its credential first, or leave the column out and choose the body for all rows.',
  },
  'import-unknown-state': {
    happened: '“{text}” is none of the states of a claim.',
    todo: 'Write planned, earned, reported, accepted or rejected, or leave the column out.',
  },
  'import-no-rows': {
    happened: 'There are no rows of a table in “{name}”.',
    todo: 'Choose a CSV file, a transcript with text in it, or copy the rows with their header.',
  },
  'import-nothing': {
    happened: 'No row is chosen that can be imported.',
    todo: 'Look at what the rows say, and choose at least one.',
  },
  'import-undecided': {
    happened: 'The order of the numbers in the dates is not known yet, such as in “{text}”.',
    todo: 'Say whether the month or the day comes first.',
  },
  'import-unmapped': {
    happened: 'No column is named for the {fields}.',
    todo: 'Choose the column that holds it.',
  },
  'import-too-many': {
    happened: '“{name}” has more than {most} rows.',
    todo: 'Import it in parts.',
  },
  'import-open-quote': {
    happened: 'A quotation mark in line {line} of {name} is never closed.',
    todo: 'Close it, or double it where it is part of the text, and import again.',
  },
  'import-size': {
    happened: '{name} is larger than 25 MB.',
    todo: 'Import it in parts.',
  },
  'import-not-text': {
    happened: '{name} is no text and no PDF.',
    todo: 'Save the table as CSV and import that.',
  },
  'evidence-changed': {
    happened: 'The file of “{name}” in the data folder is no longer the one that was attached.',
    todo: 'Put the original back into the evidence folder, or attach the certificate again.',
  },
  'evidence-missing': {
    happened: 'The file of “{name}” is not in the data folder.',
    todo: 'Put the original back into the evidence folder, or attach the certificate again.',
  },
  'document-kind': {
    happened: '{name} is not a text that can be read: UTF-8, and named .md, .markdown or .txt.',
    todo: 'Save it as Markdown or plain text in UTF-8.',
  },
  'document-size': {
    happened: '{name} is larger than 10 MB.',
    todo: 'Keep it shorter, or divide it into several files.',
  },
  'document-missing': {
    happened: 'The file of “{title}” is not in the documents folder.',
    todo: 'Put it back there, or add it again as a new version. What you marked in it is kept.',
  },
  'document-previous-missing': {
    happened: 'There is no earlier text of “{title}”.',
    todo: 'One is kept from the next change of the file on.',
  },
  'documents-too-many': {
    happened: '{count} files were chosen; at most {most} are read at once.',
    todo: 'Choose fewer, and the rest afterwards.',
  },
  'nothing-to-undo': {
    happened: 'There is nothing to undo.',
    todo: 'The last 200 changes can be undone, up to the last restore or new version.',
  },
  'nothing-to-redo': {
    happened: 'There is nothing to redo.',
    todo: 'A new change ends what could be redone.',
  },
  'changed-since': {
    happened: 'It cannot be undone by itself: {what} was changed again since.',
    todo: 'Undo the later change first, or edit it by hand.',
  },
  'would-drop': {
    happened: 'This would drop {lost} of {all} records at once.',
    todo: 'Nothing was written. Delete on purpose, or restore a backup.',
  },
  'read-only-locked': {
    happened: 'The library is open in another program on {host} (process {pid}).',
    todo: 'Close it there and start again; until then everything can be read but not changed.',
  },
  'read-only-folder': {
    happened: 'The data folder cannot be written to.',
    todo: 'Give yourself the right to write there, or choose another folder in Settings.',
  },
  'disk-full': {
    happened: 'The disk is full; the change was not saved.',
    todo: 'Make room and try again. What was saved before is unharmed.',
  },
  'write-failed': {
    happened: 'The change could not be saved ({cause}).',
    todo: 'Try again. What was saved before is unharmed.',
  },
  'library-missing': {
    happened: 'The folder {folder} held a library before, and now it does not.',
    todo: 'If it lies on a drive or a synced folder, connect it and look again.',
  },
  'library-damaged': {
    happened: 'The library file is damaged: {cause}.',
    todo: 'It was kept aside. Go on from the newest good backup.',
  },
  'journal-damaged': {
    happened: 'The journal is damaged at line {line}: {cause}.',
    todo: 'It was kept aside. Go on from the newest good backup.',
  },
  'journal-torn': {
    happened:
      'The program ended last time while it was saving a change; that one change was not saved.',
    todo: 'Look whether the last thing you entered is there. Everything before it is.',
  },
  'undo-ended': {
    happened: 'What was done before now can no longer be undone step by step.',
    todo: 'A backup of the library as it was is among the backups in Settings.',
  },
  'folder-synced': {
    happened: 'The data folder lies where {program} copies files to other machines.',
    todo: 'Two machines that write at once can damage it. Choose another folder in Settings.',
  },
  'library-newer': {
    happened: 'The library was written by a newer version of the program (data version {version}).',
    todo: 'Install that version or a later one. Nothing was changed.',
  },
  'library-unreadable': {
    happened: 'The library cannot be read ({cause}).',
    todo: 'Check the rights of the data folder and look again.',
  },
  'migration-failed': {
    happened: 'The library could not be brought to the present form (step {step}).',
    todo: 'Nothing was changed, and a backup was made. The log in Settings says where it stopped.',
  },
  'backup-unreadable': {
    happened: 'The backup {name} cannot be read back.',
    todo: 'Choose another one.',
  },
  'folder-not-empty': {
    happened: 'The folder {folder} is not empty.',
    todo: 'Choose an empty folder, so that nothing of yours is mixed with the library.',
  },
  'folder-inside': {
    happened: 'The folder {folder} lies inside the present data folder.',
    todo: 'Choose one outside of it.',
  },
  'move-failed': {
    happened: 'The library could not be moved ({cause}).',
    todo: 'It stays where it was, unchanged.',
  },
  'timer-not-set': {
    happened: 'The system did not take the change ({cause}).',
    todo: 'Reminders of the running program and those at its start are as before.',
  },
  'link-refused': {
    happened: 'The address {link} is not opened.',
    todo: 'Only https and mailto links are opened, in your own browser or mail program.',
  },
  unexpected: {
    happened: 'Something went wrong inside the program.',
    todo: 'What was saved before is unharmed. The log in Settings says where it happened.',
  },
  'sample-only': {
    happened: 'That is not possible in the sample library.',
    todo: 'Go back to your own library first.',
  },
} satisfies Record<string, Sentence>;

export type ProblemCode = keyof typeof sentences;

/** The sentence a person reads: what happened, then what to do. Never empty, never a code; days as people write them. */
export function problemSentence(problem: Problem): Sentence {
  const { happened, todo } = sentences[problem.code];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => readable(problem.about?.[name] ?? 'unknown'));
  return { happened: fill(happened), todo: fill(todo) };
}

/** A real day as `Jan 2, 2020`; anything else, such as a day that the calendar does not have, as it is. */
function readable(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Some engines read February 30 as March 2.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  return isDay ? formatDay(value, 'en-US', 'medium') : value;
}
