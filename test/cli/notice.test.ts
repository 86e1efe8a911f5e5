import { strict as assert } from 'node:assert';
import { TemporaryWorkspace } from './process';

describe('changegate notice', () => {
  let workspace: TemporaryWorkspace;
  beforeEach(() => {
    workspace = new TemporaryWorkspace();
    workspace.request(
      '# Change Request: CR-2026-02-09-001\n\n**Status**: APPROVED\n\n## Basic Information\n\n**Title**: Raise the limit\n\n## Stakeholders\n\n**Implementer(s)**:\n- Ivo Lang <ivo@example.com> - Developer\n\n**Notified Parties**:\n- Support\n',
    );
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('prints the message for those who are concerned, and sends nothing', () => {
    const { code, out } = workspace.run('notice', 'CR-2026-02-09-001');
    assert.equal(code, 0);
    assert.match(
      out,
      /^To: Ivo Lang <ivo@example\.com>, Support\nSubject: CR-2026-02-09-001: Raise the limit – approved\n\nImplementation may begin\./,
    );
  });

  it('prints a link for a mail program', () => {
    const { out } = workspace.run('notice', 'CR-2026-02-09-001', '--mailto');
    assert.match(out, /^mailto:ivo@example\.com\?subject=CR-2026-02-09-001%3A%20Raise\S+&body=\S+\n$/);
  });

  it('cannot steer a terminal with what a record says', () => {
    workspace.request(
      '# Change Request: CR-2026-02-09-002\n\n**Status**: APPROVED\n**Title**: \u001b[31mred\u202e\n',
      'CR-2026-02-09-002',
    );
    const { out } = workspace.run('notice', 'CR-2026-02-09-002');
    assert.doesNotMatch(out, /[\u001b\u202e]/);
  });

  it('says what is wrong with a call', () => {
    assert.match(workspace.run('notice').err, /Expected one record/);
    assert.equal(workspace.run('notice', 'CR-2026-02-09-009').code, 2);
  });
});
