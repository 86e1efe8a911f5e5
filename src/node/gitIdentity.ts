import type { Identity, Person } from '../core/ports';
import { runGit } from './runGit';

/** The person of the git configuration. */
export class GitIdentity implements Identity {
  constructor(private readonly folder: string) {}

  async current(): Promise<Person | undefined> {
    const name = (await runGit(this.folder, ['config', '--get', 'user.name']))?.trim();
    if (name === undefined || name === '') return undefined;
    const email = (await runGit(this.folder, ['config', '--get', 'user.email']))?.trim();
    return { name, email: email === '' ? undefined : email };
  }
}
