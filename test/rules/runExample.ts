import { acrossFacts } from '../../src/core/workspace/across/acrossFacts';
import { Portfolio, toPortfolio, type PortfolioRecord } from '../../src/core/workspace/across/portfolio';
import { recordsElsewhere } from '../../src/core/workspace/index/recordsElsewhere';
import { linksOf, placedLinks } from '../../src/core/record/recordLinks';
import { validate } from '../../src/core/actions/validate';
import type { LocatedFinding } from '../../src/core/findings/locatedFinding';
import { isArchived } from '../../src/core/lifecycle/standing';
import { summarize } from '../../src/core/workspace/summarize';
import { readPolicy } from '../../src/core/workspace/policy/readPolicy';
import { contestedBy, defaultPolicy, policyPath, scheduleOf } from '../../src/core/workspace/policy/policy';
import { templateFolder } from '../../src/core/workspace/policy/templateFiles';
import { builtInProcesses } from '../../src/core/process/builtInProcesses';
import { readDate, type CalendarDate } from '../../src/core/text/calendarDate';
import { identifyFile } from '../../src/core/record/identifyFile';
import { readRecord } from '../../src/core/record/readRecord';
import { readRequirements, type RequirementsMatrix } from '../../src/core/record/readRequirements';
import { lintRecord } from '../../src/core/rules/engine/lintRecord';
import { isChanging, type Finding, type Fix } from '../../src/core/findings/finding';
import type { Rule } from '../../src/core/rules/rule';
import { LineIndex } from '../../src/core/text/lineIndex';
import { noGit } from '../../src/core/ports';
import { branchOf, type DocumentedExample, type ExampleFile, type ExpectedFinding } from './documentedExample';
import { applyFix, pathAfter } from './fixes';
import { MemoryWorkspace, type MemoryFile } from './memoryWorkspace';
import { unpacked } from './unpacked';

const requests = 'docs/processes/change-requests/';
const records = 'docs/processes/change-records/';
const usualDay = '2026-03-01';

/** Texts by path. */
type Texts = ReadonlyMap<string, string>;

/** Where a file of an example lies. */
export function pathOf(file: string): string {
  if (file.startsWith('.changegate/') || file.startsWith(templateFolder) || file === defaultPolicy.requirements)
    return file;
  return `${/(?:^|\/)CHG/i.test(file) ? records : requests}${file}`;
}

function dayOf({ files }: DocumentedExample): CalendarDate {
  const read = readDate(files[0]?.attributes.get('today') ?? usualDay);
  if (read.kind !== 'date') throw new Error('today is no date');
  return read.date;
}

function textsOf({ files }: DocumentedExample): Texts {
  const here = files.filter((file) => branchOf(file) === undefined);
  return new Map(here.map(({ file, text }) => [pathOf(file), text]));
}

/** The records that an example has on other branches. */
function elsewhereIn({ files }: DocumentedExample): Promise<PortfolioRecord[]> {
  const onBranches = files.flatMap((file) => {
    const branch = branchOf(file);
    return branch === undefined
      ? []
      : [{ branch, path: pathOf(file.file), bytes: new TextEncoder().encode(file.text) }];
  });
  const git = { ...noGit, filesOnOtherBranches: () => Promise.resolve(onBranches) };
  return recordsElsewhere(git, defaultPolicy, builtInProcesses());
}

/** What one rule finds in texts, as a whole workspace. Throws what the rule throws. */
function lintWith(
  texts: Texts,
  rule: Rule,
  today: CalendarDate,
  elsewhere: readonly PortfolioRecord[] = [],
): Finding[] {
  const { policy } = readPolicy(texts.get(policyPath) ?? 'version: 1');
  const processes = policy.processes ?? builtInProcesses();
  const identities = [...texts.keys()].map((path) => ({ path, identity: identifyFile(path, processes) }));
  const records = identities.filter(({ identity }) => identity.kind === 'record');
  const read = records.flatMap(({ path, identity }) => {
    if (identity.kind !== 'record') return [];
    const process = processes.find(({ id }) => id === identity.processId);
    if (!process) return [];
    const id = identity.id?.text;
    const sameId = (kind: string) =>
      id === undefined
        ? []
        : identities.filter(
            (each) => each.identity.kind === kind && 'id' in each.identity && each.identity.id?.text === id,
          );
    const companions = sameId('companion').map((each) => ({ path: each.path, text: texts.get(each.path) ?? '' }));
    const record = readRecord({ process, path, text: texts.get(path) ?? '', companions });
    const known = sameId('record').map((each) => ({ path: each.path, archived: isArchived(each.path) }));
    return [{ record, known: new Map(id === undefined ? [] : [[id, known]]), links: placedLinks(record, processes) }];
  });
  const summaries = read.map(({ record, links }) => summarize(record, [], [], linksOf(links)));
  const portfolio = new Portfolio([...summaries.map(toPortfolio), ...elsewhere]);
  return read.flatMap(({ record, known, links }, index) =>
    lintRecord(record, {
      today,
      // What looks at the findings of all others needs them.
      ...(rule.afterwards === true ? {} : { rules: [rule] }),
      // A rule that is only asked where the policy says so is shown as if it did.
      ...(rule.optIn === true ? { severities: new Map([[rule.code, 'warning' as const]]) } : {}),
      known,
      requirements: matrixOf(texts),
      untouched: policy.untouched,
      businessHours: policy.businessHours,
      schedule: scheduleOf(policy),
      across: () => {
        const summary = summaries[index];
        return summary && { facts: acrossFacts(toPortfolio(summary), portfolio, contestedBy(policy)), links };
      },
      onRuleError: (_, error) => {
        throw error;
      },
    }).filter(({ code }) => code === rule.code),
  );
}

