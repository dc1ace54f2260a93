import { execFile } from 'node:child_process';

/** How a program of the system's ended: null if it is not there or was given up. */
export interface ToolAnswer {
  code: number | null;
  out: string;
  complaint: string;
}

export type Tool = (program: string, ...args: string[]) => Promise<ToolAnswer>;

const longest = 10_000;

export const systemTool: Tool = (program, ...args) =>
  new Promise((resolve) => {
    const options = { timeout: longest, windowsHide: true };
    execFile(program, args, options, (error, out, complaint) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({ code, out, complaint: complaint || (error?.message ?? '') });
    });
  });

/** What the system refused to do, in its own words: the last line, which says the most. */
export class ToolFailure extends Error {
  override name = 'ToolFailure';
  constructor({ complaint }: ToolAnswer) {
    super(complaint.trim().split('\n').at(-1) || 'the system gave no reason');
  }
}

/** The same for what must succeed. */
export function insisting(tool: Tool): Tool {
  return async (...line) => {
    const answer = await tool(...line);
    if (answer.code !== 0) throw new ToolFailure(answer);
    return answer;
  };
}
