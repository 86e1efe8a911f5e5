import type { Command } from './command';
import { recordFor } from './target';

/** Shows where a record stands, beside its text. */
export const showLifecycle: Command = {
  async execute(services, node) {
    const target = await recordFor(services, node, 'Show which record?');
    if (target) await services.panels.show(target);
  },
};
