import type { Claimant } from "../filing/claim-form.ts";
import { readingDoubt } from "../reading/reading-doubt.ts";
import { monthAndYear } from "../receipt/spanish-months.ts";
import type { BillingType } from "../receipt/tariff.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import type { DueDate } from "../term/due-dates.ts";
import type { OfficeChannel } from "../term/office-hours.ts";
import { longDate } from "../term/spanish-dates.ts";
import type { RecourseKind, Standing } from "./claim-events.ts";
import type { ClaimLaw } from "./claim-law.ts";
import { type ClaimType, isBilling } from "./claim-types.ts";

/** What is checked about a claim or a recourse before it is filed (digest 1.5, 3.7). */
export const admissibilityRules = [
  "term",
  "standing",
  "form-required",
  "form-remediable",
  "duplicate",
  "type-matter",
  "reading",
  "recourse-fit",
] as const;
export type AdmissibilityRule = (typeof admissibilityRules)[number];

export const severities = ["warns", "explains"] as const;
export type Severity = (typeof severities)[number];

/**
 * One result of the check, in Spanish, for the person who files; `term` is the term it is about, with the days counted.
 */
export interface Finding {
  readonly rule: AdmissibilityRule;
  readonly severity: Severity;
  readonly text: string;
  readonly term?: DueDate | undefined;
}

/** A claim before or after filing. Before it, what the person has not entered yet is absent. */
export interface ClaimToCheck {
  /** The day on which the claim counts as filed, or would if it were filed today. */
  readonly filedOn: CalendarDay;
  readonly channel: OfficeChannel;
  readonly claimType: ClaimType;
  readonly claimant: { readonly [Field in keyof Claimant]?: Claimant[Field] | undefined };
  readonly grounds?: string | undefined;
  readonly meterTest?: boolean | undefined;
  /** What the claimant says that the meter shows, in m³, if it is still to be asked again. */
  readonly meterReading?: number | undefined;
  /** Whether the claimant declared that the claim is true. */
  readonly declared: boolean;
  /** The claimed receipts, each with its term to claim and whether it is paid. */
  readonly receipts: readonly {
    readonly number: string;
    readonly period: string;
    readonly billingType: BillingType;
    /** The reading up to which it was billed, in m³. */
    readonly readingCurr?: number | undefined;
    readonly billedM3: number;
    readonly paid: boolean;
    readonly term: DueDate;
  }[];
  /** Other claims about the same matter: pending ones, and those `decided`, which ended for good. */
  readonly duplicates: readonly { readonly code: string; readonly decided: boolean }[];
  readonly law: { readonly remedyDays: number; readonly titularOnlyByTelephone: boolean };
}

const warns = (rule: AdmissibilityRule, text: string, term?: DueDate): Finding => ({
  rule,
  severity: "warns",
  text,
  ...(term && { term }),
});

const explains = (rule: AdmissibilityRule, text: string, term?: DueDate): Finding => ({
  rule,
  severity: "explains",
  text,
  ...(term && { term }),
});

/**
 * Returns the findings on a claim, before or after its filing, in this order: the term of each receipt (always one
 * finding each; a warning if `filedOn` is after the term's last day), the claimant's standing, what the form lacks,
 * each duplicate, whether the type fits, and a meter's reading below a billed one. Refuses nothing. A finding with the
 * rule `form-required` names what a claim cannot be filed without (digest 1.5): a name, a means of contact, grounds.
 */
export function claimFindings(claim: ClaimToCheck): readonly Finding[] {
  return [
    ...claim.receipts.map((receipt) => termFinding(claim.filedOn, receipt)),
    ...standingFindings(claim),
    ...requiredLacks(claim),
    ...remediableFindings(claim),
    ...claim.duplicates.map(duplicateFinding),
    ...matterFindings(claim),
    ...readingFindings(claim),
  ];
}

const whyThatLong: Readonly<Record<DueDate["unit"], (amount: number) => string>> = {
  months: (amount) => `${amount} meses`,
  "calendar-days": (amount) => `${amount} días calendario`,
  "working-days": (amount) => `${amount} días hábiles`,
};

function countedFrom({ unit, amount, from }: DueDate): string {
  return `${whyThatLong[unit](amount)} desde el ${longDate(from)}`;
}

function termFinding(filedOn: CalendarDay, { period, paid, term }: ClaimToCheck["receipts"][number]): Finding {
  const start = paid ? "como está pagado, se cuentan" : "se cuentan";
  const until = `${longDate(term.dueDate)}: ${start} ${countedFrom(term)}`;
  return filedOn > term.dueDate
    ? warns(
        "term",
        `El plazo para reclamar el recibo de ${monthAndYear(period)} venció el ${until}. Se recibe igual, pero pueden declararlo improcedente por presentarse tarde.`,
        term,
      )
    : explains("term", `Puedes reclamar el recibo de ${monthAndYear(period)} hasta el ${until}.`, term);
}

