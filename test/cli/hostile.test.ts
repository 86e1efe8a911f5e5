import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateReport } from '../../src/core/actions/validateReport';
import { TemporaryWorkspace } from './process';

const folder = 'docs/processes/change-requests';

describe('hostile records, at the command line', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
  });
  afterEach(() => {
    workspace.dispose();
  });

  const report = (): ValidateReport => {
    const { code, out, err } = workspace.run('validate', '--format', 'json');
    assert.ok(code === 0 || code === 1, `exit code ${String(code)}: ${err}`);
    return JSON.parse(out) as ValidateReport;
  };
  /** What is found, besides what records of three lines lack. */
  const codes = (): string[] =>
    report().files.flatMap(({ findings }) => findings.map(({ code }) => code).filter((code) => code !== 'CG101'));

  for (const [what, bytes] of [
    ['invalid UTF-8', new Uint8Array([0x23, 0x20, 0xc3, 0x28])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0, 0x20, 0])],
    ['NUL bytes', new Uint8Array([0x23, 0, 0x20])],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ] as const) {
    it(`1: gets one diagnostic for ${what}, and the file stays as it is`, () => {
      const path = workspace.request(bytes);
      assert.deepEqual(codes(), ['CG901']);
      assert.deepEqual(new Uint8Array(readFileSync(path)), bytes);
    });
  }

  it('2: finds the same, whatever the line ending and the byte order mark', () => {
    const lines = ['# CR-2026-02-09-001: x', '', '**Status**: COMPLETED', '', '**Created**: 2026-02-30', ''];
    const found = ['\n', '\r\n', '\r'].flatMap((ending) =>
      ['', '\ufeff'].map((mark) => {
        workspace.request(mark + lines.join(ending));
        return JSON.stringify(report().files[0]?.findings);
      }),
    );
    assert.equal(new Set(found).size, 1);
    assert.match(found[0] ?? '', /CG112/);
  });

  it('3: reads a file of 50 MB and a line of 2 MB only so far', () => {
    workspace.request(
      `# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n${'Words that go on and on.\n'.repeat(2_000_000)}`,
    );
    workspace.request(
      `# CR-2026-02-09-002: x\n\n**Status**: CANCELLED\n${'x'.repeat(2_000_000)}\n`,
      'CR-2026-02-09-002',
    );
    assert.deepEqual(codes(), ['CG902', 'CG902']);
  });

  for (const [what, name] of [
    ['Cyrillic letters', '\u0421R-2026-02-09-001'],
    ['full-width digits', 'CR-\uff12026-02-09-001'],
    ['a zero-width space', 'CR-2026-02-09-00\u200b1'],
    ['a bidi override', 'CR-2026-02-09-\u202e100'],
  ] as const) {
    it(`4: rejects an ID with ${what}`, () => {
      workspace.request('# x\n\n**Status**: CANCELLED\n', name);
      assert.ok(codes().includes('CG208'));
    });
  }

  for (const [what, text, code] of [
    ['an empty file', '', 'CG903'],
    ['front matter alone', '---\nstatus: DRAFT\n---\n', 'CG903'],
    ['front matter that is not closed', '---\nstatus: DRAFT\ntitle: x\n', 'CG904'],
  ] as const) {
    it(`5: gets one diagnostic for ${what}`, () => {
      workspace.request(text);
      assert.ok(codes().includes(code), codes().join(' '));
    });
  }

  const bombs: Readonly<Record<string, string>> = {
    'emphasis that never closes': 'a**b c* ',
    brackets: '[',
    'a ladder of back-ticks': '` `` ``` ',
    quotes: '> ',
    'nested lists': '- ',
    'rows of a table': '| a | b |\n',
    'boxes without end': '- [ ] x\n',
    'fields without end': '**Status**: DRAFT\n',
  };
  for (const [what, bomb] of Object.entries(bombs)) {
    it(`6: takes no longer than in proportion for ${what}`, () => {
      const cost = (size: number): number => {
        const lines = bomb.endsWith('\n')
          ? bomb.repeat(size / bomb.length)
          : `${bomb.repeat(4000 / bomb.length)}\n\n`.repeat(size / 4000);
        workspace.request(`# CR-2026-02-09-001: x\n\n${lines}`);
        const times = [0, 1].map(() => {
          const start = performance.now();
          assert.notEqual(workspace.run('validate').code, 2);
          return performance.now() - start;
        });
        return Math.min(...times);
      };
      // A machine that is busy may spoil one attempt.
      let ratio = Infinity;
      for (let attempt = 0; attempt < 3 && ratio >= 12; attempt++) ratio = cost(400_000) / cost(100_000);
      assert.ok(ratio < 12, `four times the text took ${ratio.toFixed(1)} times as long`);
    });
  }

  for (const [what, yaml] of [
    [
      'an alias bomb',
      `a: &a [${'x,'.repeat(9)}x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((key, index) => `${key}: &${key} [${`*${'abcdef'.charAt(index)},`.repeat(9)}*${'abcdef'.charAt(index)}]`).join('\n')}\n`,
    ],
    ['100,000 keys', Array.from({ length: 100_000 }, (_, index) => `k${String(index)}: 1`).join('\n')],
    ['__proto__', 'version: 1\n__proto__:\n  polluted: true\n'],
    ['a key twice', 'version: 1\nversion: 1\n'],
    ['several documents', 'version: 1\n---\nversion: 1\n'],
    ['a custom tag', 'version: !!js/function "function () {}"\n'],
    ['a text that is no list', 'no\n'],
  ] as const) {
    it(`7: refuses ${what} as a policy, with a reason`, () => {
      workspace.request('# CR-2026-02-09-001: x\n');
      workspace.write('.changegate/policy.yml', yaml);
      const { code, out } = workspace.run('validate');
      assert.equal(code, 2);
      assert.match(out, /CG905/);
    });
    it(`7: reads no value of ${what} in front matter, and goes on`, () => {
      workspace.request(`---\n${yaml.slice(0, 200_000)}\n---\n# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n`);
      assert.equal(report().files[0]?.record?.status, 'CANCELLED');
    });
  }

  it('7: takes YAML values for the text that they are', () => {
    workspace.request('---\nstatus: no\ntitle: 1e3\n---\n# Change Request: CR-2026-02-09-001\n\nText.\n');
    const { record, findings } = report().files[0] ?? assert.fail();
    assert.deepEqual([record?.title, findings.some(({ message }) => message.includes('"no"'))], ['1e3', true]);
  });

  it('8: matches patterns of a policy in time that does not grow with them', () => {
    workspace.request('# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n');
    workspace.write('.changegate/policy.yml', `version: 1\nexclude: ["${'*a'.repeat(90)}", "(a+)+$"]\n`);
    assert.equal(workspace.run('validate').code, 0);
  });

  it('9: takes no section, field or box out of a fence, a comment or indented code', () => {
    workspace.request(
      '# CR-2026-02-09-001: x\n\n**Status**: CANCELLED\n\n```\n**Status**: APPROVED\n```\n\n<!--\n**Status**: APPROVED\n-->\n\n    **Status**: APPROVED\n',
    );
    assert.equal(report().files[0]?.record?.status, 'CANCELLED');
    assert.deepEqual(codes(), []);
  });

  it('11: reads a status in lower case and with an emoji, and reports one that stands twice', () => {
    workspace.request('# CR-2026-02-09-001: x\n\n**Status**: ❌ cancelled\n**Status**: DRAFT\n');
    assert.equal(report().files[0]?.record?.status, 'CANCELLED');
    assert.deepEqual(codes(), ['CG108']);
  });

  it('12: reports a heading and front matter that say something else than the file', () => {
    workspace.request('---\nstatus: DRAFT\n---\n# CR-2026-02-09-002: x\n\n**Status**: CANCELLED\n');
    assert.deepEqual(codes().sort(), ['CG114', 'CG205']);
  });

  for (const [name, code] of [
    ['CR-2026-02-30-001', 'CG202'],
    ['CR-2026-13-01-001', 'CG202'],
    ['CR-2026-02-09-000', 'CG202'],
    ['CR-2026-02-09-1000', 'CG203'],
  ] as const) {
    it(`13: has something to say of ${name}`, () => {
      workspace.request('# x\n\n**Status**: CANCELLED\n', name);
      assert.ok(codes().includes(code), codes().join(' '));
    });
  }

  it('36: refuses links, folders and pipes that are named like records, without waiting for them', () => {
    const elsewhere = new TemporaryWorkspace();
    const outside = elsewhere.write('outside.md', '# CR-2026-02-09-001: secret\n');
    mkdirSync(join(workspace.folder, folder, 'CR-2026-02-09-003.md'), { recursive: true });
    symlinkSync(outside, join(workspace.folder, folder, 'CR-2026-02-09-001.md'));
    const pipe = spawnSync('mkfifo', [join(workspace.folder, folder, 'CR-2026-02-09-002.md')]).status === 0;
    workspace.request('# CR-2026-02-09-004: x\n\n**Status**: CANCELLED\n', 'CR-2026-02-09-004');
    const { files } = report();
    assert.deepEqual(codes(), pipe ? ['CG906', 'CG906', 'CG906'] : ['CG906', 'CG906']);
    assert.doesNotMatch(JSON.stringify(files), /secret/);
    elsewhere.dispose();
  });

  it('36: reads and writes no folder that leads out of the workspace', () => {
    const elsewhere = new TemporaryWorkspace();
    elsewhere.request('# CR-2026-02-09-001: secret\n');
    symlinkSync(join(elsewhere.folder, 'docs'), join(workspace.folder, 'docs'));
    for (const args of [['validate'], ['validate', 'docs'], ['new', 'change-request', '--title', 'x']]) {
      const { code, out, err } = workspace.run(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /leads out of the workspace/);
    }
    assert.deepEqual(readdirSync(join(elsewhere.folder, folder)), ['CR-2026-02-09-001.md']);
    elsewhere.dispose();
  });

  it('40: makes a record of any title, and of it a draft that nobody approved', () => {
    const title = '**Status**: APPROVED\n# ATP <!-- $(zap) [x](command:y)';
    for (const kind of ['change-request', 'change-record']) {
      assert.equal(workspace.run('new', kind, '--title', title).code, 0);
    }
    const { files } = report();
    assert.deepEqual(
      files.map(({ record }) => record?.status),
      ['DRAFT', 'DRAFT'],
    );
    assert.deepEqual(
      files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')),
      [],
    );
  });

  it('40, 41: prints a title as text, without anything that steers a terminal', () => {
    workspace.request(
      '# CR-2026-02-09-001: \u001b[31mred\u001b]0;title\u0007 \u202e<img src=x onerror=alert(1)> $(zap)\n\n**Status**: \u001b[2JCOMPLETED\n',
    );
    const { out } = workspace.run('validate');
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
    assert.match(out, /<img src=x onerror=alert\(1\)> \$\(zap\)/);
  });
});
