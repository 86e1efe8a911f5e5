import type * as vscode from 'vscode';
import type { Logger } from '../core/ports';

/** The log of the extension as the core writes to it. */
export function loggerOf(channel: vscode.LogOutputChannel): Logger {
  return {
    debug: (message) => {
      channel.debug(message);
    },
    info: (message) => {
      channel.info(message);
    },
    warn: (message) => {
      channel.warn(message);
    },
    error: (message, cause) => {
      channel.error(message, ...(cause instanceof Error ? [cause] : []));
    },
  };
}
