import type { Action } from '../../state/actions.svelte';
import { allLearning, type CeusState } from '../../state/ceus.svelte';
import type { ShellState } from '../../state/shell.svelte';

interface Parts {
  ceus: CeusState;
  shell: ShellState;
  openCredentials: () => void;
  openClosing: () => void;
  openAudit: () => void;
}

/** What can be done while the ledgers are open. */
export function ceuActions({ ceus, shell, ...open }: Parts): Action[] {
  return [
    {
      id: 'ceu.credentials',
      name: 'Credentials and cycles',
      group: 'Record',
      words: 'CCS CIC holding renewal dates opening balance another body of your own',
      run: open.openCredentials,
    },
    {
      id: 'ceu.report',
      name: 'Report the earned claims',
      group: 'Record',
      keys: ['Mod+Shift+R'],
      words: 'enter at body submit copy fields AHIMA AAPC ACDIS tracker',
      isAvailable: () => ceus.reportable.length > 0,
      run: () => ceus.panel.startReport(),
    },
    {
      id: 'ceu.audit-pack',
      name: 'Audit pack',
      group: 'Record',
      keys: ['Mod+Shift+A'],
      words: 'proof certificates zip pdf evidence export body cycle',
      isAvailable: () => ceus.tab !== allLearning && ceus.cycle !== null,
      run: open.openAudit,
    },
    {
      id: 'ceu.close-cycle',
      name: 'Close this cycle',
      group: 'Change',
      words: 'end renew next begin carry over',
      isAvailable: () => shell.canWrite && ceus.canClose,
      run: open.openClosing,
    },
  ];
}
