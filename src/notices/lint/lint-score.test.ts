import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintNotices } from './lint-commands.ts';

/** Three real notices, and what careful readers found wrong in them; where they are not, there is nothing to hold us to. */
const NOTICES = '../shared/notices';

test.runIf(existsSync(NOTICES))(
  'what careful readers found in real notices is found, and nothing else is alarming',
  async () => {
    const out = mkdtempSync(join(tmpdir(), 'concours-score-'));
    const files = readdirSync(NOTICES)
      .filter((name) => /^\d{6}\.txt$/.test(name))
      .map((name) => join(NOTICES, name));
    const silent = { print: () => undefined, warn: () => undefined, environment: { ORGANISATION: 'nato-is' } };

    await lintNotices([...files, '--out', out], silent, process.cwd());
    const score = spawnSync(process.execPath, [join(NOTICES, 'score-lint.mjs'), out], { encoding: 'utf8' });
    rmSync(out, { recursive: true, force: true });

    expect(score.stdout.trim().split('\n').at(-1)).toBe(
      'errors 10 of 10, warnings 6 of 6, infos 27 of 27, false alarms 0',
    );
  },
);
