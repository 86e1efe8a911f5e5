import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { csv } from '../../../../src/core/present/report/csv';
import { dashboardCsv } from '../../../../src/core/present/dashboard/dashboardCsv';
import { metricsReport } from '../../../../src/core/present/metrics/metricsReport';
import { proposed } from '../portfolioRecords';

describe('tables as CSV', () => {
  it('are RFC 4180: CRLF, quoted where it has to be', () => {
    assert.equal(csv([['a', 'b, c', 'say "no"', null, 1.5, -2]]), 'a,"b, c","say ""no""",,1.5,-2\r\n');
  });

  it('40: keep words of people words, whatever a spreadsheet would make of them', () => {
    const words = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=cmd|calc', '\r=1', '＝1', "='x", '=1,2'];
    const cells = csv(words.map((word) => [word]))
      .split('\r\n')
      .slice(0, -1);
    assert.deepEqual(cells, [
      "'=1+1",
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "' =1",
      "' =cmd|calc",
      "' =1",
      "'＝1",
      "'='x",
      '"\'=1,2"',
    ]);
    assert.equal(csv([['a-b', '1=1', 'x@example.com']]), 'a-b,1=1,x@example.com\r\n');
  });

  it('40: never begin a cell of words with what a formula begins with', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const cell = csv([[word]]).slice(0, -2);
        assert.doesNotMatch(cell.startsWith('"') ? cell.slice(1) : cell, /^\s*[=+\-@]/);
        assert.doesNotMatch(cell, /[\r\n]/);
      }),
    );
  });

  it('have a row for each record, with its values and why there are none', () => {
    const records = [proposed('CR-2026-03-10-001', { title: '=HYPERLINK("http://x","y")' })];
    const [head = '', row = ''] = dashboardCsv(metricsReport(records), records).split('\r\n');
    assert.match(
      head,
      /^id,path,title,process,status,type,priority,risk,archived,created,proposed,approved,started,deployed,request_to_approval_days,request_to_approval_note,/,
    );
    assert.match(
      row,
      /^CR-2026-03-10-001,docs\/processes\/change-requests\/CR-2026-03-10-001\.md,"'=HYPERLINK\(""http:\/\/x"",""y""\)",change-request,PROPOSED,BUG,,,no,2026-03-10T09:00Z,,,,,,open: it is not approved yet,/,
    );
  });
});
