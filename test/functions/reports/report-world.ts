import type { BuildDeps } from "../../../functions/build-reports/build-deps.ts";
import { reportMessages } from "../../../functions/build-reports/report-messages.ts";
import type { ReportDeps } from "../../../functions/reports/report-deps.ts";
import { reports } from "../../../functions/reports/reports.ts";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import { supervised } from "../../../functions/runtime/supervised.ts";
import { calls } from "../../../functions/telephone/counter/calls.ts";
import { registers } from "../../../settings.ts";
import * as boardRoutes from "../../../shared/contract/board/board-routes.ts";
import * as attentionRoutes from "../../../shared/contract/counter/attention-routes.ts";
import * as callRoutes from "../../../shared/contract/counter/call-routes.ts";
import * as reportRoutes from "../../../shared/contract/register/report-routes.ts";
import { openBilledIn } from "../../../shared/storage/billing/receipt-reader.ts";
import { openTotalsReader } from "../../../shared/storage/board/office-totals.ts";
import { type ContactCounter, openAttentions, openContactCounter } from "../../../shared/storage/counter/attentions.ts";
import { openOpenings } from "../../../shared/storage/counter/openings.ts";
import { openMonthRegister } from "../../../shared/storage/register/month-register.ts";
import { type Observations, openObservations } from "../../../shared/storage/register/observations.ts";
import { openReportBuilds } from "../../../shared/storage/register/report-builds.ts";
import type { ReportFiles } from "../../../shared/storage/register/report-files.ts";
import type { ReportTask } from "../../../shared/storage/register/report-work.ts";
import { openSupervision } from "../../../shared/storage/register/supervision.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { originKey } from "../api-call.ts";
import { type CaseworkWorld, caseworkWorld } from "../casework/casework-world.ts";

/** The office of cases with its registers: both functions, the queue between them, and a bucket in memory. */
export interface ReportWorld extends CaseworkWorld {
  readonly observations: Observations;
  readonly reports: ApiHandler;
  readonly contactCounter: ContactCounter;
  readonly builder: BuildDeps;
  /** What waits in the queue. */
  readonly queue: ReportTask[];
  /** Files by key. */
  readonly bucket: Map<string, Uint8Array>;
  /** Does what waits in the queue, and what comes of it, until nothing does. */
  work(): Promise<void>;
  /** The text of a file of a month's last build. */
  text(fileName: string): string;
}

/** @param claimsPerPart small, so that a month takes several steps */
export async function reportWorld(local: TestTables, claimsPerPart = 2, tenant?: Tenant): Promise<ReportWorld> {
  const world = await caseworkWorld(local, tenant);
  const queue: ReportTask[] = [];
  const bucket = new Map<string, Uint8Array>();
  const files: ReportFiles = {
    write: async ({ month, buildId }, fileName, bytes) => {
      bucket.set(`${month}/${buildId}/${fileName}`, bytes);
    },
    read: async ({ month, buildId }, fileName) => {
      const bytes = bucket.get(`${month}/${buildId}/${fileName}`);
      if (!bytes) throw new Error(`there is no ${fileName}`);
      return bytes;
    },
  };
  const shared = {
    tenant: world.tenant,
    months: openMonthRegister(world.claims),
    builds: openReportBuilds(world.claims),
    work: {
      send: async (task: ReportTask) => {
        queue.push(task);
      },
    },
  };
  const observations = openObservations(world.claims);
  const builder: BuildDeps = {
    ...shared,
    registers,
    caseFiles: world.caseFiles,
    receiptReader: world.receiptReader,
    billedIn: openBilledIn(world.billing),
    problems: world.problems,
    observations,
    submissions: world.submissions,
    files,
    now: () => new Date().toISOString(),
    claimsPerPart,
  };
  const deps: ReportDeps = {
    ...shared,
    caseFiles: world.caseFiles,
    caseReader: world.caseFiles,
    totals: openTotalsReader(world.claims),
    files,
    supervision: openSupervision(world.claims),
    attentions: openAttentions(world.claims),
    observations,
    takenCodes: world.takenCodes,
    submissions: world.submissions,
    problems: world.problems,
    staffRegister: world.staffRegister,
    openingsReader: openOpenings(world.claims),
    downloads: { link: async ({ month }, fileName) => `https://imports.example.pe/${month}/${fileName}` },
  };
  const handle = reportMessages(builder);
  const gate = { supervision: deps.supervision, office: world.tenant.office.code.value };
  return {
    ...world,
    observations,
    builder,
    queue,
    bucket,
    contactCounter: openContactCounter(world.claims),
    reports: api(
      { ...reportRoutes, ...boardRoutes, ...attentionRoutes, ...callRoutes },
      supervised(gate, { ...reports(deps), ...calls({ ...world, attentions: openAttentions(world.claims) }) }),
      { originKey },
    ),
    work: async () => {
      for (let task = queue.shift(); task; task = queue.shift()) await handle(task);
    },
    text: (fileName) => {
      const key = [...bucket.keys()].findLast((one) => one.endsWith(`/${fileName}`));
      const bytes = key === undefined ? undefined : bucket.get(key);
      if (!bytes) throw new Error(`there is no ${fileName}`);
      return new TextDecoder().decode(bytes);
    },
  };
}
