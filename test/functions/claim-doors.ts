import { afterAll, beforeAll } from "vitest";
import { problems } from "../../functions/claims/problem/problems.ts";
import { reports } from "../../functions/reports/reports.ts";
import { type ApiHandler, api } from "../../functions/runtime/api.ts";
import type { TokenClaims } from "../../functions/runtime/caller.ts";
import { supervised } from "../../functions/runtime/supervised.ts";
import { signing } from "../../functions/signing/signing.ts";
import { submissions } from "../../functions/submissions/submissions.ts";
import { calls } from "../../functions/telephone/counter/calls.ts";
import { deskProblems } from "../../functions/telephone/problem/desk-problems.ts";
import { letters } from "../../settings.ts";
import * as boardRoutes from "../../shared/contract/board/board-routes.ts";
import * as claimFileRoutes from "../../shared/contract/case-copy/claim-file-routes.ts";
import * as claimRoutes from "../../shared/contract/claim/claim-routes.ts";
import * as offerRoutes from "../../shared/contract/conciliation/offer-routes.ts";
import * as attentionRoutes from "../../shared/contract/counter/attention-routes.ts";
import * as callRoutes from "../../shared/contract/counter/call-routes.ts";
import * as profileRoutes from "../../shared/contract/notice/profile-routes.ts";
import * as openRoutes from "../../shared/contract/open-routes.ts";
import * as deskProblemRoutes from "../../shared/contract/problem/desk-problem-routes.ts";
import * as problemRoutes from "../../shared/contract/problem/problem-routes.ts";
import * as reportRoutes from "../../shared/contract/register/report-routes.ts";
import * as signingRoutes from "../../shared/contract/resolution/signing-routes.ts";
import * as submissionRoutes from "../../shared/contract/submission/submission-routes.ts";
import { addDays, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { openTotalsReader } from "../../shared/storage/board/office-totals.ts";
import { openAttentions } from "../../shared/storage/counter/attentions.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { transact } from "../../shared/storage/dynamodb.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { openObservations } from "../../shared/storage/register/observations.ts";
import { openReportBuilds } from "../../shared/storage/register/report-builds.ts";
import { openRetained } from "../../shared/storage/register/retention.ts";
import { openSupervision } from "../../shared/storage/register/supervision.ts";
import { openResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import { openTrustedRoots } from "../../shared/storage/resolution/trusted-roots.ts";
import { openVerificationIndex } from "../../shared/storage/seal/verification-index.ts";
import { copyStores } from "../doubles/copy-stores.ts";
import { drawingStores } from "../doubles/drawing-stores.ts";
import { fixedNotices } from "../doubles/fixed-notices.ts";
import { keptEvidence } from "../doubles/kept-evidence.ts";
import { sealKey } from "../doubles/seal-key.ts";
import { signingSets } from "../doubles/signing-sets.ts";
import { caseWorld, maria } from "../shared/casework/case-world.ts";
import { pdfRenderer } from "../shared/documents/document-examples.ts";
import { type TestTables, testTables } from "../shared/storage/test-tables.ts";
import { type ApiAnswer, callUndescribed, originKey } from "./api-call.ts";
import { type Hers, type Id, instant, outsiders, routes, rows, said } from "./claim-route-rows.ts";
import { claimDepsOn, claimsHandler, sendFile } from "./claims/claims-world.ts";
import { staffWork, staffWorkRoutes } from "./staff-work.ts";

let local: TestTables;
let hers: Hers;
let handlers: ReadonlyMap<Id, ApiHandler>;

export async function asked(id: Id, claims: TokenClaims | undefined, as: Hers = hers): Promise<ApiAnswer> {
  const handler = handlers.get(id);
  if (!handler) throw new Error(`no function answers ${id}`);
  return callUndescribed(handler, routes[id], { ...rows[id](as), claims, version: 1 });
}

export const nobodys: Hers = {
  claimId: "0nobody",
  code: "RE-2026-000000-0",
  inspectionId: "0nobody-1",
  submissionId: "0nobody",
  uploadId: "0nobody",
  problemId: "0nobody",
  noticeKey: "x".repeat(22),
  holdKey: "x".repeat(22),
};

/** Files what is maria's and opens every function's door, before the tests of a file. */
export function openDoors(): void {
  beforeAll(async () => {
    local = await testTables();
    const world = await caseWorld(local);
    const deps = claimDepsOn(world);
    const resolutionNumbers = openResolutionNumbers(world.claims);
    const evidence = {
      attachmentDownloads: deps.attachmentDownloads,
      pageViews: deps.attachmentDownloads,
      documentDownloads: deps.documentDownloads,
      sentNotices: fixedNotices(),
      ...copyStores(world.claims),
      ...drawingStores(world.claims),
    };
    const ticket = { url: "https://quarantine.example.pe", fields: {}, expiresAt: instant };
    const supervision = openSupervision(world.claims);
    const gate = { supervision, office: world.tenant.office.code.value };
    const served: readonly (readonly [object, ApiHandler])[] = [
      [{ ...claimRoutes, ...offerRoutes, ...claimFileRoutes, ...openRoutes, ...profileRoutes }, claimsHandler(deps)],
      [problemRoutes, api(problemRoutes, problems(deps), { originKey })],
      [
        deskProblemRoutes,
        api(deskProblemRoutes, supervised(gate, deskProblems({ ...world, ...evidence })), { originKey }),
      ],
      [
        { ...staffWorkRoutes, ...callRoutes },
        api(
          { ...staffWorkRoutes, ...callRoutes },
          supervised(gate, {
            ...staffWork({ ...world, ...evidence, resolutionNumbers }),
            ...calls({ ...world, attentions: openAttentions(world.claims) }),
          }),
          { originKey },
        ),
      ],
      [
        { ...reportRoutes, ...boardRoutes, ...attentionRoutes },
        api(
          { ...reportRoutes, ...boardRoutes, ...attentionRoutes },
          supervised(
            gate,
            reports({
              ...world,
              caseReader: world.caseFiles,
              totals: openTotalsReader(world.claims),
              supervision,
              months: openMonthRegister(world.claims),
              builds: openReportBuilds(world.claims),
              files: { read: async () => new Uint8Array() },
              work: { send: async () => {} },
              downloads: { link: async () => "https://imports.example.pe" },
              attentions: openAttentions(world.claims),
              observations: openObservations(world.claims),
              openingsReader: openOpenings(world.claims),
            }),
          ),
          { originKey },
        ),
      ],
      [
        signingRoutes,
        api(
          signingRoutes,
          signing({
            ...world,
            tenant: { ...world.tenant, letters },
            resolutionNumbers,
            keptAttachments: keptEvidence(),
            signingSets: signingSets(),
            verificationIndex: openVerificationIndex(world.claims),
            trustedRoots: openTrustedRoots(world.claims),
            documents: keptEvidence(),
            seals: sealKey().seals,
            pdfRenderer,
            siteAddress: "https://example.pe",
          }),
          { originKey },
        ),
      ],
      [
        submissionRoutes,
        api(
          submissionRoutes,
          submissions({
            ...world,
            ...evidence,
            retained: openRetained(world.claims),
            attachmentTickets: { issue: async () => ticket },
            transact: (writes) => transact(world.claims.client, writes),
          }),
          { originKey },
        ),
      ],
    ];
    handlers = new Map(
      served.flatMap(([group, handler]) => Object.keys(group).map((id) => [id as Id, handler] as const)),
    );
    const now = new Date().toISOString();
    const today = limaDay(now);
    const access = async (sub: string, from: number, until: number) =>
      supervision.grant(
        gate.office,
        { sub, name: "SUPERVISORA DE PRUEBA" },
        { from: addDays(today, from), until: addDays(today, until), letter: "OFICIO 1", by: "admin-1", at: now },
      );
    // A day more than the tests last, should they pass a midnight.
    await access(outsiders.inTime, -1, 1);
    await access(outsiders.over, -30, -1);
    await access(outsiders.notYet, 2, 30);
    const { file, filing } = await world.fileOne(now);
    const { claimId, code } = file.head;
    await deps.claimDrafts.save("maria", { draftId: "hers", answers: {} }, now);
    const uploadId = await sendFile(world, "maria", "attachment-of-maria");
    const filed = {
      submissionId: "submission-of-maria",
      number: "MP-2026-000001-0",
      kind: "document",
      subject: "Un escrito",
      text: "",
      presenter: "CLIENTE DE PRUEBA",
      sub: "maria",
      office: world.tenant.office.code.value,
      presentedAt: now,
      filedOn: "2026-11-23",
      state: "presented",
      channel: "web",
      attachments: [],
    } as const;
    await transact(world.claims.client, world.submissions.file(filed));
    const problemId = "problem-of-maria";
    await world.problems.file(
      {
        until: undefined,
        problemId,
        code: "SO-2026-000001-0",
        office: world.tenant.office.code.value,
        supplyCode: "00012345",
        problemType: "O-S1",
        channel: "web",
        applicant: said,
        description: "El desagüe se atora.",
        filedAt: now,
        filedOn: "2026-11-23",
        sub: "maria",
        entries: [{ type: "received", at: now, by: maria }],
      },
      { key: "problem-of-maria", contentHash: "a" },
    );
    hers = {
      claimId,
      problemId,
      code,
      inspectionId: `${claimId}-1`,
      submissionId: filed.submissionId,
      uploadId,
      noticeKey: "n".repeat(22),
      holdKey: filing.details.holdKey,
    };
  }, 60_000);
  afterAll(() => local.stop());
}
