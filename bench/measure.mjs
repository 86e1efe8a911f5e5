// Measuring processes, and saying it in few figures.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What a Node process took.
 * @typedef {object} Cost
 * @property {number} time wall clock, in milliseconds
 * @property {number} cpu the time of all its threads, in milliseconds
 * @property {number} memory peak resident memory, in bytes
 */

/**
 * What a process takes: medians over some runs, of the memory the most.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{ cwd: string, runs?: number }} options
 * @returns {Cost}
 */
export function measure(node, args, { cwd, runs = 3 }) {
  const file = join(tmpdir(), `changegate-bench-used-${String(process.pid)}`);
  const preload = fileURLToPath(new URL('used.cjs', import.meta.url));
  const costs = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { error, status } = spawnSync(node, ['--require', preload, ...args], {
      cwd,
      env: { ...process.env, CHANGEGATE_USED: file },
      stdio: 'ignore',
      timeout: 3_600_000,
    });
    const time = performance.now() - start;
    // 1 says that something was found.
    if (error ?? (status !== 0 && status !== 1)) throw error ?? new Error(`${args.join(' ')}: ${String(status)}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(file, 'utf8'));
    return { time, cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 };
  });
  rmSync(file, { force: true });
  return {
    time: median(costs.map(({ time }) => time)),
    cpu: median(costs.map(({ cpu }) => cpu)),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  };
}

/**
 * What a process took beyond its start.
 * @param {Cost} cost
 * @param {Cost} start
 * @returns {Cost}
 */
export function beyond({ time, cpu, memory }, start) {
  return { time: time - start.time, cpu: cpu - start.cpu, memory };
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/**
 * @param {readonly number[]} numbers
 * @param {number} share
 */
export function quantile(numbers, share) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
}

/**
 * `12 × (CPU 14 ×)`
 * @param {Cost} cost
 * @param {Cost} other
 */
export function ratio(cost, other) {
  return `${times(cost.time / other.time)} (CPU ${times(cost.cpu / other.cpu)})`;
}

/** @param {number} number */
export function times(number) {
  return `${number < 10 ? number.toFixed(1) : number.toFixed(0)} ×`;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
