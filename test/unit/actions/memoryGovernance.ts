import { strict as assert } from 'node:assert';
import { applyChange } from '../../../src/core/change/applyChange';
import { archive, type ArchiveOptions, type Archiving } from '../../../src/core/actions/archive';
import { renumber, type Renumbering, type RenumberSources } from '../../../src/core/actions/renumber';
import { RecordIndex } from '../../../src/core/workspace/index/recordIndex';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import type { Git } from '../../../src/core/ports';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import type { ChangeRecord } from '../../../src/core/record/record';
import { MemoryWorkspace, type MemoryFile } from '../../rules/memoryWorkspace';

/** Where change requests lie. */
export const requests = 'docs/processes/change-requests';

/** A workspace in memory as the actions work with it. */
export class MemoryGovernance {
  readonly files: Map<string, MemoryFile>;
  readonly workspace: MemoryWorkspace;
  /** What other branches hold. */
  branches: readonly string[] = [];
  /** What git lists; undefined: there is no git. */
  listed: readonly string[] | undefined;

  constructor(texts: Readonly<Record<string, string>>) {
    this.files = new Map(
      Object.entries(texts).map(([path, text]) => [path, { bytes: new TextEncoder().encode(text) }]),
    );
    this.workspace = new MemoryWorkspace(this.files);
  }

  get sources(): RenumberSources {
    const git: Git = {
      pathsOnAllBranches: () => Promise.resolve(new Set(this.branches)),
      currentBranch: () => Promise.resolve(undefined),
      changedFiles: () => Promise.resolve([]),
      filesOnOtherBranches: () => Promise.resolve([]),
      listFiles: () => Promise.resolve(this.listed),
    };
    return { workspace: this.workspace, git, policy: defaultPolicy, processes: builtInProcesses() };
  }

  async record(path: string): Promise<ChangeRecord> {
    const clock = { now: () => Date.UTC(2026, 2, 1) };
    const index = new RecordIndex({ workspace: this.workspace, processes: builtInProcesses(), clock });
    await index.list(defaultPolicy);
    return (await index.record(path)) ?? assert.fail(`${path} is no record`);
  }

  async renumber(path: string, to?: string, sources: Partial<RenumberSources> = {}): Promise<Renumbering> {
    return renumber(await this.record(path), to, { ...this.sources, ...sources });
  }

  async archive(paths: readonly string[], options: ArchiveOptions = {}): Promise<Archiving> {
    const records = [];
    for (const path of paths) records.push(await this.record(path));
    return archive(records, options, this.sources);
  }

  /** Does what an action came to, and fails where it refused. */
  async apply(result: Renumbering | Archiving): Promise<void> {
    if (result.kind === 'refused') assert.fail('reason' in result ? result.reason : result.reasons.join(' '));
    await applyChange(result.change, this.workspace);
  }

  /** All texts by path. */
  texts(): Record<string, string> {
    return Object.fromEntries([...this.files.keys()].sort().map((path) => [path, this.workspace.text(path) ?? '']));
  }
}

/** Why an action refused; fails where it did not. */
export function reasonOf(result: Renumbering | Archiving): string {
  if (result.kind === 'change') return assert.fail('it was not refused');
  return 'reason' in result ? result.reason : result.reasons.join(' ');
}
