import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runPtsHere } from '../support/run-program.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestHouse } from './house.js';
import { bytesOf, lineOf, listText, madeUpRow } from './made-up-list.js';

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, bytesOf(text));
}

test('import prints one JSON object; a refused row is named and makes the exit code 1; what is no list is a sentence', async () => {
  const house = await openTestHouse();
  const environment = { DATABASE_URL: house.url };
  try {
    const file = join(temporaryDirectory('import'), 'list.csv');
    await write(file, listText([madeUpRow(), madeUpRow({ name: 'Undated', effective: 'soon' })]));
    const refused = await runPtsHere(['import', 'qualified-units', file, '--json'], environment);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.stdout)).toEqual({
      read: 2,
      imported: 1,
      unchanged: 0,
      refused: 1,
      flagged: 0,
      capacityKw: '15',
      refusals: [{ line: lineOf(1), reason: 'The RPS effective date is "soon"; it must be a day as M/D/YYYY.' }],
    });

    await write(file, listText([madeUpRow()]));
    const good = await runPtsHere(['import', 'qualified-units', file], environment);
    expect(good).toEqual({
      exitCode: 0,
      stdout: '1 units read, 7.5 kW: 0 imported, 1 unchanged, 0 refused; 0 flagged.\n',
      stderr: '',
    });

    await write(file, 'a,b\n1,2\n');
    const other = await runPtsHere(['import', 'qualified-units', file], environment);
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toBe(
      "pts: This is not DOER's list of qualified units: no row holds its column names. (BAD_USER_INPUT)\n",
    );
  } finally {
    await house.end();
  }
});

test('a file that is not there is said before any database is started', async () => {
  const { exitCode, stderr } = await runPtsHere(['import', 'qualified-units', 'no-such-list.csv'], {
    PTS_DATA_DIR: '/dev/null/postgres',
  });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: 'pts: There is no file or directory no-such-list.csv.\n',
  });
});

test('import without a file is not understood: exit code 2', async () => {
  const { exitCode, stderr } = await runPtsHere(['import', 'qualified-units']);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: expect.stringMatching(/missing required argument 'file'/),
  });
});

test('a synthetic year is refused in production', async () => {
  const { exitCode, stderr } = await runPtsHere(['synthetic-year'], {
    PTS_MODE: 'production',
    PTS_DATA_DIR: '/dev/null/postgres',
  });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/needs a sandbox/);
});
