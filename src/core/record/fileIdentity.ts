import type { IdProblem, RecordId } from '../process/recordId';

/** What the name of a file in a configured folder says about the file (readings 1, 2, 6 and 7). */
export type FileIdentity =
  /** A record: its name is an ID, or an ID with words behind it; or it begins like one. */
  | {
      readonly kind: 'record';
      readonly processId: string;
      /** Undefined if the name is meant as an ID and is none; `problem` says why. */
      readonly id: RecordId | undefined;
      readonly problem: IdProblem | undefined;
      /** `CR-CR-2026-…` (reading 1). */
      readonly doubledPrefix: boolean;
      /** How many digits the sequence is written with. */
      readonly digits: number;
      /** The file name without `.md`, as it is written. */
      readonly name: string;
      /** What stands behind the ID: `-upload-limit`; empty where nothing does, or where there is no ID. */
      readonly rest: string;
    }
  /** A companion of a record; takes no number. */
  | {
      readonly kind: 'companion';
      readonly processId: string;
      readonly id: RecordId;
      readonly part: 'impact-assessment' | 'implementation-plan' | 'attachment';
      readonly name: string;
    }
  /** Anything else: never looked at. */
  | { readonly kind: 'other' };
