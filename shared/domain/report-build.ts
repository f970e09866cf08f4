/** How the registers of a month are being made: read claim by claim, then written. */
export const buildStates = ["reading", "done"] as const;
export type BuildState = (typeof buildStates)[number];

/** A file that was made of a month. */
export interface ReportFile {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Rows below the head; of a workbook, of all its sheets. */
  readonly rows: number;
}

/** The registers of a month as they are at `asOf`: made step by step, the same bytes however often a step is repeated. */
export interface ReportBuild {
  readonly month: string;
  readonly buildId: string;
  readonly asOf: string;
  readonly by: string;
  readonly state: BuildState;
  /** The next part to read. */
  readonly part: number;
  /** Claims read, of those there were when it began. */
  readonly done: number;
  readonly of: number;
  readonly finishedAt?: string | undefined;
  readonly files: readonly ReportFile[];
}