function standingFindings({ channel, claimant: { standing }, law }: ClaimToCheck): readonly Finding[] {
  if (standing === undefined) return [];
  if (channel === "telephone" && law.titularOnlyByTelephone && standing.as !== "holder")
    return [
      warns(
        "standing",
        "Por teléfono reclama el titular con su DNI. Se recibe igual, y se observa para que lo confirme.",
      ),
    ];
  return standingNote(standing);
}

function standingNote(standing: Standing): readonly Finding[] {
  if (standing.as === "effective-user")
    return [
      explains(
        "standing",
        "Quien usa el servicio puede reclamar sin ser el titular: basta el recibo u otra prueba de uso.",
      ),
    ];
  if (standing.as !== "representative") return [];
  const simple = "Un representante presenta y sigue el reclamo con una carta poder simple: agrégala si la tienes.";
  return [
    standing.acts.length > 0
      ? explains("standing", simple)
      : warns("standing", `${simple} Para conciliar, desistir o cobrar, el poder debe decirlo.`),
  ];
}

/**
 * Returns a warning for each thing without which a claim cannot be filed: the claimant's name; a telephone, e-mail or
 * address; the grounds.
 */
function requiredLacks({ claimant, grounds }: ClaimToCheck): readonly Finding[] {
  const { givenNames, paternalSurname, telephone, email, address } = claimant;
  const lacks = [
    !(givenNames && paternalSurname) && "quién reclama",
    !(telephone || email || address) && "un celular, un correo o una dirección para avisarte",
    !grounds && "qué pides y por qué",
  ].filter((lack) => lack !== false);
  return lacks.map((lack) => warns("form-required", `Falta decir ${lack}. Sin eso el reclamo no se puede presentar.`));
}

/**
 * Returns what a claim may be filed without and still lacks, each as it follows «Falta»: the identity document, the
 * address, the declaration; for a claim about metered consumption, whether the meter test is wanted.
 */
export function remediableLacks({
  claimant,
  claimType,
  meterTest,
  declared,
}: Pick<ClaimToCheck, "claimant" | "claimType" | "meterTest" | "declared">): readonly string[] {
  return [
    !claimant.document && "tu documento de identidad",
    !claimant.address && "la dirección donde te llevamos los papeles",
    !declared && "tu declaración de que es verdad",
    claimType === "F01" && meterTest === undefined && "decir si quieres la prueba del medidor",
  ].filter((lack) => lack !== false);
}

/** A warning for each: the office observes it once, and the claimant completes it within `remedyDays` working days. */
function remediableFindings(claim: ClaimToCheck): readonly Finding[] {
  return remediableLacks(claim).map((lack) =>
    warns(
      "form-remediable",
      `Falta ${lack}. El reclamo se recibe igual; si te lo observan, tendrás ${claim.law.remedyDays} días hábiles para completarlo.`,
    ),
  );
}

function duplicateFinding({ code, decided }: ClaimToCheck["duplicates"][number]): Finding {
  return warns(
    "duplicate",
    decided
      ? `El reclamo ${code}, por lo mismo, ya terminó. Se recibe igual, pero pueden declarar improcedente este.`
      : `El reclamo ${code}, por lo mismo, sigue en trámite. Puedes ampliarlo; si presentas otro, pueden declararlo improcedente.`,
  );
}

/** How a month was billed if not by the meter's reading. */
const unreadBilling: Readonly<Partial<Record<BillingType, string>>> = {
  P: "por promedio",
  A: "por asignación de consumo",
};

function matterFindings({ claimType, receipts }: ClaimToCheck): readonly Finding[] {
  if (!isBilling(claimType))
    return [
      explains(
        "type-matter",
        "No es sobre un recibo: primero se pide que atiendan el problema, y si no lo resuelven a tiempo, se reclama.",
      ),
    ];
  if (claimType === "F08") {
    return receipts.some(({ paid }) => !paid)
      ? [explains("type-matter", "El recibo figura sin pagar: agrega la constancia de tu pago.")]
      : [];
  }
  return receipts.flatMap(({ period, billingType }) => {
    const how = claimType === "F01" ? unreadBilling[billingType] : undefined;
    if (how === undefined) return [];
    const billed = `El recibo de ${monthAndYear(period)} se facturó ${how}, no por la lectura del medidor.`;
    return [explains("type-matter", `${billed} Si el tipo de reclamo es otro, la empresa lo corrige.`)];
  });
}

