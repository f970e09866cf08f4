import * as z from "zod";
import { type CaseAt, caseUpTo } from "../../shared/casework/case-at.ts";
import { type CaseDesk, type Decision, record } from "../../shared/casework/record.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { type CaseEvent, caseNoteNames } from "../../shared/domain/case-events.ts";
import { claimEventNames } from "../../shared/domain/claim-events.ts";
import { isMobile } from "../../shared/domain/claim-form.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Mail, Sent } from "../../shared/storage/mail.ts";
import type { Texts } from "../../shared/storage/texts.ts";
import { log } from "../runtime/log.ts";
import { type Letter, letterOf, type Sender } from "./letters.ts";
import { isOutdated } from "./outdated.ts";

export interface NoticeDesk extends CaseDesk {
  readonly mail: Mail;
  readonly texts: Texts;
  readonly sender: Sender;
  readonly now: () => string;
}

const message = z.object({ claimId: z.string(), seq: z.number().int().min(1) });
const by = { kind: "system", name: "send-notices" } as const;
const entryNames = { ...claimEventNames, ...caseNoteNames };

/** How somebody is told. */
interface Way {
  readonly channel: "email" | "sms";
  readonly to: string;
}

/**
 * Tells the claimant of an entry, by mail, or by text message where they left only a mobile, and records it. What is
 * recorded is not sent again; ended between the sending and the record, or handled twice at the same moment, the same
 * letter comes twice at worst. A refusal that no try will change, and a person who left no way, are the manager's.
 */
export const sendNotices =
  (desk: NoticeDesk) =>
  async (body: unknown): Promise<void> => {
    const { claimId, seq } = message.parse(body);
    const file = await desk.caseFiles.read(claimId);
    const entry = file?.events[seq - 1];
    if (!file || !entry) throw new Error(`there is no entry ${seq} in claim ${claimId}`);
    const at = caseUpTo(file, seq, desk.tenant);
    const letter = letterOf(at, desk.sender);
    if (!letter || isOutdated(entry, file, limaDay(desk.now()))) {
      log("info", "not-needed", { claimId, seq, type: entry.type });
      return;
    }
    const way = wayTo(at, entry);
    const key = `send-notices ${seq} ${way?.channel ?? "none"}`;
    if (file.marks.some((mark) => mark.key === key)) {
      log("info", "sent-before", { claimId, seq, type: entry.type });
      return;
    }
    const sent = way ? await send(desk, way, letter) : "refused";
    await recordOnce(desk, claimId, key, (effectiveAt) =>
      way && sent === "sent"
        ? {
            type: "notice-sent",
            effectiveAt,
            by,
            details: { seq, channel: way.channel, subject: letter.subject },
          }
        : { type: "manager-alerted", effectiveAt, by, details: { reason: notTold(entry, way) } },
    );
  };

/** A decision goes to the address it was dispatched to; all else to the claimant's, or to their mobile. */
function wayTo({ filing }: CaseAt, entry: CaseEvent): Way | undefined {
  if (entry.type === "resolution-dispatched") return { channel: "email", to: entry.details.to };
  const { email, telephone } = filing.details.form.claimant;
  if (email !== undefined) return { channel: "email", to: email };
  return isMobile(telephone) ? { channel: "sms", to: telephone } : undefined;
}

function send({ mail, texts }: NoticeDesk, { channel, to }: Way, letter: Letter): Promise<Sent> {
  const { subject, text, short } = letter;
  return channel === "email" ? mail.send({ to, subject, text }) : texts.send(to, short);
}

function notTold({ type }: CaseEvent, way: Way | undefined): string {
  const what = `No se pudo avisar al reclamante de «${entryNames[type]}»`;
  if (!way) return `${what}: no dejó correo ni celular.`;
  return `${what}: ${way.channel === "email" ? "su correo" : "su celular"} fue rechazado.`;
}

async function recordOnce(
  desk: NoticeDesk,
  claimId: string,
  key: string,
  entryAt: (now: string) => Decision["entries"][number],
): Promise<void> {
  const write = { key, contentHash: key };
  const recorded = await record(desk, { claimId, now: desk.now(), write }, ({ now }) =>
    ok({ entries: [entryAt(now)] }),
  );
  if (!recorded.ok) throw new Error(`the notice of claim ${claimId} was not recorded: ${recorded.error}`);
}