function matrixOf(texts: Texts): RequirementsMatrix | undefined {
  const path = defaultPolicy.requirements;
  const text = texts.get(path);
  return text === undefined ? undefined : { path, requirements: readRequirements(text) };
}

/** A finding as the page writes it. */
export function described(finding: Omit<Finding, 'fixes'>, texts: Texts, mainPath: string): ExpectedFinding {
  const text = texts.get(finding.path) ?? '';
  const line = LineIndex.of(text).lineAt(finding.span.start) + 1;
  return {
    file: finding.path === mainPath ? undefined : finding.path.slice(finding.path.lastIndexOf('/') + 1),
    line,
    covered: text
      .slice(finding.span.start, finding.span.end)
      .replace(/\r\n|\r|\n/g, '⏎')
      .trim(),
    message: finding.message,
  };
}

/** What a rule for records finds in an example. */
export async function findingsIn(example: DocumentedExample, rule: Rule): Promise<ExpectedFinding[]> {
  const texts = textsOf(example);
  const main = pathOf(example.files[0]?.file ?? '');
  return lintWith(texts, rule, dayOf(example), await elsewhereIn(example)).map((finding) =>
    described(finding, texts, main),
  );
}

/** The findings of an example that stay, and offer the same fix again, when their own first fix is applied. */
export function findingsThatStay(example: DocumentedExample, rule: Rule): string[] {
  const texts = textsOf(example);
  const today = dayOf(example);
  const before = lintWith(texts, rule, today);
  const keyed = (finding: Finding): string => `${finding.path} ${finding.message}`;
  return before
    .filter((finding) => {
      const fix = writingFix(finding);
      if (!fix) return false;
      const after = lintWith(fixedTexts(texts, fix), rule, today)
        .filter(({ fixes }) => fixes.some(({ title }) => title === fix.title))
        .map(keyed);
      const count = (all: readonly string[]): number => all.filter((each) => each === keyed(finding)).length;
      return count(after) >= count(before.map(keyed));
    })
    .map(({ message }) => message);
}

/** The first file of an example after the first fix of every finding, each applied and linted again. */
export function fixedExample(example: DocumentedExample, rule: Rule): ExampleFile {
  let texts = textsOf(example);
  let main = pathOf(example.files[0]?.file ?? '');
  for (let round = 0; round < 50; round++) {
    const fix = lintWith(texts, rule, dayOf(example))
      .map(writingFix)
      .find((each) => each !== undefined);
    if (!fix) break;
    texts = fixedTexts(texts, fix);
    main = pathAfter(main, fix);
  }
  const file = [requests, records].reduce(
    (path, folder) => (path.startsWith(folder) ? path.slice(folder.length) : path),
    main,
  );
  return { file, text: texts.get(main) ?? '', attributes: new Map() };
}

/** The first fix that changes something; those that only go somewhere are for people. */
function writingFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(isChanging);
}

function fixedTexts(texts: Texts, fix: Fix): Texts {
  return new Map([...texts].map(([path, text]) => [pathAfter(path, fix), applyFix(path, text, fix)]));
}

/** What a rule for files finds in an example, as the CLI and the editor come to it: through the index. */
export async function fileFindingsIn(example: DocumentedExample, code: string): Promise<ExpectedFinding[]> {
  const texts = textsOf(example);
  const main = pathOf(example.files[0]?.file ?? '');
  const policy = texts.get(policyPath);
  if (policy !== undefined && code === 'CG905') {
    return readPolicy(policy).findings.map((finding: LocatedFinding) => described(finding, texts, main));
  }
  const files = new Map(example.files.map((file) => [pathOf(file.file), memoryFile(file)]));
  const today = dayOf(example);
  const clock = { now: () => Date.UTC(today.year, today.month - 1, today.day) };
  const result = await validate({ workspace: new MemoryWorkspace(files), clock });
  if (result.kind !== 'report') return [];
  return unpacked(result.report).files.flatMap(({ path, findings }) =>
    findings
      .filter((finding) => finding.code === code)
      .map(({ range, message }) => ({
        file: path === main ? undefined : path.slice(path.lastIndexOf('/') + 1),
        line: range.start.line + 1,
        covered: '',
        message,
      })),
  );
}

/** The bytes of a file: in another encoding, or with a last line that is made longer, where the fence says so. */
function memoryFile({ text, attributes }: ExampleFile): MemoryFile {
  const pad = Number(attributes.get('pad') ?? 0);
  const padded = pad > 0 ? text.replace(/\n$/, ` ${'x'.repeat(pad)}\n`) : text;
  const repeated = padded.repeat(Number(attributes.get('times') ?? 1));
  const encoding = attributes.get('encoding') ?? 'utf-8';
  const type = attributes.get('type');
  return {
    bytes:
      encoding === 'utf-8'
        ? new TextEncoder().encode(repeated)
        : new Uint8Array(Buffer.from(repeated, bufferEncoding(encoding))),
    ...(type === 'symlink' || type === 'other' ? { type } : {}),
  };
}

function bufferEncoding(name: string): BufferEncoding {
  if (name === 'utf-16') return 'utf16le';
  if (name === 'latin-1') return 'latin1';
  throw new Error(`unknown encoding ${name}`);
}
