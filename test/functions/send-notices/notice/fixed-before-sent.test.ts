import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { codeHashOf } from "../../../../shared/casework/counter/confirmation-code.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import type { CaseFiles } from "../../../../shared/storage/case/case-files.ts";
import type { FixedNotices } from "../../../../shared/storage/notice/fixed-notices.ts";
import type { MailLetter } from "../../../../shared/storage/notice/mail.ts";
import type { NoticeTemplates } from "../../../../shared/tenant/notice-templates.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type CaseWorld, caseWorld, form, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../notice-deps.ts";

let local: TestTables;
let world: CaseWorld;
/** All that left, mail or text message, as it left. */
let left: string[];
let claims = 0;
const notices = fixedNotices();
beforeAll(async () => {
  local = await testTables();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  left = [];
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const morning = "2026-11-23T15:00:00.000Z";
const later = "2026-11-23T15:01:00.000Z";

interface Try {
  readonly death?: Death | undefined;
  /** Of the words: a deployment may change them between two tries. */
  readonly edition?: number;
  readonly fixed?: FixedNotices;
}

const reworded = (edition: number): NoticeTemplates => ({
  ...noticeDeps.templates,
  frame: { ...noticeDeps.templates.frame, greeting: `Edición ${edition}:`, help: () => `Edición ${edition}` },
});

/** A try at notifying an entry, which may end anywhere. */
async function attempt(claimId: string, seq: number, { death, edition = 0, fixed = notices }: Try): Promise<void> {
  const life = mortal(death);
  const { read, append } = world.caseFiles;
  const caseFiles: CaseFiles = { ...world.caseFiles, ...life.wrap({ read, append }) };
  const leave = async (...sent: unknown[]) => {
    left.push(JSON.stringify(sent));
    return { messageId: `${claimId}-${left.length}` };
  };
  const deps = {
    ...world,
    ...noticeDeps,
    caseFiles,
    confirmations: life.wrap(world.confirmations),
    notices: life.wrap({ fix: fixed.fix }),
    mail: life.wrap({ send: (letter: MailLetter) => leave(letter) }),
    texts: life.wrap({ send: leave }),
    dailyCounts: { take: async () => true },
    templates: reworded(edition),
    now: () => later,
  };
  await sendNotices(deps)({ claimId, seq }).catch((failure: unknown) => {
    if (!(death && String(failure).includes("killed"))) throw failure;
  });
}

async function newClaim(claimant: object): Promise<string> {
  const filed = await world.fileOne(morning, { form: { ...form, claimant: { ...form.claimant, ...claimant } } });
  return filed.file.head.claimId;
}

/** Asks for a code in a claim: where it stands, and what it asks. */
async function askCode(claimId: string) {
  claims += 1;
  const asked = {
    type: "confirmation-asked",
    effectiveAt: morning,
    by: person("analyst-1", "analyst"),
    details: {
      confirmationId: `k${claims}`,
      act: "withdrawal",
      withdrawn: "claim",
      says: "Desistimiento del reclamo.",
      contentHash: "h",
      channel: "email",
      until: "2026-11-23T15:10:00.000Z",
    },
  } as const;
  const added = await record(world, { claimId, now: morning }, () => ({ ok: true, value: { entries: [asked] } }));
  if (!added.ok) throw new Error(added.error);
  return { seq: added.value.file.head.version, details: asked.details };
}

const sentOf = async (claimId: string, seq: number) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "notice-sent").filter(
    ({ details }) => details.seq === seq,
  );

describe("whatever ends a try, and whoever changes the words meanwhile", () => {
  const death = fc.record({ nth: fc.integer({ min: 1, max: 7 }), when: fc.constantFrom("before", "after") });
  const tries = fc.array(fc.option(death, { nil: undefined }), { minLength: 1, maxLength: 5 });
  const claimant = fc.constantFrom({}, { email: undefined, notifyByEmail: false });

  it("what is sent more than once is the same to the letter, and it is what the evidence keeps", async () => {
    let twice = 0;
    await fc.assert(
      fc.asyncProperty(tries, claimant, fc.boolean(), fc.boolean(), async (deaths, who, asksCode, together) => {
        left = [];
        const claimId = await newClaim(who);
        const seq = asksCode ? (await askCode(claimId)).seq : 1;
        const tried = deaths.map((death, edition) => () => attempt(claimId, seq, { death, edition }));
        if (together) await Promise.all(tried.map((one) => one()));
        else for (const one of tried) await one();
        await attempt(claimId, seq, { edition: 99 });
        expect(new Set(left).size).toBe(1);
        if (left.length > 1) twice += 1;
        const sent = await sentOf(claimId, seq);
        expect(sent).toHaveLength(1);
        const kept = await notices.read(claimId, seq, sent[0]?.details.sha256 ?? "");
        expect(left[0]).toContain(JSON.stringify(kept.text));
      }),
      { numRuns: 40 },
    );
    // Otherwise nothing was shown.
    expect(twice).toBeGreaterThan(0);
  }, 120_000);

  it("is noticed by that check where nothing is fixed before it is sent", async () => {
    const claimId = await newClaim({});
    const fixed: FixedNotices = { fix: async (_, __, notice) => ({ notice, sha256: "", isNew: true }) };
    await attempt(claimId, 1, { death: { nth: 4, when: "before" }, edition: 1, fixed });
    await attempt(claimId, 1, { edition: 2, fixed });
    expect(new Set(left).size).toBe(2);
  });

  it("a code is the one whose digest is kept, also where each of three workers drew one", async () => {
    const claimId = await newClaim({});
    const { seq, details } = await askCode(claimId);
    await Promise.all([1, 2, 3].map((edition) => attempt(claimId, seq, { edition })));
    const codes = new Set(left.map((sent) => /atiende: (\d{6})/.exec(sent)?.[1] ?? ""));
    expect(codes.size).toBe(1);
    const kept = await world.confirmations.reserve(details.confirmationId, 99);
    expect(kept?.codeHash).toBe(await codeHashOf([...codes][0] ?? "", details));
  });
});
