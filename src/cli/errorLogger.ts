import type { Logger } from '../core/ports';

/** A log of which only errors are heard: faults of ours, which must not be taken for a clean result. */
export function errorLogger(onError: (message: string) => void): Logger {
  const silent = (): void => undefined;
  return {
    debug: silent,
    info: silent,
    warn: silent,
    error(message, cause) {
      onError(cause instanceof Error ? `${message} ${cause.message}` : message);
    },
  };
}
