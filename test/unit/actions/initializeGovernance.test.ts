import { strict as assert } from 'node:assert';
import { applyChange } from '../../../src/core/change/applyChange';
import { createGovernance, governanceFiles } from '../../../src/core/actions/initializeGovernance';
import { recommendExtension } from '../../../src/core/actions/recommendExtension';
import { defaultPolicy } from '../../../src/core/workspace/policy/policy';
import { readPolicy } from '../../../src/core/workspace/policy/readPolicy';
import { builtInProcesses } from '../../../src/core/process/builtInProcesses';
import { readProcesses } from '../../../src/core/workspace/loadProcesses';
import { applyEdits } from '../../../src/core/text/textEdit';
import { MemoryWorkspace } from '../../rules/memoryWorkspace';

function workspaceOf(files: Record<string, string> = {}): MemoryWorkspace {
  const entries = Object.entries(files).map(
    ([path, text]) => [path, { bytes: new TextEncoder().encode(text) }] as const,
  );
  return new MemoryWorkspace(new Map(entries));
}

const files = (workspace: MemoryWorkspace, policy = defaultPolicy) =>
  governanceFiles(workspace, policy, builtInProcesses());

describe('initializing governance', () => {
  it('makes folders, templates, policy and the recommendation, each with what it is for', async () => {
    const workspace = workspaceOf();
    const offered = await files(workspace);
    assert.deepEqual(
      offered.map(({ path, state }) => `${state.kind} ${path}`),
      [
        'new docs/processes/change-requests/README.md',
        'new docs/processes/change-records/README.md',
        'new docs/processes/templates/README.md',
        'new docs/processes/templates/cr-template.md',
        'new docs/processes/templates/ia-checklist.md',
        'new docs/processes/templates/impl-plan-template.md',
        'new .changegate/policy.yml',
        'new .vscode/extensions.json',
      ],
    );
    assert.ok(offered.every(({ purpose }) => purpose !== ''));
    await applyChange(createGovernance(offered), workspace);
    for (const { path, text } of offered) assert.equal(workspace.text(path), text);
  });

  it('makes what it can read again: the same policy, the same process, no problem', async () => {
    const workspace = workspaceOf();
    await applyChange(createGovernance(await files(workspace)), workspace);
    const reading = readPolicy(workspace.text('.changegate/policy.yml') ?? '');
    assert.deepEqual(reading.findings, []);
    assert.deepEqual(reading.policy.folders, defaultPolicy.folders);
    const { processes, findings } = await readProcesses(workspace, reading.policy);
    assert.deepEqual(findings, []);
    const asked = (process = builtInProcesses()[0]) =>
      process?.fields.map(({ key, requiredFrom, requiredWhen }) => [key, requiredFrom, requiredWhen]);
    assert.deepEqual(asked(processes[0]), asked());
    assert.deepEqual(JSON.parse(workspace.text('.vscode/extensions.json') ?? ''), {
      recommendations: ['changegate.changegate'],
    });
  });

  it('keeps whatever is there, and does nothing the second time', async () => {
    const workspace = workspaceOf({
      'docs/processes/templates/cr-template.md': 'mine',
      '.changegate/policy.yml': 'version: 1\n',
    });
    await applyChange(createGovernance(await files(workspace)), workspace);
    assert.equal(workspace.text('docs/processes/templates/cr-template.md'), 'mine');
    assert.equal(workspace.text('.changegate/policy.yml'), 'version: 1\n');
    const again = await files(workspace);
    assert.ok(again.every(({ state }) => state.kind === 'kept'));
    assert.deepEqual(createGovernance(again).steps, []);
  });

  it('follows the folders of the policy', async () => {
    const policy = { ...defaultPolicy, folders: { 'change-request': ['gov/cr d'], 'change-record': ['gov/chg'] } };
    const offered = await files(workspaceOf(), policy);
    assert.deepEqual(
      offered.slice(0, 2).map(({ path }) => path),
      ['gov/cr d/README.md', 'gov/chg/README.md'],
    );
    const written = offered.find(({ path }) => path === '.changegate/policy.yml')?.text ?? '';
    assert.deepEqual(readPolicy(written).policy.folders, policy.folders);
  });

  it('adds to the recommendations that are there, as they are written', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['{}', '{\n  "recommendations": ["changegate.changegate"]\n}'],
      [
        '{\n  // ours\n  "recommendations": []\n}\n',
        '{\n  // ours\n  "recommendations": ["changegate.changegate"]\n}\n',
      ],
      [
        '{\n\t"recommendations": [\n\t\t"a.b", // first\n\t\t"c.d", /* "x]" */\n\t],\n}\n',
        '{\n\t"recommendations": [\n\t\t"a.b", // first\n\t\t"c.d",\n\t\t"changegate.changegate" /* "x]" */\n\t],\n}\n',
      ],
      ['{ "recommendations": ["a.b"] }', '{ "recommendations": ["a.b", "changegate.changegate"] }'],
      [
        '{\r\n  "recommendations": [\r\n    "a.b"\r\n  ]\r\n}',
        '{\r\n  "recommendations": [\r\n    "a.b",\r\n    "changegate.changegate"\r\n  ]\r\n}',
      ],
      [
        '{"unwantedRecommendations": ["a.b"]}',
        '{\n  "recommendations": ["changegate.changegate"],"unwantedRecommendations": ["a.b"]}',
      ],
    ];
    for (const [before, after] of cases) {
      const result = recommendExtension(before);
      assert.ok(result.kind === 'edit', before);
      const text = applyEdits(before, [result.edit]);
      assert.equal(text, after);
      assert.equal(recommendExtension(text).kind, 'settled');
    }
  });

  it('leaves recommendations alone that it does not understand, or that do not want it', () => {
    for (const text of [
      '',
      '[]',
      '{',
      '{"recommendations": "x"}',
      '{"recommendations": [{}]}',
      '{"a": \'x\'}',
      '{} {}',
      '/*',
    ])
      assert.equal(recommendExtension(text).kind, 'unreadable', text);
    assert.equal(recommendExtension('{"unwantedRecommendations": ["Changegate.changegate"]}').kind, 'settled');
    assert.equal(recommendExtension('{"a": {"recommendations": []}, "b": "recommendations"}').kind, 'edit');
  });
});
