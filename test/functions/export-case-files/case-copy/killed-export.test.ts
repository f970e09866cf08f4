import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExportDeps } from "../../../../functions/export-case-files/export-deps.ts";
import { exportMessages } from "../../../../functions/export-case-files/export-messages.ts";
import { sha256Of } from "../../../../shared/casework/seal/issue-document.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import type {
  CaseExport,
  CaseExports,
  ExportId,
  ExportPart,
} from "../../../../shared/storage/case-copy/case-exports.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ExportWorld, evidence, exportWorld, pdfOf } from "../export-world.ts";

const folios = 60;

let local: TestTables;
let made: ExportWorld;
let day = 0;
beforeAll(async () => {
  local = await testTables();
  made = await exportWorld(local, { piecesPerPart: 8 });
  // The first sheet, the claim's record, eight records of what was added, and their pages.
  for (let at = 0; at < 8; at += 1) {
    const pages = at === 7 ? 8 : 6;
    await made.add(evidence(made.keep(`informe-${at}.pdf`, "application/pdf", await pdfOf(`Informe ${at}`, pages))));
  }
}, 60_000);
afterAll(() => local.stop());

const messageOf = ({ claimId, copy, upTo, on }: ExportId): ExportId => ({ claimId, copy, upTo, on });

/** The function as a process: what it writes, it writes through stores that die with it. */
function process(deps: ExportDeps, death?: Death) {
  const life = mortal(death);
  const files = deps.exportFiles("print");
  const alive: ExportDeps = {
    ...deps,
    caseExports: {
      ...deps.caseExports,
      ...life.wrap({ addPart: deps.caseExports.addPart, close: deps.caseExports.close }),
    },
    exportFiles: () => life.wrap(files),
    exportWork: life.wrap(deps.exportWork),
  };
  return { handle: exportMessages(alive), life };
}

/**
 * Takes messages as the queue gives them: one whose process died comes back, five times at most. `true` when a copy is
 * whole in the end; how often processes died, besides.
 */
async function survives(deps: ExportDeps, id: ExportId, death?: Death): Promise<{ calls: number; deaths: number }> {
  const waiting: { id: ExportId; received: number }[] = [{ id: messageOf(id), received: 0 }];
  let running = process(deps, death);
  let deaths = 0;
  let calls = 0;
  for (let message = waiting.shift(); message; message = waiting.shift()) {
    try {
      await running.handle(message.id);
    } catch {
      deaths += 1;
      calls += running.life.calls;
      running = process(deps);
      if (message.received < 5) waiting.push({ ...message, received: message.received + 1 });
    }
    waiting.push(...made.queue.splice(0).map((next) => ({ id: next, received: 0 })));
  }
  return { calls: calls + running.life.calls, deaths };
}

/** Asks for a copy of its own, of the same case at the same instant: its bytes are those of any other. */
async function ordered(): Promise<CaseExport> {
  day += 1;
  const record = await made.order("print", `2027-01-${String(day).padStart(2, "0")}`);
  made.queue.length = 0;
  made.written.clear();
  return record;
}

/** What is left of a copy, or why it is not whole. */
async function left(deps: ExportDeps, id: ExportId): Promise<Map<string, string> | "not whole"> {
  const record = await deps.caseExports.find(id);
  if (!record?.closed || record.pieces !== record.ofPieces || record.folios !== folios) return "not whole";
  const named = [record.closed.index, record.closed.manifest, ...(await deps.caseExports.parts(id))];
  const bytes = named.map(({ name, sha256 }) => [name, sha256, sha256Of(made.file("print", name))] as const);
  return bytes.every(([, said, is]) => said === is) ? new Map(bytes.map(([name, said]) => [name, said])) : "not whole";
}

describe("a copy whose function is killed", () => {
  it("goes on wherever that was, and ends with the very bytes of one that was not", async () => {
    const first = await ordered();
    const { calls } = await survives(made.deps, first);
    const whole = await left(made.deps, first);
    expect(whole).toBeInstanceOf(Map);
    // Three parts, each written, noted and followed by a message; the index, the manifest, the seal, and the end.
    expect(calls).toBe(3 * 3 + 4);
    for (let nth = 1; nth <= calls; nth += 1)
      for (const when of ["before", "after"] as const) {
        const record = await ordered();
        const { deaths } = await survives(made.deps, record, { nth, when });
        expect(deaths, `${when} ${nth}`).toBe(1);
        expect(await left(made.deps, record), `${when} ${nth}`).toEqual(whole);
      }
  }, 300_000);

  it("a tribunal's copy is noted once in the case, wherever it dies", async () => {
    for (const nth of [12, 13]) {
      const record = await made.order("tribunal", `2027-02-${nth}`);
      made.queue.length = 0;
      await survives(made.deps, record, { nth, when: "after" });
      const { events = [] } = (await made.world.caseFiles.read(made.claimId)) ?? {};
      expect(entriesOf(events, "case-file-exported").filter(({ details }) => details.on === record.on)).toHaveLength(1);
    }
  }, 120_000);
});

/** How far a copy is, kept where a process keeps it: with the process it is gone. */
function inMemory(): CaseExports {
  let record: CaseExport | undefined;
  const parts: ExportPart[] = [];
  return {
    open: async (copy) => {
      record = { ...copy, pieces: 0, folios: 0, parts: 0 };
      return record;
    },
    find: async () => record,
    last: async () => record,
    parts: async () => parts,
    addPart: async (before, part) => {
      parts.push(part);
      record = {
        ...before,
        pieces: part.pieces.at(-1)?.piece ?? 0,
        folios: part.pieces.at(-1)?.folios.to ?? 0,
        parts: part.part,
      };
      return true;
    },
    close: async (before, closed) => {
      record = { ...before, closed };
      return true;
    },
    touch: async () => true,
  };
}

it("an engine that does not keep how far it is, is caught", async () => {
  const record = await ordered();
  const forgetful = (): ExportDeps => ({ ...made.deps, caseExports: inMemory() });
  const deps = forgetful();
  await deps.caseExports.open(record);
  // Not killed, it ends as well as any other.
  await survives(deps, record);
  expect(await left(deps, record)).toBeInstanceOf(Map);
  const killed = forgetful();
  await killed.caseExports.open(record);
  const dead = process(killed, { nth: 4, when: "before" });
  await dead.handle(messageOf(record));
  await expect(dead.handle(messageOf(record))).rejects.toThrow("killed");
  const next = forgetful();
  await survives(next, record).catch(() => undefined);
  expect(await left(next, record)).toBe("not whole");
}, 60_000);
