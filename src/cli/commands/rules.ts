import { severityWords } from '../../core/present/report/ruleCatalog';
import { catalog } from '../../core/rules/engine/registry';
import type { Command } from './command';
import { readOptions } from './options';

export const rulesCommand: Command = {
  summary: 'List the rules',
  help: 'changegate rules\n\nLists every rule with its code, its name, its severity and what it asks for.\n',
  run(args, terminal) {
    readOptions(args, {});
    for (const rule of catalog) {
      const { code, name, summary } = rule;
      terminal.out(`${code}  ${name.padEnd(30)}  ${severityWords(rule).padEnd(24)}  ${summary}\n`);
    }
    return Promise.resolve(0);
  },
};
