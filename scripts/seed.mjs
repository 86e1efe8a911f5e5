// Properties are tried on the same examples in every run, so that what passes here passes there. `CG_SEED=random` tries
// others, and `CG_SEED=<number>` those of a run that failed.
import { configureGlobal } from 'fast-check';

const seed = process.env['CG_SEED'] ?? '20260209';
if (seed !== 'random') configureGlobal({ seed: Number(seed) });
