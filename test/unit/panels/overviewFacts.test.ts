import { strict as assert } from 'node:assert';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import type { Governance } from '../../../src/vscode/governance';
import { everything } from '../../../src/core/present/overview/asked';
import { overviewFacts } from '../../../src/vscode/panels/overviewFacts';

/** Folders of a window by these names, with one record each. */
function windowWith(...names: readonly string[]): Governance {
  const folders = names.map((name, at) => ({
    folder: { name, uri: `file:///${String(at)}` },
    index: { all: () => [{ summary: { path: 'CR-2026-03-02-001.md' } }] },
    processes: [],
    policy: defaultPolicy,
    policyReading: { isReadable: true },
    uriOf: (path: string) => `file:///${String(at)}/${path}`,
  }));
  return { folders, clock: { now: () => 0 } } as unknown as Governance;
}

describe('the folders that the dashboard and the calendar look at', () => {
  it('have names of their own, whatever they are called', () => {
    const { known, uris } = overviewFacts(windowWith('app', 'app (2)', 'app', 'app'), everything);
    assert.deepEqual(
      known.choice.map(({ name }) => name),
      ['app', 'app (2)', 'app (3)', 'app (4)'],
    );
    // Each path leads to a record of its own.
    assert.equal(new Set([...uris.values()].map(String)).size, 4);
  });
});
