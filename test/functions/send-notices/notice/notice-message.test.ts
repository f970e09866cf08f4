import { describe, expect, it } from "vitest";
import { inGsm7, smsLength } from "../../../../functions/send-notices/gsm-7.ts";
import { queuesOf } from "../../../../shared/casework/case/entry-queues.ts";
import { claimLink, noticeLink, offerLink, openingLink } from "../../../../shared/casework/notice/site-links.ts";
import { remindedActs } from "../../../../shared/domain/case/awaits-claimant.ts";
import type { CaseEventType, CaseFact, CaseNote } from "../../../../shared/domain/case/case-events.ts";
import { caseNoteTypes } from "../../../../shared/domain/case/case-notes.ts";
import { claimEventTypes } from "../../../../shared/domain/case/claim-events.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { notifiedActs } from "../../../../shared/domain/resolution/notified-acts.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { filled } from "../../../../web/filled-path.ts";
import { sitePages } from "../../../../web/paths.ts";
import { form } from "../../../shared/casework/case-world.ts";
import {
  allOf,
  claimId,
  claimKey,
  code,
  effectiveAt,
  entry,
  filed,
  holdKey,
  letterAfter,
  letterFor,
  letters,
  link,
  noticeKey,
  notified,
  offerId,
  requested,
  room,
  signed,
  site,
  wordsOf,
} from "../letter-examples.ts";

