import { isSeen, lookedWithin, type StaffAct, staffActsIn, unseenAct } from "../../shared/casework/case/staff-acts.ts";
import { lookMs } from "../../shared/domain/counter/openings.ts";
import { documentFile } from "../../shared/storage/attachment/kept-files.ts";
import type { CaseFile, CaseFiles } from "../../shared/storage/case/case-files.ts";
import type { GivenCodes } from "../../shared/storage/check/taken-codes.ts";
import { type Look, type Looks, quarterOf } from "../../shared/storage/counter/openings.ts";
import type { NamedItems } from "../../shared/storage/named-items.ts";
import type { LinkReader } from "../../shared/storage/supply/supply-links.ts";
import { documentsOfCase, namedByCase } from "./named-by.ts";
import { type Checked, checkNamed, orUnreadable, type RecordFault, together } from "./record-faults.ts";

export interface ClaimDeps {
  readonly caseReader: Pick<CaseFiles, "read">;
  readonly namedItems: NamedItems;
  readonly givenCodes: GivenCodes;
  readonly linkReader: LinkReader;
  /** Returns what staff opened in a quarter of an hour, by its first instant. */
  readonly looksOf: (quarter: string) => Promise<readonly Look[]>;
}

/** Days back in which an act of staff is compared with what they opened: each claim is checked once within them. */
const actDays = 31;
/** Milliseconds after an act in which what its person opened may still be being noted. */
const notingMs = 2 * 60_000;

/**
 * Checks what a claim names: its code, in both tables; the items of `namedByCase`; the links of its supply; and that
 * its staff's acts of the last 31 days were by people who had opened something. The claim is read first and what it
 * names after it, so that nothing written meanwhile is missed.
 */
export const checkClaim = (deps: ClaimDeps, claimId: string, code: string, now: string): Promise<Checked> =>
  orUnreadable(code, async () => {
    const file = await deps.caseReader.read(claimId);
    if (!file) return { faults: [{ code, point: 13, says: `the claim ${claimId} is gone` }], files: [] };
    const [named, ...others] = await Promise.all([
      checkNamed(deps, code, namedByCase(file)),
      takenFaults(deps, file),
      linkFaults(deps, file),
      unseenFaults(deps, file, now),
    ]);
    const files = documentsOfCase(file).map((document) => ({ ...documentFile(document), code }));
    return together([named, { faults: others.flat(), files }]);
  });

async function takenFaults({ givenCodes }: ClaimDeps, { head: { code, claimId } }: CaseFile): Promise<RecordFault[]> {
  const [given] = await givenCodes.given([code]);
  if (given?.id === claimId) return [];
  return [{ code, point: 2, says: given ? `its code was given to ${given.id}` : "its code was never given" }];
}

/** The accounts that a supply names without a link of theirs; read once more if there seem to be any. */
async function linkFaults(deps: ClaimDeps, { head }: Pick<CaseFile, "head">, isAgain = false): Promise<RecordFault[]> {
  const accounts = await deps.linkReader.accountsOf(head.supplyCode);
  const left: RecordFault[] = [];
  for (const { sub, linkId } of accounts)
    if (!(await deps.linkReader.list(sub)).some((own) => own.linkId === linkId))
      left.push({ code: head.code, point: 13, says: `the link ${linkId} of its supply is of an account without it` });
  return left.length === 0 || isAgain ? left : linkFaults(deps, { head }, true);
}

async function unseenFaults({ looksOf }: ClaimDeps, file: CaseFile, now: string): Promise<RecordFault[]> {
  const isDue = ({ at }: StaffAct) => at >= Date.parse(now) - actDays * 86_400_000 && at <= Date.parse(now) - notingMs;
  const found: RecordFault[] = [];
  for (const act of staffActsIn(file).filter(isDue)) {
    const looks = (await Promise.all(quartersOf(act).map(looksOf))).flat();
    const own = looks.filter(({ by }) => by === act.by).map(({ at }) => Date.parse(at));
    if (!isSeen(act, own)) found.push({ code: file.head.code, point: 12, says: unseenAct(act) });
  }
  return found;
}

/** The quarters of an hour in which what was opened for an act may stand. */
function quartersOf(act: StaffAct): readonly string[] {
  const [from, to] = lookedWithin(act);
  const quarters: string[] = [];
  for (let at = Date.parse(quarterOf(from)); at <= to; at += lookMs) quarters.push(quarterOf(at));
  return quarters;
}

/** Returns a function that reads each quarter of an hour once. */
export function looksRead(looks: Looks, office: string): ClaimDeps["looksOf"] {
  const read = new Map<string, Promise<readonly Look[]>>();
  return (quarter) => {
    const reading = read.get(quarter) ?? looks.inQuarter(office, quarter);
    read.set(quarter, reading);
    return reading;
  };
}
