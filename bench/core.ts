// What the benchmark measures in its own process.
export { RecordIndex } from '../src/core/workspace/index/recordIndex';
export { scan } from '../src/core/markdown/scan';
export { defaultPolicy } from '../src/core/workspace/policy/policy';
export { builtInProcesses } from '../src/core/process/builtInProcesses';
export { NodeWorkspace } from '../src/node/nodeWorkspace';
export { systemClock } from '../src/node/systemClock';
