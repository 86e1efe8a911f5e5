import type { Policy } from '../policy/policy';
import type { Process } from '../../process/process';
import type { KnownRecord } from '../../rules/rule';
import { companionsAmong, filesById, recordFile, strayCompanions, type RecordFile } from './recordFiles';
import { isArchived } from '../../lifecycle/standing';

/** Which files of a folder are records and companions, and which of them belong together; read or not. */
export class KnownFiles {
  private files: Map<string, RecordFile>;
  private byId: Map<string, RecordFile[]>;

  constructor(
    files: ReadonlyMap<string, RecordFile>,
    private readonly policy: Policy,
    private readonly processes: readonly Process[],
  ) {
    this.files = new Map(files);
    this.byId = filesById(this.files.values());
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  at(path: string): RecordFile | undefined {
    return this.files.get(path);
  }

  paths(): ReadonlySet<string> {
    return new Set(this.files.keys());
  }

  /** The paths of all records, companions left out. */
  records(): string[] {
    return [...this.files.values()].filter(isRecord).map(({ path }) => path);
  }

  isRecord(path: string): boolean {
    const file = this.files.get(path);
    return file !== undefined && isRecord(file);
  }

  /** Takes note of a file that is there, or of one that is there no more. */
  note(path: string, type: RecordFile['type'] | undefined): void {
    const before = this.files.get(path);
    const after = type && this.identify(path, type);
    if (after) this.files.set(path, after);
    else this.files.delete(path);
    if (before?.identity.id !== after?.identity.id || !before || !after) this.byId = filesById(this.files.values());
  }

  /** What a path is by its name; undefined for what is no record and no companion. */
  identify(path: string, type: RecordFile['type'] = 'file'): RecordFile | undefined {
    return recordFile(path, type, this.policy, this.processes);
  }

  /** The records that a text is part of: itself, or those with a companion's ID. */
  ownersOf(path: string): string[] {
    const file = this.files.get(path);
    if (!file || isRecord(file)) return file ? [path] : [];
    return this.relatedTo(path).filter((each) => each !== path && this.companionsOf(each).includes(path));
  }

  /** A file, and all records with the same ID. */
  relatedTo(path: string): string[] {
    const id = (this.files.get(path) ?? this.identify(path))?.identity.id;
    const same = id ? (this.byId.get(id.text) ?? []) : [];
    return [path, ...same.filter(isRecord).map((file) => file.path)];
  }

  /** Companions lie beside their record; one that lies elsewhere belongs to the only record of its ID. */
  companionsOf(path: string): string[] {
    return companionsAmong(path, this.sameId(path));
  }

  /** Records by ID as far as a file needs to know them: those with its own. */
  withIdOf(path: string): ReadonlyMap<string, readonly KnownRecord[]> {
    const id = this.files.get(path)?.identity.id?.text;
    if (id === undefined) return new Map();
    const records = this.sameId(path).filter(isRecord);
    return new Map([[id, records.map((file) => ({ path: file.path, archived: isArchived(file.path) }))]]);
  }

  /** Assessments and plans whose record is not there. */
  strays(): ReturnType<typeof strayCompanions> {
    return strayCompanions(this.byId);
  }

  private sameId(path: string): readonly RecordFile[] {
    const id = this.files.get(path)?.identity.id?.text;
    return id === undefined ? [] : (this.byId.get(id) ?? []);
  }
}

function isRecord({ identity }: RecordFile): boolean {
  return identity.kind === 'record';
}
