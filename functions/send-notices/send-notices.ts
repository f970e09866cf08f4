import * as z from "zod";
import { type CaseAt, caseUpTo } from "../../shared/casework/case-at.ts";
import { codeHashOf, newConfirmationCode } from "../../shared/casework/confirmation-code.ts";
import { type CaseDesk, type Decision, record } from "../../shared/casework/record.ts";
import { type CaseEvent, caseNoteNames } from "../../shared/domain/case-events.ts";
import { claimEventNames } from "../../shared/domain/claim-events.ts";
import { isMobile } from "../../shared/domain/claim-form.ts";
import { allowedEvents } from "../../shared/domain/claim-states.ts";
import { ok } from "../../shared/domain/result.ts";
import type { Confirmations } from "../../shared/storage/confirmations.ts";
import type { Mail, Sent } from "../../shared/storage/mail.ts";
import type { Texts } from "../../shared/storage/texts.ts";
import { log } from "../runtime/log.ts";
import { codeLetter, type Letter, letterOf, type Sender } from "./letters.ts";
import { isOutdated } from "./outdated.ts";

export interface NoticeDesk extends CaseDesk {
  readonly confirmations: Confirmations;
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
    const write = writerOf(desk, at, entry);
    if (!write || isOutdated(entry, file, desk.now())) {
      log("info", "not-needed", { claimId, seq, type: entry.type });
      return;
    }
    const way = wayTo(at, entry);
    const key = `send-notices ${seq} ${way?.channel ?? "none"}`;
    if (file.marks.some((mark) => mark.key === key)) {
      log("info", "sent-before", { claimId, seq, type: entry.type });
      return;
    }
    const letter = way && (await write());
    const sent = letter ? await send(desk, way, letter) : "refused";
    await recordOnce(desk, claimId, key, ({ claim, now }) =>
      letter && sent === "sent"
        ? [
            {
              type: "notice-sent",
              effectiveAt: now,
              by,
              details: { seq, channel: way.channel, subject: letter.subject },
            },
            ...(isCopy(entry, claim)
              ? [{ type: "filing-copy-sent", effectiveAt: now, by, details: { channel: way.channel } } as const]
              : []),
          ]
        : [{ type: "manager-alerted", effectiveAt: now, by, details: { reason: notTold(entry, way) } }],
    );
  };

/** How the letter of an entry is written, if it has one. A code is drawn as it is sent, and only its digest is kept. */
function writerOf(desk: NoticeDesk, at: CaseAt, entry: CaseEvent): (() => Letter | Promise<Letter>) | undefined {
  const { confirmations, sender, now } = desk;
  if (entry.type === "confirmation-asked")
    return async () => {
      const code = newConfirmationCode();
      await confirmations.keep(entry.details.confirmationId, await codeHashOf(code, entry.details), now());
      return codeLetter(entry, at, code, sender);
    };
  const letter = letterOf(at, sender);
  return letter && (() => letter);
}

/** Whether what was sent is the copy that is owed to who claimed by telephone (T25), while it still counts. */
function isCopy(entry: CaseEvent, { state }: CaseAt["claim"]): boolean {
  return (
    entry.type === "claim-filed" && entry.channel === "telephone" && allowedEvents(state).includes("filing-copy-sent")
  );
}

/** A decision goes to the address it was dispatched to, a code as it was asked; all else to the claimant's mail, or mobile. */
function wayTo({ filing }: CaseAt, entry: CaseEvent): Way | undefined {
  if (entry.type === "notice-dispatched") return { channel: "email", to: entry.details.to };
  if (entry.type === "resolution-dispatched" && entry.channel === "email")
    return { channel: "email", to: entry.details.to };
  const { email, telephone } = filing.details.form.claimant;
  const asText = entry.type === "confirmation-asked" && entry.details.channel === "sms";
  if (asText && isMobile(telephone)) return { channel: "sms", to: telephone };
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
  entriesAt: (at: CaseAt) => Decision["entries"],
): Promise<void> {
  const write = { key, contentHash: key };
  const recorded = await record(desk, { claimId, now: desk.now(), write }, (at) => ok({ entries: entriesAt(at) }));
  if (!recorded.ok) throw new Error(`the notice of claim ${claimId} was not recorded: ${recorded.error}`);
}
