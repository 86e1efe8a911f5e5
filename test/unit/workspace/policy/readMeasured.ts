import { strict as assert } from 'node:assert';
import type { Policy } from '../../../../src/core/workspace/policy/policy';
import { readPolicy } from '../../../../src/core/workspace/policy/readPolicy';
import { builtInProcesses } from '../../../../src/core/process/builtInProcesses';
import type { Process } from '../../../../src/core/process/process';
import { readRecord } from '../../../../src/core/record/readRecord';
import type { ChangeRecord } from '../../../../src/core/record/record';
import { lintRecord } from '../../../../src/core/rules/engine/lintRecord';
import type { Finding } from '../../../../src/core/findings/finding';

/** A policy that has nothing wrong in it. */
export function policyIn(text: string): Policy {
  const { policy, isReadable, findings } = readPolicy(text);
  assert.ok(isReadable, findings.map(({ message }) => message).join('\n'));
  return policy;
}

/** What is said against a policy, behind the text that it stands at. */
export function complaints(text: string): string[] {
  return readPolicy(text).findings.map(({ message, span }) => `${text.slice(span.start, span.end)}: ${message}`);
}

/** A process as a policy has it. */
export function processIn({ processes = builtInProcesses() }: Policy, id: string): Process {
  return processes.find((each) => each.id === id) ?? assert.fail();
}

/** Reads a text as a record of a process. */
export function read(policy: Policy, text: string, id = 'change-request'): ChangeRecord {
  const name = id === 'change-request' ? 'CR-2026-02-09-001' : 'CHG-20260209-001';
  return readRecord({ process: processIn(policy, id), path: `${name}.md`, text });
}

/** What some rules find in a record. */
export function findings(policy: Policy, record: ChangeRecord, ...codes: readonly string[]): Finding[] {
  const today = { year: 2026, month: 3, day: 1, minutes: undefined };
  return lintRecord(record, { today, businessHours: policy.businessHours }).filter(({ code }) => codes.includes(code));
}

/** The same, as text. */
export function found(policy: Policy, record: ChangeRecord, ...codes: readonly string[]): string[] {
  return findings(policy, record, ...codes).map(({ code, message }) => `${code} ${message}`);
}
