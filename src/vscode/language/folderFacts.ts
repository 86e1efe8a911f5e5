import * as vscode from 'vscode';
import type { FolderEntry, LanguageFacts } from '../../core/present/language/completion';
import { folderEntries } from '../../core/present/language/folderEntries';
import type { HoverFacts } from '../../core/present/language/hover';
import { codeownersPaths, readCodeowners, type OwnerRule } from '../../core/workspace/people/codeowners';
import { closedFolders, FileAccessError } from '../../core/ports';
import { decodeText } from '../../core/text/decodeText';
import type { Governance } from '../governance';
import type { GovernedFolder } from '../governedFolder';

/** How long a list of files is good for, in milliseconds: as long as somebody writes one line. */
const lifetime = 10_000;
/** How much of CODEOWNERS is read, in bytes; hosts read no more of it either. */
const largestOwners = 3 * 1024 * 1024;

/** What is known of a folder for anyone who writes or reads there; asked for only where it is needed. */
export class FolderFacts implements LanguageFacts, HoverFacts {
  constructor(
    private readonly governance: Governance,
    private readonly folder: GovernedFolder,
    private readonly lists: FolderLists,
  ) {}

  get processes(): LanguageFacts['processes'] {
    return this.folder.processes;
  }

  get now(): number {
    return this.governance.clock.now();
  }

  get zone(): string {
    return this.folder.policy.zone;
  }

  records(): ReturnType<LanguageFacts['records']> {
    return this.folder.index.all().map(({ summary }) => summary);
  }

  recordsOf(id: string): ReturnType<HoverFacts['recordsOf']> {
    const wanted = id.toUpperCase();
    return this.folder.index.all().filter(({ summary }) => summary.id === wanted);
  }

  requirements(): ReturnType<LanguageFacts['requirements']> {
    return Promise.resolve([...(this.folder.index.requirements?.requirements.values() ?? [])]);
  }

  people(): ReturnType<LanguageFacts['people']> {
    return this.folder.index.all().flatMap(({ summary }) => summary.people);
  }

  owners(): Promise<readonly OwnerRule[]> {
    return this.lists.ownersOf(this.folder);
  }

  async entries(path: string): Promise<readonly FolderEntry[]> {
    const files = await this.lists.filesOf(this.folder);
    if (files) return folderEntries(files, path);
    const uri = path === '' ? this.folder.folder.uri : this.folder.uriOf(path);
    const found = await vscode.workspace.fs.readDirectory(uri).then(undefined, () => []);
    return found
      .filter(([name]) => !closedFolders.has(name))
      .map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
  }
}

/** What takes a while to find out: the files that git follows, and CODEOWNERS. Kept for a moment. */
export class FolderLists {
  private readonly files = new WeakMap<GovernedFolder, Kept<readonly string[] | undefined>>();
  private readonly owners = new WeakMap<GovernedFolder, Kept<readonly OwnerRule[]>>();

  constructor(private readonly governance: Governance) {}

  /** Every file of a folder that git does not ignore; undefined without git. */
  filesOf(folder: GovernedFolder): Promise<readonly string[] | undefined> {
    return this.kept(this.files, folder, () => this.governance.platform.git(folder.folder).listFiles());
  }

  /** The rules of CODEOWNERS; none where there is no such file, or none that can be read. */
  ownersOf(folder: GovernedFolder): Promise<readonly OwnerRule[]> {
    return this.kept(this.owners, folder, () => readOwners(folder));
  }

  private kept<T>(known: WeakMap<GovernedFolder, Kept<T>>, folder: GovernedFolder, ask: () => Promise<T>): Promise<T> {
    const now = this.governance.clock.now();
    const before = known.get(folder);
    if (before && now - before.since < lifetime) return before.answer;
    const answer = ask();
    known.set(folder, { since: now, answer });
    return answer;
  }
}

interface Kept<T> {
  readonly since: number;
  readonly answer: Promise<T>;
}

async function readOwners({ workspace }: GovernedFolder): Promise<readonly OwnerRule[]> {
  for (const path of codeownersPaths) {
    try {
      const content = await workspace.read(path, largestOwners);
      const decoded = content && decodeText(content.bytes, content.size);
      if (decoded?.kind === 'text') return readCodeowners(decoded.text);
    } catch (error) {
      if (!(error instanceof FileAccessError)) throw error;
    }
  }
  return [];
}
