import type { Api, ApiMethod } from '../../src/core/ipc';

/** How long after the first answer what checks all others is loaded, in milliseconds: well after the first paint. */
const later = 2500;

/**
 * Answers the calls of the page. Those of its first paint take nothing, so that nothing of them has to be checked, and the
 * schemas of all the others are loaded once it is over.
 */
export function makeAnswer(api: Api): (method: ApiMethod, args: unknown[]) => Promise<unknown> {
  return async (method, args) => {
    if (args.length === 0 && method === 'open') {
      setTimeout(() => void import('./calls'), later);
      return api.open();
    }
    if (args.length === 0 && method === 'today') return api.today();
    const { answerCall } = await import('./calls');
    return answerCall(api, method, args);
  };
}
