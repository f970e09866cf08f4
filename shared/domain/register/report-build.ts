/** The states of a build: claims are read one by one, then the files are written. */
export const buildStates = ["reading", "done"] as const;
export type BuildState = (typeof buildStates)[number];

/** A file made for a month. */
export interface ReportFile {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Rows below the header; in a workbook, of all its sheets. */
  readonly rows: number;
}

/**
 * The build of a month's registers as they are at `asOf`. It advances step by step; repeating a step gives the same
 * bytes.
 */
export interface ReportBuild {
  readonly month: string;
  readonly buildId: string;
  readonly asOf: string;
  readonly by: string;
  readonly state: BuildState;
  /** The next part to read. */
  readonly part: number;
  /** Claims read so far, and claims in all when the build began. */
  readonly done: number;
  readonly of: number;
  readonly finishedAt?: string | undefined;
  readonly files: readonly ReportFile[];
}
