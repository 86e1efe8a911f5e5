import type { RecordIndex, RecordPaths } from './recordIndex';
import type { Workspace } from '../../ports';
import { decodeText, largestFile } from '../../text/decodeText';
import { toPortfolio, type PortfolioRecord } from '../across/portfolio';

/**
 * The records that may matter to some others: those that they name, that name them, or that name one of their files.
 * All texts are searched, and only those where something is found are read as records.
 */
export async function neighborsOf(
  records: readonly PortfolioRecord[],
  others: readonly RecordPaths[],
  index: RecordIndex,
  workspace: Workspace,
): Promise<PortfolioRecord[]> {
  if (others.length === 0) return [];
  const words = new Set<string>();
  const named = new Set<string>();
  for (const { id, links } of records) {
    if (id !== null) words.add(id.toLowerCase());
    for (const file of links.files) words.add(file);
    for (const target of [...links.upstream, ...links.downstream]) named.add(target);
  }
  if (words.size === 0 && named.size === 0) return [];
  const found: PortfolioRecord[] = [];
  for (const { path, companions } of others) {
    const isNamed = [...named].some((id) => path.toUpperCase().includes(id));
    if (!isNamed && !(await holdsAny([path, ...companions], words, workspace))) continue;
    const summary = await index.summary(path);
    if (summary) found.push(toPortfolio(summary));
  }
  return found;
}

async function holdsAny(paths: readonly string[], words: ReadonlySet<string>, workspace: Workspace): Promise<boolean> {
  for (const path of paths) {
    const content = await workspace.read(path, largestFile).catch(() => undefined);
    const decoded = content && decodeText(content.bytes, content.size);
    if (decoded?.kind !== 'text') continue;
    const text = decoded.text.toLowerCase();
    for (const word of words) if (text.includes(word)) return true;
  }
  return false;
}
