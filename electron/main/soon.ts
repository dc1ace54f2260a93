/** A little later, once for all the calls until then. */
export function soon(run: () => void, milliseconds: number): () => void {
  let timer: NodeJS.Timeout | null = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      run();
    }, milliseconds);
  };
}
