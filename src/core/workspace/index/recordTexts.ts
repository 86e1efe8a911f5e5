import { FileAccessError, type Logger, type Workspace } from '../../ports';
import { decodeText, largestFile, limitText } from '../../text/decodeText';
import { fileFinding } from '../../findings/fileFindings';
import type { RecordFile } from './recordFiles';
import type { LocatedFinding } from '../../findings/locatedFinding';

/** The texts of files as they are to be read: as they are on disk, or as an editor holds them and has not saved yet. */
export class RecordTexts {
  private readonly overlays = new Map<string, string>();

  constructor(
    private readonly workspace: Workspace,
    private readonly logger: Logger | undefined,
  ) {}

  /** Lays the unsaved text of an editor over a file, or takes it away. */
  setOverlay(path: string, text: string | undefined): void {
    if (text === undefined) this.overlays.delete(path);
    else this.overlays.set(path, text);
  }

  /** The text of a file; what keeps it from being read, whole or at all, becomes a finding. */
  async read(path: string, type: RecordFile['type'], findings: LocatedFinding[]): Promise<string | undefined> {
    const overlay = this.overlays.get(path);
    if (overlay !== undefined) return limited(path, limitText(overlay), findings);
    if (type !== 'file') {
      const what = type === 'symlink' ? 'a symbolic link' : 'no file';
      findings.push(fileFinding(path, { kind: 'not-regular', what }));
      return undefined;
    }
    try {
      const content = await this.workspace.read(path, largestFile);
      if (!content) return undefined;
      const decoded = decodeText(content.bytes, content.size);
      if (decoded.kind === 'text') return limited(path, decoded, findings);
      findings.push(fileFinding(path, { kind: 'unreadable', reason: decoded.reason }));
    } catch (error) {
      if (!(error instanceof FileAccessError)) throw error;
      this.logger?.warn(error.message);
      findings.push(fileFinding(path, { kind: 'unreadable', reason: error.reason }));
    }
    return undefined;
  }

  /** What a path is on disk; undefined if there is nothing. */
  async typeOf(path: string): Promise<RecordFile['type'] | undefined> {
    try {
      return (await this.workspace.read(path, 0)) ? 'file' : undefined;
    } catch (error) {
      if (!(error instanceof FileAccessError)) throw error;
      // What cannot be opened is asked of its folder, so that a pass over one file says what a pass over all says.
      const entries = await this.workspace.list(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      return entries.find((entry) => entry.path === path)?.type;
    }
  }
}

function limited(
  path: string,
  { text, cut }: { text: string; cut: 'none' | 'file' | 'line' },
  findings: LocatedFinding[],
): string {
  if (cut !== 'none') findings.push(fileFinding(path, { kind: 'cut', cut, line: text.split(/\r\n|\r|\n/).length - 1 }));
  return text;
}
