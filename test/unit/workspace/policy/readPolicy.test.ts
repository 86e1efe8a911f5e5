import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { loadPolicy } from '../../../../src/core/actions/validate';
import { defaultPolicy, policyPath, recordFolders } from '../../../../src/core/workspace/policy/policy';
import { printPolicy } from '../../../../src/core/workspace/policy/printPolicy';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';
import { FileAccessError } from '../../../../src/core/ports';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import { MemoryWorkspace } from '../../../rules/memoryWorkspace';

/** Line and character, both from one, and the message of each problem. */
function problems(text: string): string[] {
  const { isReadable, policy, findings } = readPolicy(text);
  assert.equal(isReadable, findings.length === 0);
  if (!isReadable) assert.equal(policy, defaultPolicy);
  return findings.map(({ code, path, severity, range: { start }, message }) => {
    assert.deepEqual([code, path, severity], ['CG905', policyPath, 'error']);
    return `${String(start.line + 1)}:${String(start.character + 1)} ${message}`;
  });
}

describe('the policy file', () => {
  it('changes nothing where it says nothing but its version', () => {
    assert.deepEqual(readPolicy('version: 1\n'), { policy: defaultPolicy, isReadable: true, findings: [] });
  });

  it('is read as a whole', () => {
    const { policy } = readPolicy(
      [
        'version: 1',
        'folders:',
        '  change-requests: [./changes/, "a\\\\b"]',
        'files: ["{id}.md", "{id}-{slug}.md"]',
        'exclude: ["**/_old/**"]',
        'zone: Europe/Berlin',
        'rules:',
        '  CG312: off',
        '  threshold-unreadable: { severity: hint, reason: Our auditors }',
        '',
      ].join('\n'),
    );
    assert.deepEqual(policy.folders, {
      'change-request': ['changes', 'a/b'],
      'change-record': ['docs/processes/change-records'],
    });
    assert.deepEqual(policy.files, ['{id}.md', '{id}-{slug}.md']);
    assert.deepEqual(policy.exclude, ['**/_old/**']);
    assert.equal(policy.zone, 'Europe/Berlin');
    assert.deepEqual(
      [...policy.severities],
      [
        ['CG312', 'off'],
        ['threshold-unreadable', 'hint'],
      ],
    );
    assert.deepEqual(recordFolders(policy), ['changes', 'a/b', 'docs/processes/change-records']);
  });

  it('names every folder once, and takes . for the whole workspace', () => {
    const { policy } = readPolicy('version: 1\nfolders:\n  change-requests: [.]\n  change-records: [./]\n');
    assert.deepEqual(recordFolders(policy), ['']);
  });

  for (const [what, text, expected] of [
    ['no version', 'zone: UTC\n', ['1:1 "version" is missing; "version: 1" is expected.']],
    ['another version', 'version: 2\n', ['1:10 The version is 1.']],
    ['nothing', '', ['1:1 The policy is empty; at least "version: 1" is expected.']],
    ['comments only', '# later\n', ['1:1 The policy is empty; at least "version: 1" is expected.']],
    [
      'a key that is nearly right, in a file with CRLF',
      'version: 1\r\nfoldres: {}\r\n',
      ['2:1 The policy has no key "foldres". Did you mean "folders"?'],
    ],
    [
      'a folder key that is nearly right',
      'version: 1\nfolders:\n  change-request: [a]\n',
      ['3:3 The policy has no key "change-request". Did you mean "change-requests"?'],
    ],
    [
      'a part of an ID that is nearly right',
      'version: 1\nprocesses:\n  change-request:\n    ids: CR-{yyymmdd}-{number}\n',
      ['4:10 "{yyymmdd}" is no part of an ID. Did you mean "yyyymmdd"?'],
    ],
    [
      'an absolute folder',
      'version: 1\nfolders:\n  change-requests: [/etc]\n',
      ['3:21 A folder is given relative to the workspace.'],
    ],
    [
      'a drive',
      'version: 1\nfolders:\n  change-requests: ["C:\\\\x"]\n',
      ['3:21 A folder is given relative to the workspace.'],
    ],
    [
      'a folder above the workspace',
      'version: 1\nfolders:\n  change-requests: [a/../../b]\n',
      ['3:21 A folder lies inside the workspace.'],
    ],
    ['no folder', 'version: 1\nfolders:\n  change-requests: []\n', ['3:20 At least one folder is expected.']],
    [
      'a time zone that there is not',
      'version: 1\nzone: Mars/Olympus\n',
      ['2:7 A time zone of the IANA data base is expected, for example Europe/Berlin.'],
    ],
    [
      'a severity that there is not',
      'version: 1\nrules:\n  CG312: fatal\n',
      ['3:10 A severity, or "severity" and "reason", is expected.'],
    ],
    [
      'a rule whose name is nearly right',
      'version: 1\nrules:\n  aproval-without-date: off\n',
      ['3:3 There is no rule "aproval-without-date". Did you mean approval-without-date?'],
    ],
    ['a rule named __proto__', 'version: 1\nrules:\n  __proto__: off\n', ['3:3 There is no rule "__proto__".']],
    ['a rule named constructor', 'version: 1\nrules:\n  constructor: off\n', ['3:3 There is no rule "constructor".']],
    [
      'a severity that there is not, beside a reason',
      'version: 1\nrules:\n  CG312: { severity: fatal, reason: x }\n',
      ['3:22 One of error, warning, information, hint and off is expected.'],
    ],
    [
      'a key of a rule that is nearly right',
      'version: 1\nrules:\n  CG312:\n    sevrity: error\n',
      ['4:5 The policy has no key "sevrity". Did you mean "severity"?'],
    ],
    [
      'one rule by its code and its name',
      'version: 1\nrules:\n  CG312: off\n  status-form: hint\n',
      ['4:3 "CG312" and "status-form" are the same rule; one is expected.'],
    ],
    [
      'a rule that nobody can switch off',
      'version: 1\nrules:\n  CG901: off\n',
      ['3:3 The severity of "CG901" cannot be changed.'],
    ],
    ['a text for a list', 'version: 1\nfiles: x\n', ['2:8 "files" is a text; a list is expected.']],
    ['a list for keys', 'version: 1\nfolders: [a]\n', ['2:10 "folders" is a list; keys with values are expected.']],
    ['a text alone', 'no\n', ['1:1 The policy is a text; keys with values are expected.']],
    [
      'a folder with a control character',
      'version: 1\nfolders:\n  change-requests: ["a\\0b"]\n',
      ['3:21 A folder has no control characters in its name.'],
    ],
    [
      'a pattern that begins at the root',
      'version: 1\nexclude: [/docs/x.md]\n',
      ['2:11 A pattern is relative to the workspace and begins with a name or a star.'],
    ],
    [
      'two documents',
      'version: 1\n---\nversion: 1\n',
      ['1:1 The policy holds several YAML documents; one is expected.'],
    ],
    ['a key twice', 'version: 1\nversion: 1\n', ['2:1 "version" stands twice.']],
    [
      'an anchor of a block',
      'version: 1\nfolders: &one {}\n',
      ['2:15 The policy uses YAML anchors, which are not read.'],
    ],
    ['an anchor', 'version: &one 1\n', ['1:15 The policy uses YAML anchors, which are not read.']],
    ['an alias whose name is not ASCII', 'version: &é 1\nzone: *é\n', [/^1:13 The policy uses YAML anchors/]],
    ['brackets without end', '['.repeat(60_000), [/^1:\d+ The policy is nested too deeply and was not read\.$/]],
    ['too much', `version: 1\n#${'x'.repeat(270_000)}\n`, ['1:1 The policy is longer than 256 KiB and was not read.']],
  ] as readonly (readonly [string, string, readonly (string | RegExp)[]])[]) {
    it(`is not followed, and says where and why, with ${what}`, () => {
      const found = problems(text);
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [index, each] of expected.entries())
        if (typeof each === 'string') assert.equal(found[index], each);
        else assert.match(found[index] ?? '', each);
    });
  }

  it('says all that is wrong at once', () => {
    assert.equal(problems('version: 2\nzone: x y\nfiles: [a]\nwhat: 1\n').length, 4);
  });

  it('says no more than anybody would mend one by one', () => {
    const many = Array.from({ length: 4000 }, (_, index) => `  k${String(index)}: off`).join('\n');
    assert.equal(problems(`version: 1\nrules:\n${many}\n`).length, 20);
  });

  it('takes a key with nothing but comments behind it for one that is left out', () => {
    const text = 'version: 1\nfolders:\n  change-requests:\nfiles:\nexclude:\nzone:\nrules:\n#  CG312: off\n';
    assert.deepEqual(readPolicy(text), { policy: defaultPolicy, isReadable: true, findings: [] });
  });

  it('reads lines that end with a carriage return alone', () => {
    assert.equal(readPolicy('version: 1\rzone: Europe/Berlin\r').policy.zone, 'Europe/Berlin');
  });

  it('never throws, whatever the text, and leaves Object.prototype as it is', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const word = fc.constantFrom(
      'version: 1\n', 'rules:\n', '  ', '__proto__', 'constructor', ': ', '- ', '[', ']', '{', '}', '&a ', '*a', '!!js ',
      '<<: ', '"', "'", '|\n', '\n', '---\n', '...\n', '? ', '# x', 'folders:\n', 'change-requests: ', '\u0000', '\t', '%YAML 1.1\n',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        problems(words.join(''));
      }),
      { numRuns: 500 },
    );
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype), before);
  });
});

