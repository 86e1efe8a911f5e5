/** One command of the CLI. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Runs it; the result is the exit code: 0 clean, 1 findings, 2 failed. @throws UsageError */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** Where a command reads and writes. */
export interface Terminal {
  readonly folder: string;
  readonly color: boolean;
  out(text: string): void;
  err(text: string): void;
}

/** Thrown for a call that is understood and cannot be followed; people see the message, which says all there is. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Thrown for a call that cannot be understood; people see the message and how to get help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
