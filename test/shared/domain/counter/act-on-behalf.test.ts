import { describe, expect, it } from "vitest";
import { takeRecourse, takeWithdrawal } from "../../../../shared/contract/counter/act-on-behalf-routes.ts";
import {
  type Confirmation,
  type ConfirmingWay,
  confirmationsIn,
  intakeChannels,
  waysToConfirm,
} from "../../../../shared/domain/counter/act-on-behalf.ts";

const telephones = { mobile: "987654321", landline: "053462000", none: undefined } as const;
const mails = { mail: "cliente@example.pe", none: undefined } as const;
const contacts = Object.entries(telephones).flatMap(([telephone, number]) =>
  Object.entries(mails).map(([mail, email]) => ({
    named: `telephone ${telephone}, mail ${mail}`,
    contact: { telephone: number, email },
    isReached: telephone === "mobile" || mail === "mail",
  })),
);
const every = [...intakeChannels, "hearing" as const].flatMap((how) => contacts.map((who) => ({ how, ...who })));

/** The confirmation that each way sends to the API. */
const sent: Readonly<Record<ConfirmingWay, { readonly by: Confirmation["by"]; readonly [field: string]: unknown }>> = {
  sms: { by: "code", code: "123456" },
  email: { by: "code", code: "123456" },
  voice: { by: "voice", uploadIds: ["u-1"] },
  signature: { by: "signature", uploadIds: ["u1"] },
  paper: { by: "paper", uploadIds: ["u1"], receivedAt: "2026-11-23T15:00:00.000Z" },
  submission: { by: "submission", submissionId: "f1" },
};

describe("how a claimant confirms an act that staff recorded", () => {
  it.each(every)("$how, $named: there is a way", ({ how, contact }) => {
    expect(waysToConfirm(how, contact)).not.toEqual([]);
  });

  it.each(every)("$how, $named: a code can go to each contact given, and a voice confirms only without any", (one) => {
    const ways = waysToConfirm(one.how, one.contact);
    const isFiled = one.how === "document-desk";
    expect(ways.includes("sms")).toBe(!isFiled && one.contact.telephone === telephones.mobile);
    expect(ways.includes("email")).toBe(!isFiled && one.contact.email !== undefined);
    expect(ways.includes("voice")).toBe((one.how === "telephone" || one.how === "hearing") && !one.isReached);
    expect(ways.includes("signature")).toBe(one.how === "counter" || one.how === "hearing");
  });

  it.each(intakeChannels)("%s: the contract accepts exactly the confirmations of this channel", (channel) => {
    const asked = new Set(contacts.flatMap(({ contact }) => waysToConfirm(channel, contact)));
    for (const [way, confirmation] of Object.entries(sent)) {
      const isTaken = confirmationsIn(channel).has(confirmation.by);
      const withdrawal = { of: "procedure", came: channel, confirmation };
      const appeal = { kind: "appeal", grounds: "No estoy de acuerdo.", uploadIds: [], came: channel, confirmation };
      expect([way, takeWithdrawal.body.safeParse(withdrawal).success]).toEqual([way, isTaken]);
      expect([way, takeRecourse.body.safeParse(appeal).success]).toEqual([way, isTaken]);
      if ([...asked].some((one) => one === way)) expect(isTaken).toBe(true);
    }
    expect(new Set([...asked].map((way) => sent[way].by))).toEqual(new Set(confirmationsIn(channel)));
  });
});
