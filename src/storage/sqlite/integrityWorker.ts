import { DatabaseSync } from 'node:sqlite';

export type IntegrityTask = { path: string; single: boolean };

/** Checks a file. If SQLite can't even read it, that is a finding too, not a failure of the check. */
export default function problemsOf({ path, single }: IntegrityTask): string[] {
  try {
    using raw = new DatabaseSync(path, { readOnly: !single, timeout: 1_000 });
    if (single) raw.exec('pragma journal_mode = delete');
    const found = raw.prepare('pragma integrity_check(20)').all();
    return found.map((row) => String(row.integrity_check)).filter((line) => line !== 'ok');
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
