import { becomes, stays } from './normalized';

describe('normalizing a table of fields', () => {
  it('makes lines of its rows, unknown ones too', () => {
    becomes(
      '| Field | Value |\n|---|---|\n| Title | x |\n| **Requestor** | Ana |\n| Budget | 5 |\n| Category | |',
      '**Title**: x\n\n**Requestor**: Ana\n\n**Budget**: 5\n\n**Category**:',
    );
  });

  it('takes a head that is a field for one', () => {
    becomes('| Title | x |\n|---|---|\n| Requestor | Ana |', '**Title**: x\n\n**Requestor**: Ana');
  });

  it('leaves a table whose head says something, one of three columns, and one with an escaped pipe', () => {
    stays('| Checked in May | Outcome |\n|---|---|\n| Title | x |');
    stays('| Field | Value | By |\n|---|---|---|\n| Title | x | Ana |');
    stays('| Field | Value |\n|---|---|\n| Title | a \\| b |');
  });
});