describe('the policy of a workspace', () => {
  const load = (bytes: Uint8Array) => loadPolicy(new MemoryWorkspace(new Map([[policyPath, { bytes }]])));
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it('is the default one where there is no file', async () => {
    assert.deepEqual(await loadPolicy(new MemoryWorkspace(new Map())), {
      policy: defaultPolicy,
      isReadable: true,
      findings: [],
    });
  });

  it('is read behind a byte order mark', async () => {
    assert.equal((await load(utf8('\ufeffversion: 1\nzone: Asia/Tokyo\n'))).policy.zone, 'Asia/Tokyo');
  });

  for (const [what, bytes, message] of [
    ['is UTF-16', new Uint8Array([0xff, 0xfe, 0x76, 0]), /UTF-16/],
    ['is no text', new Uint8Array([0x76, 0]), /NUL bytes/],
    [
      'is longer than 256 KiB',
      utf8(`version: 1\n${`# ${'x'.repeat(3000)}\n`.repeat(90)}rules: 1\n`),
      /longer than 256 KiB/,
    ],
    ['has a line that would be cut', utf8(`version: 1\n# ${'x'.repeat(40_000)}\nrules: 1\n`), /longer than 32 KiB/],
  ] as const) {
    it(`is never followed in part: one that ${what} is not read`, async () => {
      const { isReadable, policy, findings } = await load(bytes);
      assert.deepEqual([isReadable, policy, findings.length], [false, defaultPolicy, 1]);
      assert.match(findings[0]?.message ?? '', message);
    });
  }

  it('is not readable where the file cannot be opened, and the reason is given', async () => {
    class Locked extends MemoryWorkspace {
      override read(path: string) {
        return Promise.reject(new FileAccessError(path, 'Permission was denied.'));
      }
    }
    const { isReadable, findings } = await loadPolicy(new Locked(new Map()));
    assert.equal(isReadable, false);
    assert.equal(findings[0]?.message, 'The policy cannot be read. Permission was denied.');
  });
});

describe('the processes of a policy', () => {
  const file = (...lines: string[]) => readPolicy(['version: 1', 'processes:', ...lines, ''].join('\n'));

  it('are the built-in ones where it says nothing of them', () => {
    assert.equal(readPolicy('version: 1\n').policy.processes, undefined);
  });

  it('are the built-in ones with its changes, and those of its own', () => {
    const { policy, findings } = file(
      '  change-request:',
      '    ids: CR-YYYY-NNN',
      '    tokens: [Ship it]',
      '  waiver:',
      '    extends: change-record',
      '    name: Waiver',
      '    ids: WV-YYYY-NNN',
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      policy.processes?.map(({ id, name, tokens }) => [id, name, tokens.length]),
      [
        ['change-request', 'Change Request', 1],
        ['change-record', 'Change Record', 0],
        ['waiver', 'Waiver', 0],
      ],
    );
  });

  for (const [what, lines, expected] of [
    [
      'an unknown key',
      ['  change-request:', '    tokenz: []'],
      ['4:5 The policy has no key "tokenz". Did you mean "tokens"?'],
    ],
    [
      'an unknown key, however deep',
      ['  change-request:', '    roles:', '      - id: dpo', '        lable: DPO'],
      ['6:9 The policy has no key "lable". Did you mean "label"?'],
    ],
    [
      'something missing',
      ['  waiver:', '    name: Waiver'],
      ['3:3 "waiver" is no built-in process; "extends" says what it inherits from, or "nothing".'],
    ],
    [
      'a contradiction',
      ['  change-request:', '    transitions:', '      - { from: DRAFT, to: NOWHERE }'],
      ['5:28 The transition from DRAFT to NOWHERE names the unknown status "NOWHERE".'],
    ],
    [
      'a field of no template',
      ['  change-request:', '    fields:', '      - { path: Nowhere / Color, key: color }'],
      ['5:17 No template has the field "Nowhere / Color".'],
    ],
    [
      'the same prefix twice',
      ['  waiver:', '    extends: change-record', '    name: Waiver'],
      ['3:3 The IDs of "waiver" begin with CHG, as those of "change-record" do.'],
    ],
  ] as const) {
    it(`say what is wrong with ${what}, and where`, () => {
      assert.deepEqual(problems(['version: 1', 'processes:', ...lines, ''].join('\n')), expected);
    });
  }

  it('are read back as they are printed', () => {
    for (const text of ['version: 1\n', 'version: 1\nzone: Asia/Tokyo\nrules:\n  CG312: off\n']) {
      const { policy } = readPolicy(text);
      const printed = printPolicy(policy, policy.processes ?? builtInProcesses());
      const { policy: again, findings } = readPolicy(printed);
      assert.deepEqual(findings, []);
      const { processes, ...rest } = again;
      assert.deepEqual(rest, policy);
      assert.deepEqual(
        processes?.map(({ source }) => source),
        builtInProcesses().map(({ source }) => source),
      );
    }
  });

  it('can be printed one by one', () => {
    const { policy } = readPolicy('version: 1\n');
    const printed = printPolicy(policy, builtInProcesses(), ['change-record']);
    assert.match(printed, /^version: 1\nprocesses:\n  change-record:\n/);
    assert.ok(!printed.includes('change-request:'));
  });
});

describe('where a policy is wrong, and what was meant', () => {
  const cases: [string, string, string, string][] = [
    ['an unknown status of a transition', 'transitions: [{ from: DRAFTT, to: PROPOSED }]', 'DRAFTT', 'DRAFT'],
    [
      'an unknown field of a guard',
      'transitions: [{ from: DRAFT, to: PROPOSED, guards: [{ kind: answer, field: titel }] }]',
      'titel',
      'title',
    ],
    ['an unknown guard', 'transitions: [{ from: DRAFT, to: PROPOSED, guards: [{ kind: reson }] }]', 'reson', 'reason'],
    [
      'an unknown field of a condition',
      'roles: [{ id: dpo, label: DPO, required-when: { field: complianc, is: [x] } }]',
      'complianc',
      'compliance',
    ],
    [
      'a value that a field does not offer',
      'roles: [{ id: dpo, label: DPO, required-when: { field: category, is: [FEATUR] } }]',
      'FEATUR',
      'FEATURE',
    ],
    [
      'a path that no template has',
      'fields: [{ path: Basic Information / Titel, required-from: draft }]',
      'Basic Information / Titel',
      'Basic Information / Title',
    ],
  ];
  for (const [what, line, covered, meant] of cases) {
    it(`tells of ${what}`, () => {
      const text = `version: 1\nprocesses:\n  change-request:\n    ${line}\n`;
      const [found, ...more] = readPolicy(text).findings;
      assert.deepEqual(more, []);
      assert.equal(found && text.slice(found.span.start, found.span.end), covered);
      assert.ok(found?.message.endsWith(` Did you mean "${meant}"?`), found?.message);
    });
  }

  it('tells of a process that is none once, and of a status in which no record can stay', () => {
    const told = (text: string): string[] => readPolicy(`version: 1\n${text}`).findings.map(({ message }) => message);
    assert.deepEqual(told('processes: { change-requst: { ids: X-NNN } }').length, 1);
    assert.deepEqual(told('untouched: { DRAFT: 3, PROPSED: 10 }'), [
      'No process has the status "PROPSED". Did you mean "PROPOSED"?',
    ]);
    assert.match(told('zone: Europe/Berlim')[0] ?? '', /Did you mean "Europe\/Berlin"\?$/);
  });

  it('tells what is wrong from the top of the file to its end', () => {
    const { findings } = readPolicy('version: 1\nzon: UTC\nsuppressions: alow\nrules: { CG312: of }\nfiles: 3\n');
    const starts = findings.map(({ span }) => span.start);
    assert.equal(starts.length, 4);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
  });
});
