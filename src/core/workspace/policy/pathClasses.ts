import { matchesGlob } from './glob';

/**
 * What a path is to the gate: `free` may be changed without a record, `governed` needs one, and `protected` is the gate
 * itself.
 */
export type PathClass = 'free' | 'governed' | 'protected';

/** Patterns of paths by class. */
export type PathClasses = Readonly<Record<PathClass, readonly string[]>>;

/** What holds where a policy says nothing. Everything that fits nothing here is governed. */
export const usualPathClasses: PathClasses = {
  free: ['docs/**', '**/*.md', '**/readme*', '**/changelog*'],
  governed: [],
  protected: [
    '.changegate/**',
    '.github/workflows/**',
    '.github/actions/**',
    '.github/hooks/**',
    '**/.gitlab-ci.yml',
    '**/Jenkinsfile',
    '**/azure-pipelines*.yml',
    '.circleci/**',
    '**/CODEOWNERS',
    '.husky/**',
    '.githooks/**',
    '**/lefthook.y*ml',
    '**/.pre-commit-config.yaml',
    '.claude/settings*.json',
    '.cursor/hooks*',
    '.vscode/settings.json',
    '**/AGENTS.md',
    '**/CLAUDE.md',
  ],
};

/** Files that many changes touch, so that two records that name them do not get in each other's way. */
export const usualSharedFiles: readonly string[] = [
  '**/package.json',
  '**/package-lock.json',
  '**/pnpm-lock.yaml',
  '**/yarn.lock',
  '**/go.mod',
  '**/go.sum',
  '**/Cargo.toml',
  '**/Cargo.lock',
  '**/pyproject.toml',
  '**/poetry.lock',
  '**/requirements*.txt',
];

/**
 * The class of a workspace-relative path. Protected comes first, then governed, then free; what fits nothing is
 * governed. Without regard to case, as there are file systems that have none.
 */
export function classOfPath(path: string, classes: PathClasses): PathClass {
  const folded = path.toLowerCase();
  const fits = (kind: PathClass): boolean =>
    classes[kind].some((pattern) => matchesGlob(folded, pattern.toLowerCase()));
  if (fits('protected')) return 'protected';
  return !fits('governed') && fits('free') ? 'free' : 'governed';
}

/** Whether it says something when two open records name the same path (CG707). */
export function isContested(path: string, classes: PathClasses, shared: readonly string[]): boolean {
  const folded = path.toLowerCase();
  return classOfPath(path, classes) !== 'free' && !shared.some((pattern) => matchesGlob(folded, pattern.toLowerCase()));
}
