import { scan } from '../../src/core/markdown/scan';
import type { FencedCode } from '../../src/core/markdown/blocks';

/** A file of an example, as a fence of the page gives it. */
export interface ExampleFile {
  /** `CR-2026-02-09-001.md`, or with folders below that of its process; or `.changegate/policy.yml`. */
  readonly file: string;
  readonly text: string;
  /** What else the fence says of it: `today`, `encoding`, `type`, `pad`, `branch`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** One line of the list below an example: what is found, and where. */
export interface ExpectedFinding {
  /** Undefined: in the first file of the example. */
  readonly file: string | undefined;
  /** One-based. */
  readonly line: number;
  /** The text that the range covers; `⏎` stands for a line break. */
  readonly covered: string;
  readonly message: string;
}

/** An example of a rule's page. */
export interface DocumentedExample {
  /** Its heading, or the one of its part of the page. */
  readonly title: string;
  readonly files: readonly ExampleFile[];
  readonly expected: readonly ExpectedFinding[];
  /** The first file with the first fix of every finding. */
  readonly fixed: ExampleFile | undefined;
}

/** The branch that a file is on; undefined: the one that is checked out. */
export function branchOf({ attributes }: ExampleFile): string | undefined {
  return attributes.get('branch');
}

/** What a page shows. */
export interface RulePage {
  readonly found: readonly DocumentedExample[];
  readonly notFound: readonly DocumentedExample[];
  /** What could not be read, one sentence each. */
  readonly problems: readonly string[];
}

type Growing = { -readonly [Key in keyof DocumentedExample]: DocumentedExample[Key] } & {
  readonly files: ExampleFile[];
  readonly expected: ExpectedFinding[];
};

const expectation = /^(?:`([^`]+)`, )?line (\d+), (?:\(empty\)|(`+) ?(.*?) ?\3): (.+)$/;

/** Reads the examples of a page: fences below "Found" and "Not found", each with the list of what is found in it. */
export function readRulePage(page: string): RulePage {
  const found: Growing[] = [];
  const notFound: Growing[] = [];
  const problems: string[] = [];
  let part: Growing[] | undefined;
  let title = '';
  let example: Growing | undefined;
  for (const block of scan(page).blocks) {
    if (block.kind === 'heading') {
      title = page.slice(block.title.start, block.title.end);
      example = undefined;
      if (block.level <= 2) part = title === 'Found' ? found : title === 'Not found' ? notFound : undefined;
    } else if (block.kind === 'fence' && part) {
      const file = fileOf(page, block);
      if (!file) continue;
      if (file.attributes.has('fixed')) {
        if (example) example.fixed = file;
        else problems.push(`line ${String(block.line + 1)}: a fixed text without an example before it`);
        continue;
      }
      if (
        !example ||
        example.expected.length > 0 ||
        example.fixed ||
        example.files.some((each) => each.file === file.file && branchOf(each) === branchOf(file))
      ) {
        example = { title, files: [], expected: [], fixed: undefined };
        part.push(example);
      }
      example.files.push(file);
    } else if (block.kind === 'item' && part && example) {
      const match = expectation.exec(page.slice(block.content.start, block.content.end));
      if (!match) problems.push(`line ${String(block.line + 1)}: not "line N, \`text\`: message"`);
      else {
        const [, file, line, , covered = '', message = ''] = match;
        example.expected.push({ file, line: Number(line), covered, message });
      }
    }
  }
  return { found, notFound, problems };
}

function fileOf(page: string, { span, info }: FencedCode): ExampleFile | undefined {
  const attributes = new Map(
    page
      .slice(info.start, info.end)
      .split(/\s+/)
      .flatMap((word): [string, string][] => {
        const at = word.indexOf('=');
        return at < 0 ? [] : [[word.slice(0, at), word.slice(at + 1)]];
      }),
  );
  const file = attributes.get('file') ?? attributes.get('fixed');
  if (file === undefined) return undefined;
  const lines = page.slice(span.start, span.end).split('\n').slice(1, -1);
  return { file, text: lines.map((line) => `${line}\n`).join(''), attributes };
}
