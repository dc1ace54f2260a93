// npm run test:fault [-- part of a file name]: what happens to the data when the disk is full, a write
// is cut short or a process is killed. Plain Node; slow and rough, so not part of `npm test`.
import { runVitest } from './lib/run-vitest.mjs';
import { command, setUp } from './setup.mjs';

await command(async () => {
  await setUp({ build: true });
  const { passed, problems } = await runVitest(
    'fault',
    'tests/fault/**/*.test.ts',
    process.argv.slice(2),
  );
  for (const problem of problems) console.log(`   ${problem}`);
  console.log(`${passed} passed, ${problems.length} failed`);
  return Number(problems.length > 0);
});