describe("every letter", () => {
  it("is of an entry that reaches the queue of notices, and each of those has one", () => {
    // The letter of a code is written as its code is drawn.
    const reaching = [...claimEventTypes, ...caseNoteTypes].filter(
      (type) => queuesOf(type).includes("notices") && type !== "confirmation-asked" && type !== "contact-code-asked",
    );
    expect(letters.map(([type]) => type).toSorted()).toEqual(reaching.toSorted());
  });

  it.each(letters)("%s is in short sentences, by mail and by message", (_, letter) => {
    const sentences = allOf(letter)
      .split(/\n|[.?!:;] /)
      .map((sentence) => sentence.split(/\s+/).filter(Boolean).length);
    expect(Math.max(...sentences)).toBeLessThanOrEqual(25);
  });

  it.each(letters)("%s says where to call, where SUNASS answers, and leads to one page of ours", (type, letter) => {
    expect(letter.text).toContain("053 000 000");
    expect(letter.text).toContain("1899");
    // A hearing by video has a link of its own besides, which is all a message has room for.
    const isVideo = type === "hearing-moved" || type === "hearing-link-set";
    expect(letter.text.match(/https?:\/\/\S+/g)).toHaveLength(isVideo ? 2 : 1);
    expect(letter.html.match(/<a href="[^"]+">/g)).toHaveLength(isVideo ? 2 : 1);
    expect(letter.text).toContain(type === "claim-filed" ? `${site}/retomar/` : site);
    expect(letter.short).toContain(type === "hearing-link-set" ? link : site);
  });

  it.each(letters)("%s carries no key but its own, no name, no document, nothing that was decided", (type, letter) => {
    const all = allOf(letter);
    expect(all.includes(claimKey)).toBe(type === "claim-filed" || type === "key-replaced");
    expect(letter.text.includes(noticeKey)).toBe(type === "resolution-dispatched" || type === "notice-dispatched");
    expect(all).not.toContain(holdKey);
    const { claimant, grounds } = form;
    for (const own of [claimant.givenNames, "00000001", claimant.address, grounds]) expect(all).not.toContain(own);
    for (const inside of ["fundado", "registra bien", "corrige", "NC-1", "174.91", "Motivo interno", "0001-2026"])
      expect(all).not.toContain(inside);
    expect(all).not.toMatch(/undefined|NaN|\[object|\bF\d\d\b|[a-z]-filed|\d{4}-\d\d-\d\d\b/);
  });
});

/** What takes two messages: a claim's key stands in its words and in its link; the link of an offer has two ids. */
const ofTwo: readonly string[] = ["claim-filed", "offer-made"];

const taken = { came: "telephone" } as const;
const holder = { as: "holder" } as const;
const day = calendarDay("2026-12-15");
const acts = (said: { readonly taken?: typeof taken }) =>
  [
    { ...entry, type: "withdrawal-requested", of: "procedure", standing: holder, details: { reason: "", ...said } },
    { ...entry, type: "offer-answered", details: { offerId, accepted: false, standing: holder, ...said } },
    { ...entry, type: "notice-consent", details: { channel: "email", granted: false, ...said } },
  ] as const;

describe("the copy of what was said", () => {
  it.each(acts({ taken }))("of $type goes to who spoke it", (act) => {
    const { text = "" } = letterAfter(filed, act) ?? {};
    expect(text).toContain("Si no lo pediste tú, llámanos hoy mismo.");
    expect(text).toMatch(/quieres desistir|no aceptas la propuesta|en papel, en tu dirección/);
    expect(text).not.toMatch(/no podrás volver a reclamar|Lo que cambia queda escrito/);
  });

  it("of an answer says what its claimant proposes instead, and in which parts", () => {
    const counter = { m3: 15, after: cents(3985), instalments: [cents(1993), cents(1992)], says: "Usé como siempre." };
    const details = { offerId, accepted: false, standing: holder, taken, counter };
    const { text = "" } = letterAfter(filed, { ...entry, type: "offer-answered", details }) ?? {};
    expect(text).toContain("Propones pagar S/ 39.85, por 15 m³.");
    expect(text).toContain("en 2 cuotas mensuales sin intereses, la primera de S/ 19.93 y las demás de S/ 19.92.");
  });

  it.each([
    ["on the page", undefined],
    ["by telephone", taken],
  ] as const)("of an offer accepted %s says the amount, and that the meeting makes it an accord", (_, said) => {
    const details = { offerId, accepted: true, standing: holder, ...(said && { taken: said }) };
    const answer = { ...entry, type: "offer-answered", details } as const;
    const { text = "", short = "" } = letterAfter(filed, ...wordsOf("offer-made"), answer) ?? {};
    expect(text).toContain("quedaría en S/ 48.70 (se emitió por S/ 223.61).");
    expect(text).toContain(
      "en la reunión: el miércoles 23 de diciembre de 2026 a las 8:30 a. m., por teléfono. Si no vas",
    );
    expect(short).toContain(said ? "Puedes deshacerlo hasta" : "aceptas S/ 48.70, ");
    expect(smsLength(short)).toBeLessThanOrEqual(160);
  });

  it.each(acts({}))("of $type goes to nobody who wrote it themself", (act) => {
    expect(letterAfter(filed, act)).toBeUndefined();
  });
});

describe("the notice of a visit", () => {
  const [absent] = wordsOf("inspection-reported");
  if (absent?.type !== "inspection-reported") throw new Error("no acta");
  const last = { ...absent, details: { ...absent.details, inspectionId: "c1-2", retry: undefined } };

  it("that found nobody says when the last one is, by mail and by message", () => {
    const { subject, text, short } = letterFor("inspection-reported");
    expect(subject).toBe(`No te encontramos: ${code}`);
    expect(text).toContain("Volvemos el jueves 10 de diciembre de 2026, de 8:00 a 10:00 a. m. Es la última");
    expect(text).toContain("Si tampoco hay nadie, el reclamo se decide con lo que se vio desde la calle");
    expect(short).toContain("no te encontramos. Volvemos el 10/12/2026, 08:00 a 10:00: ultima visita.");
  });

  it("that found nobody the last time says that there is no other, and what follows", () => {
    const { text = "", short = "" } = letterAfter(filed, absent, last) ?? {};
    expect(text).toContain("No hay otra visita programada.");
    expect(text).toContain("Si quieres otra visita, pídela antes de que se decida.");
    expect(short).toContain("no te encontramos, y no hay otra visita.");
    expect(smsLength(short)).toBeLessThanOrEqual(160);
  });

  it.each(["whole", "partial", "opposed"] as const)("goes to nobody who was there (%s)", (outcome) => {
    expect(letterAfter(filed, { ...last, outcome })).toBeUndefined();
  });
});

describe("a text message", () => {
  it("says who comes, and who attends the claim now, by as much of the name as fits", () => {
    expect(letterFor("inspection-assigned").short).toContain("Va PERSONA DE PRUEBA SIETE.");
    expect(letterFor("owner-changed").short).toContain("PERSONA DE PRUEBA DOS.");
    const details = { inspectionId: "c1-1", inspector: "inspector-1", name: "PERSONA DE PRUEBA CON MUCHOS APELLIDOS" };
    const { short = "" } = letterAfter(filed, { ...entry, type: "inspection-assigned", details }) ?? {};
    expect(short).toContain("Va PERSONA DE PRUEBA CON.");
    expect(smsLength(short)).toBeLessThanOrEqual(160);
  });

  it("of an owner goes to nobody whose claim had none before", () => {
    const owner = { sub: "analyst-2", name: "PERSONA DE PRUEBA DOS", extension: "102" };
    expect(letterAfter(filed, { ...entry, type: "owner-changed", details: { owner, reason: "Sin dueño." } })).toBe(
      undefined,
    );
  });

  it.each(letters)(
    "of %s is written in the alphabet of mobiles, in one message of 160 characters",
    (type, { short }) => {
      expect(inGsm7(short)).toBe(short);
      expect(short).not.toContain("?");
      expect(smsLength(short)).toBeLessThanOrEqual(ofTwo.includes(type) ? 306 : 160);
    },
  );

  it.each<CaseFact | CaseNote>([
    ...acts({ taken }),
    { ...entry, type: "notice-consent", details: { channel: "mailbox", granted: true, taken } },
    ...remindedActs.map((act) => ({ ...entry, type: "act-reminded", details: { act, day } }) as const),
    ...notifiedActs.map(
      (of) =>
        ({
          ...entry,
          type: "notice-dispatched",
          details: { noticeId: "n2", of, says: ["Tu firma."], to: "cliente@example.pe", noticeKey },
        }) as const,
    ),
    ...(["not-filed", "negative-silence", "firm"] as const).map(
      (state) => ({ ...entry, type: "lapse-notified", details: { state, since: day } }) as const,
    ),
  ])("of $type is one message, whatever it is about ($details)", (act) => {
    const { short = "" } = letterAfter(filed, act) ?? {};
    expect(short).toContain("EPS de prueba: ");
    expect(smsLength(short)).toBeLessThanOrEqual(160);
  });

  it.each([
    ["reconsideration", undefined],
    ["agreement", undefined],
    ["withdrawal", "procedure"],
  ] as const)("of a code is one message without a link (%s)", (act, withdrawn) => {
    const asked: CaseNote = {
      ...entry,
      type: "confirmation-asked",
      details: {
        confirmationId: "k1",
        act,
        withdrawn,
        says: "Lo que pediste.",
        contentHash: "h",
        channel: "sms",
        until: effectiveAt,
      },
    };
    const { short, text } = letterAfter(filed, asked) ?? { short: "", text: "" };
    expect(short).toContain("EPS de prueba: 123456 es tu codigo");
    expect(short).not.toContain("http");
    expect(smsLength(short)).toBeLessThanOrEqual(160);
    expect(text).toContain("123456. Vale 10 minutos.");
  });

  it("says where to call where there is room left", () => {
    const helped = letters.filter(([, { short }]) => short.endsWith("Dudas: 053 000 000"));
    expect(helped.length).toBeGreaterThan(0);
  });

  it.each([
    ["Decisión: «firme», 18 m³…", 'Decision: "firme", 18 m3...', "what the alphabet lacks is written plainly"],
    [
      "¿Añadió usted más? ¡Sí! 5 €",
      "¿Añadió usted más? ¡Sí! 5 €".replace("ó", "o").replace("á", "a").replace("í", "i"),
      "what it has stays",
    ],
    ["agua 💧", "agua ?", "what cannot be written is marked"],
  ])("%s: %s (%s)", (text, plain) => {
    expect(inGsm7(text)).toBe(plain);
  });

  it.each([
    ["abc", 3],
    ["[€]", 6],
  ])("%s takes %i characters", (text, length) => {
    expect(smsLength(text)).toBe(length);
  });
});

describe("the page of a mail", () => {
  it.each(letters)("%s says what its text says, with its language and its title", (_, { subject, text, html }) => {
    expect(html).toContain(`<html lang="es-PE">`);
    expect(html).toContain(`<title>${subject.replaceAll('"', "&quot;")}</title>`);
    const words = (written: string) => written.replace(/\s+/g, " ").trim();
    const shown = html
      .slice(html.indexOf("</h1>"))
      .replace(/<li>/g, "- ")
      .replace(/<[^>]+>/g, " ")
      .replace(/&(quot|#39|lt|gt);/g, (_, mark: string) => ({ quot: '"', "#39": "'", lt: "<", gt: ">" })[mark] ?? "")
      .replaceAll("&amp;", "&");
    expect(words(shown)).toBe(words(text));
  });

  it("shows what somebody wrote, and lets none of it be markup", () => {
    const wrote = `<img src=x onerror=alert(1)> "A&B" 'c'`;
    const { html } = letterAfter(filed, {
      ...entry,
      type: "leak-repair-required",
      details: { text: `${wrote}\n- <b>uno</b>` },
    }) ?? { html: "" };
    expect(html).not.toMatch(/<img|<b>/);
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt; &quot;A&amp;B&quot; &#39;c&#39;");
    expect(html).toContain("<li>&lt;b&gt;uno&lt;/b&gt;</li>");
  });

  it("has no image, no script and nothing from elsewhere", () => {
    for (const [, { html }] of letters) expect(html).not.toMatch(/<img|<script|<link|src=|url\(/);
  });
});

describe("letters by how far the claim is", () => {
  it("an appeal filed while the company reconsiders: its notice says it is kept", () => {
    const letter = letterAfter(filed, ...notified, ...wordsOf("reconsideration-filed"), ...wordsOf("appeal-filed"));
    expect(letter?.text).toContain("Guardamos tu apelación");
    expect(letter?.text).toContain("No tienes que presentarla otra vez.");
  });

  it("a correction is not notified before what it corrects", () => {
    expect(letterAfter(filed, ...signed, ...wordsOf("rectified"))).toBeUndefined();
  });

  it("a recourse withdrawn does not change the decision", () => {
    const letter = letterAfter(
      filed,
      ...notified,
      ...wordsOf("appeal-filed"),
      requested,
      ...wordsOf("withdrawal-accepted"),
    );
    expect(letter?.text).toContain("La decisión que habías pedido revisar queda firme.");
  });
});

describe("what letters say", () => {
  it.each<[CaseEventType, readonly string[]]>([
    ["queja-filed", ["MP-2026-000010-1", "miércoles 25 de noviembre de 2026", "la queja no detiene ningún plazo"]],
    ["queja-forwarded", ["al tribunal de SUNASS (TRASS)", "Oficio 13-2026", "viernes 27 de noviembre de 2026"]],
    ["recourse-reclassified", ["sigue como apelación", "Pide otra lectura de lo mismo."]],
    ["taken-as-problem", ["la solicitud SO-2026-000001-1, con la fecha de tu reclamo", "el desagüe se atora"]],
    ["rectified", ["Lo decidido y sus montos no cambian, ni tus plazos."]],
  ])("%s says what a person must know of it", (type, says) => {
    const { text } = letterFor(type);
    for (const one of says) expect(text).toContain(one);
  });

  it.each<[CaseEventType, readonly string[]]>([
    [
      "claim-filed",
      [
        code,
        "lunes 23 de noviembre de 2026",
        "viernes 27 de noviembre de 2026, de 8:00 a 10:00 a. m. Alguien",
        "miércoles 23 de diciembre de 2026 a las 8:30 a. m., por teléfono",
        "viernes 15 de enero de 2027",
        `Clave: ${claimKey}\n`,
        openingLink(site, code, claimKey),
      ],
    ],
    ["defect-observed", ["- La foto de tu recibo.\n- Tu firma.", "Tienes 2 días hábiles desde que te lo decimos"]],
    ["notice-dispatched", ["le falta algo", "hasta el jueves 26 de noviembre de 2026", noticeLink(site, noticeKey)]],
    ["lapse-notified", ["como no presentado", "puedes presentar otro reclamo"]],
    ["owner-changed", ["Desde ahora atiende tu reclamo", "PERSONA DE PRUEBA DOS, anexo 102.", "no cambian"]],
    ["inspection-assigned", ["PERSONA DE PRUEBA SIETE", "viernes 27 de noviembre de 2026, de 8:00 a 10:00 a. m."]],
    // 24 November and fifteen calendar days: the 9th of December is a holiday.
    ["leak-repair-required", ["Fuga bajo el piso del baño.", "hasta el jueves 10 de diciembre de 2026"]],
    ["leak-verified", ["la fuga está reparada"]],
    [
      "meter-test-ordered",
      [
        "martes 1 de diciembre de 2026 a las 9:00 a. m.",
        "LABORATORIO DE PRUEBA",
        "En el predio.",
        "La paga la empresa: tú no la pediste",
      ],
    ],
    ["meter-test-reported", ["C-1", "dentro de la tolerancia", "la paga quien la pidió"]],
    ["visit-moved", ["viernes 27 de noviembre de 2026", "lunes 30 de noviembre de 2026, de 8:00 a 10:00 a. m."]],
    ["attachment-missing", [code, "un archivo que anunciaste no nos llegó"]],
    ["copy-asked", [code, "envía otra copia o tráela a la oficina"]],
    ["new-evidence-asked", ["Un documento que no estaba en tu reclamo.", "viernes 27 de noviembre de 2026"]],
    [
      "hearing-moved",
      ["lunes 28 de diciembre de 2026 a las 9:00 a. m., por videollamada", "la prueba del medidor", `enlace: ${room}/`],
    ],
    [
      "claim-filed",
      [
        "a las 8:30 a. m., por teléfono. Te llamamos al 912 345 678.",
        "pedimos que el sistema de cobranza lo bloquee. Debe confirmarlo a más tardar el ",
      ],
    ],
    ["hearing-mode-chosen", ["a las 8:30 a. m., por teléfono", "Te llamamos al 987 654 321.", "Si tú no lo pediste"]],
    [
      "hearing-link-set",
      ["a las 8:30 a. m., por videollamada", `enlace: ${link}\n`, `Tu reclamo está aquí:\n${claimLink(site, claimId)}`],
    ],
    [
      "act-reminded",
      ["tienes hasta el martes 15 de diciembre de 2026 para pedir que revisen la decisión", claimLink(site, claimId)],
    ],
    ["hearing-reminded", ["Te recordamos", "a las 8:30 a. m., por teléfono", "Te llamamos al 912 345 678."]],
    [
      "appointments-given",
      [
        "viernes 27 de noviembre de 2026, de 8:00 a 10:00 a. m.",
        "lunes 28 de diciembre de 2026 a las 9:00 a. m., por teléfono",
      ],
    ],
    ["withdrawal-requested", [code, "no podrás volver a reclamar lo mismo", "Si no lo pediste tú"]],
    ["offer-answered", [code, "aceptas la propuesta", "Falta firmarlo en la reunión"]],
    ["notice-consent", [code, "se te notifican a tu correo", "puedes deshacerlo", "pasado el"]],
    ["withdrawal-undone", [code, "sigue como antes"]],
    ["claims-joined", [code, "comparten la visita y la reunión", "tendrá su propia respuesta"]],
    [
      "offer-made",
      ["S/ 223.61", "S/ 48.70", "18 m³", "hasta el miércoles 23 de diciembre", offerLink(site, claimId, offerId)],
    ],
    ["resolution-dispatched", ["hasta el jueves 26 de noviembre de 2026", noticeLink(site, noticeKey), "dirección"]],
    ["reconsideration-filed", ["MP-2026-000009-1", "martes 24 de noviembre de 2026", "jueves 24 de diciembre de 2026"]],
    ["appeal-filed", ["MP-2026-000009-1", "hasta el martes 1 de diciembre de 2026"]],
    ["file-elevated", ["Oficio 12-2026", "24 de noviembre de 2026"]],
    ["tribunal-decided", ["TRASS-77", claimLink(site, claimId)]],
    ["withdrawal-accepted", ["desistas", code]],
    ["executed", [code, claimLink(site, claimId)]],
    [
      "dates-moved",
      [
        "El Gobierno decretó un día no laborable.",
        "- Para notificarte la decisión: antes hasta el viernes 15 de enero de 2027, ahora hasta el lunes 18 de enero de 2027.",
        "Ningún plazo tuyo se acorta.",
      ],
    ],
  ])("%s: %j", (type, parts) => {
    const { text } = letterFor(type);
    for (const part of parts) expect(text).toContain(part);
  });

  it("says in soles what an agreement leaves a receipt at", () => {
    const [held] = wordsOf("conciliation-held");
    if (held?.type !== "conciliation-held") throw new Error("no hearing");
    const details = { ...held.details, acceptedOfferId: offerId };
    const accepted = { ...entry, type: "claim-accepted", details: {} } as const;
    const agreed = { ...held, agreement: "total", standing: holder, details } as const;
    const { text = "" } = letterAfter(filed, accepted, ...wordsOf("offer-made"), agreed) ?? {};
    expect(text).toContain("El recibo de octubre de 2026 queda en S/\u00a048.70 (se emitió por S/\u00a0223.61).");
  });

  it("says in soles what a silence granted", () => {
    const [silence] = wordsOf("silence-certified");
    if (silence?.type !== "silence-certified") throw new Error("no silence");
    const corrected = [{ receiptNumber: "S001-00045001", period: "2026-10", m3: 15, amount: cents(3985) }];
    const { text = "" } = letterAfter(filed, { ...silence, details: { corrected } }) ?? {};
    expect(text).toContain("El recibo de octubre de 2026 queda en S/\u00a039.85 (se emitió por S/\u00a0223.61).");
  });

  it("of a claim that was not presented says the last day to claim again, and since when its receipt is due", () => {
    const term = {
      ...({ rule: "claim.window", lawVersion: "l", amount: 2, unit: "months", calendar: "USER" } as const),
      ...{ from: filed.filedOn, calendarVersion: "c", dueDate: calendarDay("2027-02-16"), skipped: [] },
    };
    const late = { ...filed, details: { ...filed.details, windows: [{ number: "S001-00045001", term }] } };
    const known = { ...entry, type: "defect-notified", details: { how: "notified-by-telephone" } } as const;
    const [lapse] = wordsOf("lapse-notified");
    if (lapse?.type !== "lapse-notified") throw new Error("no lapse");
    const lapsed = { ...lapse, effectiveAt: "2026-12-01T15:00:00.000Z" };
    const { text = "" } = letterAfter(late, ...wordsOf("defect-observed"), known, lapsed) ?? {};
    expect(text).toContain("reclamar otra vez el recibo de octubre de 2026 por lo menos hasta el martes 16 de febrero");
    expect(text).toContain("queda como se emitió: S/\u00a0223.61.");
    expect(text).toContain("Se cobra desde el ");
    expect(text).not.toContain("Si todavía estás en plazo");
  });

  it("has the copy of what was said only where it was said by telephone", () => {
    expect(letterFor("claim-filed").text).not.toContain("Lo que nos contaste");
    const { text } = letterAfter({ ...filed, channel: "telephone" }) ?? { text: "" };
    for (const part of [form.grounds, "octubre de 2026: 45 m³, S/ 223.61", "revisó y no encontró fugas", "la pides"])
      expect(text).toContain(part);
    expect(text).not.toContain("- Lectura");
  });

  it("says until when a consent to e-mail given by telephone can be undone, and that decisions go on paper", () => {
    const spoken = { ...filed, channel: "telephone" } as const;
    const mailConsent = { taken: { came: "telephone" } } as const;
    const letter = letterAfter({ ...spoken, details: { ...filed.details, mailConsent } });
    expect(letter?.text).toContain("- Decisiones a tu correo: pasado el jueves 26 de noviembre de 2026.");
    expect(letterAfter(spoken)?.text).not.toContain("Decisiones a tu correo");
  });

  it("has no visit and no hearing where the claim has none", () => {
    const details = { ...filed.details, visit: undefined, hearing: undefined };
    const { inspectionOn: _, hearingOn: __, ...without } = filed;
    const letter = letterAfter({ ...without, details });
    expect(letter?.text).not.toMatch(/Visitaremos|reunión para llegar/);
    expect(letter?.short).not.toMatch(/Visita|Reunión/);
  });

  it("promises no day of a visit and a hearing that wait for one", () => {
    const letter = letterAfter({ ...filed, details: { ...filed.details, visit: undefined, hearing: undefined } });
    expect(letter?.text).toContain("Te avisaremos el día de la visita y el de la reunión. Tus plazos ya corren.");
  });

  it("is the whole of it in few words to a mobile", () => {
    expect(letterFor("claim-filed").short).toBe(
      `EPS de prueba: recibimos tu reclamo ${code}. Visita: 27/11/2026, 08:00 a 10:00. Reunion: 23/12/2026, 08:30. ` +
        `Decision: hasta el 15/01/2027. Clave: ${claimKey} ${openingLink(site, code, claimKey)} Dudas: 053 000 000`,
    );
  });
});

describe("no letter", () => {
  const personal: CaseFact = {
    ...entry,
    type: "resolution-dispatched",
    channel: "personal",
    details: { noticeId: "n1", to: "CALLE FICTICIA 101" },
  };
  const day = calendarDay("2026-12-01");
  const innerMoved: CaseNote = {
    ...entry,
    type: "dates-moved",
    details: {
      version: 2,
      calendarVersion: "v2-2026-11-24",
      why: "Un decreto.",
      moved: [{ clock: "T06", calendar: "COMPANY", from: day, to: day, kept: false }],
    },
  };
  const accepted: CaseFact = { ...entry, type: "claim-accepted", details: {} };
  it.each<[string, readonly (CaseFact | CaseNote)[]]>([
    ["a decision that is taken to the address", [...signed, personal]],
    ["an entry that is notified to nobody", [accepted]],
    ["a date moved of a term of the office's own", [innerMoved]],
    ["a decision not yet signed", signed.slice(0, 2)],
    ["a signed decision not yet sent", signed],
  ])("is written of %s", (_, entries) => {
    expect(letterAfter(filed, ...entries)).toBeUndefined();
  });
});

describe("the pages letters lead to", () => {
  it.each([
    [claimLink("", "c1"), filled(sitePages.claim.path, { claimId: "c1" })],
    [offerLink("", "c1", "o1"), filled(sitePages.claimOffer.path, { claimId: "c1", offerId: "o1" })],
    [noticeLink("", noticeKey), filled(sitePages.notice.path, { noticeKey })],
    [openingLink("", code, claimKey).split("#")[0], sitePages.openByKey.path],
  ])("%s is a page of the site", (link, page) => {
    expect(link).toBe(page);
  });
});
