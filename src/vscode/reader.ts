// Everything that reads and checks the records of a folder. A single module, so that one `import()` loads all of it.
export { loadPolicy } from '../core/actions/validate';
export { loadBaseline, UnreadableBaselineError } from '../core/findings/readBaseline';
export { identifyFile } from '../core/record/identifyFile';
export { RecordIndex } from '../core/workspace/index/recordIndex';
export { recordsElsewhere } from '../core/workspace/index/recordsElsewhere';
export { readProcesses, templateTexts } from '../core/workspace/loadProcesses';
export { baselineProblem } from '../core/workspace/policy/baselineProblem';
export { readPolicy } from '../core/workspace/policy/readPolicy';
