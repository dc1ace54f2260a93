import type { Command } from './commands';
import type { Id } from './fields';
import type { Patch } from './journal';
import type { Library } from './schema';

function titleOf(library: Library, id: Id): string {
  return library.activities[id]?.title ?? 'an activity';
}

function credentialName(library: Library, id: Id): string {
  return (library.holdings[id]?.credential ?? 'a credential').toUpperCase();
}

/** What a command did, in a phrase that can follow “Took back:”. Looked up after the change was made. */
export function phrase(library: Library, command: Command): string {
  switch (command.type) {
    case 'holding.add':
      return `Added ${command.credential.toUpperCase()}`;
    case 'holding.edit':
      return `Changed ${credentialName(library, command.id)}`;
    case 'holding.delete':
      return `Deleted ${credentialName(library, command.id)}`;
    case 'cycle.add':
      return `Added a ${command.body.toUpperCase()} cycle`;
    case 'cycle.edit':
      return `Changed the ${bodyOf(library, command.id)} cycle`;
    case 'cycle.delete':
      return `Deleted the ${bodyOf(library, command.id)} cycle`;
    case 'override.set':
      return 'Adjusted a requirement';
    case 'override.clear':
      return 'Went back to the standard requirement';
    case 'activity.log':
      return `Logged ${command.title.trim()}`;
    case 'activity.edit':
      return `Changed ${titleOf(library, command.id)}`;
    case 'activity.delete':
      return `Deleted ${titleOf(library, command.id)}`;
    case 'claim.state': {
      const activity = library.claims[command.id]?.activityId;
      return `Marked ${activity ? titleOf(library, activity) : 'a claim'} as ${command.state}`;
    }
    case 'evidence.attach':
      return `Attached ${command.name}`;
    case 'evidence.detach':
      return `Removed ${library.evidence[command.id]?.name ?? 'a certificate'}`;
    case 'settings.change':
      return 'Changed a setting';
    case 'occurrence.mark':
      return command.state === 'done' ? 'Marked a date as done' : 'Put a reminder off';
    case 'trash.restore':
      return `Restored ${nameOf(library, [command.collection, command.id])}`;
    case 'trash.purge':
      return 'Emptied the trash of what was deleted long ago';
    case 'library.undo':
      return 'Undo';
    case 'library.redo':
      return 'Redo';
  }
}

function bodyOf(library: Library, cycleId: Id): string {
  return (library.cycles[cycleId]?.body ?? '').toUpperCase();
}

/** A record's name for a sentence, from the first two steps of a path into the library. */
export function nameOf(library: Library, [collection, id]: Patch['path']): string {
  if (collection === 'settings' || typeof id !== 'string') return 'a setting';
  switch (collection) {
    case 'activities':
      return `“${titleOf(library, id)}”`;
    case 'claims':
      return `the claim of “${titleOf(library, library.claims[id]?.activityId ?? '')}”`;
    case 'evidence':
      return `the file “${library.evidence[id]?.name ?? id}”`;
    case 'holdings':
      return credentialName(library, id);
    case 'cycles':
      return `the ${bodyOf(library, id)} cycle`;
    default:
      return 'a record';
  }
}