/**
 * A warning if the reading that the claimant gave is below the highest that the claimed receipts were billed by, or far
 * above.
 */
function readingFindings({ meterReading, receipts }: ClaimToCheck): readonly Finding[] {
  const [last] = receipts
    .flatMap(({ readingCurr, billedM3 }) => (readingCurr === undefined ? [] : { reading: readingCurr, m3: billedM3 }))
    .toSorted((one, other) => other.reading - one.reading);
  const doubt = meterReading !== undefined && last && readingDoubt(meterReading, last);
  if (!doubt) return [];
  const than = doubt === "below" ? "es menos que" : "está muy por encima de";
  return [
    warns(
      "reading",
      `La lectura que diste, ${meterReading}, ${than} la última facturada en lo que reclamas, ${last.reading}. Mira otra vez el medidor; si marca eso, queda así.`,
    ),
  ];
}

/** A recourse against the claim's last decision. Before it is filed, what the person has not entered yet is absent. */
export interface RecourseToCheck {
  readonly filedOn: CalendarDay;
  /** Absent until the person chooses one. */
  readonly kind?: RecourseKind | undefined;
  readonly grounds?: string | undefined;
  /** Whether the person attached evidence that was not in the case file. */
  readonly newEvidence: boolean;
  /** The term to file it (T11 or T15); absent if no decision was notified. */
  readonly term?: DueDate | undefined;
  /** The recourses that the claim's state allows. */
  readonly open: readonly RecourseKind[];
  readonly standing: Standing;
  readonly law: Pick<ClaimLaw, "recon" | "trass">;
}

/**
 * Returns the findings on a recourse, in this order: its term (always one finding; a warning if `filedOn` is after the
 * term's last day, or if no decision was notified), whether its kind fits, missing grounds (a warning), and a note for
 * a representative. A reconsideration without new evidence gets a warning. No finding prevents the filing: whoever
 * decides a late recourse judges its lateness (digest 3.3).
 */
export function recourseFindings(recourse: RecourseToCheck): readonly Finding[] {
  return [recourseTerm(recourse), ...fitFindings(recourse), ...recourseForm(recourse)];
}

function recourseTerm({ filedOn, term }: RecourseToCheck): Finding {
  if (!term) return warns("term", "Todavía no hay una decisión notificada que se pueda pedir revisar.");
  const down = term.days.find(({ outage }) => outage)?.date;
  const last = longDate(down ?? term.dueDate);
  const until = `${last}: se cuentan ${countedFrom(term)}, el día en que te notificaron la decisión`;
  const moved = down ? ` Ese día la mesa de partes no funcionó: pasó al ${longDate(term.dueDate)}.` : "";
  return filedOn > term.dueDate
    ? warns("term", `El plazo vencía el ${until}.${moved} Se envía igual a quien debe decidir si lo acepta.`, term)
    : explains("term", `Puedes presentarlo hasta el ${until}.${moved}`, term);
}

/** In how many days a recourse is decided and notified: the two terms that the claim's page counts apart. */
const inDays = ({ days, notificationDays }: ClaimLaw["recon"]): string =>
  `en ${days} días hábiles, y te avisa en ${notificationDays} más`;

function fitFindings({ kind, newEvidence, open, law }: RecourseToCheck): readonly Finding[] {
  const reconsideration = `La reconsideración la decide la misma empresa ${inDays(law.recon)}. Necesita una prueba que no estaba en tu expediente.`;
  const appeal = `La apelación la decide el tribunal de SUNASS ${inDays(law.trass)}. No necesita pruebas nuevas.`;
  if (!open.includes("reconsideration"))
    return open.includes("appeal") ? [explains("recourse-fit", `Ahora corresponde apelar. ${appeal}`)] : [];
  if (kind === undefined) return [explains("recourse-fit", `${reconsideration} ${appeal}`)];
  if (kind === "appeal") {
    return newEvidence
      ? [
          explains(
            "recourse-fit",
            `${appeal} Como traes una prueba nueva, también puedes pedir reconsideración y apelar después.`,
          ),
        ]
      : [explains("recourse-fit", appeal)];
  }
  return newEvidence
    ? [explains("recourse-fit", reconsideration)]
    : [warns("recourse-fit", `${reconsideration} Si no la tienes, lo que corresponde es la apelación.`)];
}

function recourseForm({ grounds, standing }: RecourseToCheck): readonly Finding[] {
  return [
    ...(grounds ? [] : [warns("form-required", "Falta decir por qué no estás de acuerdo.")]),
    ...(standing.as === "representative"
      ? [explains("standing", "El representante que presentó el reclamo puede pedir la revisión con el mismo poder.")]
      : []),
  ];
}
