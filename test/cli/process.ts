import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');

/** What a run of the CLI came to. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A workspace on disk that goes with the test. */
export class TemporaryWorkspace {
  readonly folder = mkdtempSync(join(tmpdir(), 'changegate-cli-'));

  write(path: string, content: string | Uint8Array): string {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    return target;
  }

  /** Writes a change request by its number of 2026-02-09. */
  request(content: string | Uint8Array, name = 'CR-2026-02-09-001'): string {
    return this.write(`docs/processes/change-requests/${name}.md`, content);
  }

  run(...args: string[]): Run {
    return this.runIn('.', ...args);
  }

  /** Runs the CLI in a folder of the workspace. */
  runIn(folder: string, ...args: string[]): Run {
    const cwd = join(this.folder, folder);
    const result = spawnSync(process.execPath, [cli, ...args], {
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: result.status, out: result.stdout, err: result.stderr };
  }

  start(...args: string[]): Promise<Run> {
    return new Promise((done) => {
      execFile(process.execPath, [cli, ...args], { cwd: this.folder }, (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : error ? null : 0, out, err });
      });
    });
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
