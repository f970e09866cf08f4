import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { SubmissionDocumentFacts } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import type {
  PresenterStanding,
  SubmissionChannel,
  SubmissionKind,
} from "../../../shared/domain/submission/submission.ts";
import { parseDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";

/** Returns the name of a submission's kind; recourses with their form. */
function kindName({ kind, forms }: SubmissionDocumentFacts): string {
  const names: Readonly<Record<SubmissionKind, string>> = {
    document: "documento",
    observation: "observación (libro de observaciones)",
    "data-access": "pedido de acceso a datos personales",
    "data-rectification": "pedido de rectificación de datos personales",
    "data-cancellation": "pedido de cancelación de datos personales",
    "data-opposition": "oposición al uso de datos personales",
    "official-letter": "oficio de una autoridad",
    queja: "queja por defecto de trámite",
    appeal: `recurso de apelación (${forms.appealForm})`,
    reconsideration: `recurso de reconsideración (${forms.reconsiderationForm})`,
  };
  return names[kind];
}

const channelNames: Readonly<Record<SubmissionChannel, string>> = {
  web: "por la web",
  telephone: "por teléfono",
  counter: "en la oficina, en papel",
  courier: "por mensajería, en papel",
  email: "por correo electrónico",
};

const powerNames = {
  "simple-letter": "carta poder simple",
  notarised: "poder con firma legalizada",
  registered: "poder inscrito en registros públicos",
  "by-law": "representación que da la ley",
} as const;

function standingLines(standing: PresenterStanding | undefined): readonly Line[] {
  if (!standing) return [];
  if (standing.as !== "representative") return [["Como", standing.as === "holder" ? "titular" : "usuario"]];
  return [["Como", `representante de ${standing.of}, con ${powerNames[standing.power]}`]];
}

function outageSaid({ number, from, to }: NonNullable<SubmissionDocumentFacts["submission"]["outage"]>): string {
  return `${number}: la mesa de partes no funcionó desde el ${longInstant(from)} hasta el ${longInstant(to)}`;
}

/**
 * Returns the lines that every document about a submission begins with: its number, what was presented, when, how and
 * by whom, and the claim and the outage that it names, if any.
 * @throws RangeError if `filedOn` is not a day `YYYY-MM-DD` that exists.
 */
export function submissionLines(said: SubmissionDocumentFacts): readonly Line[] {
  const { submission } = said;
  const { number, subject, presenter, standing, identity, channel, presentedAt, filedOn, claim, outage } = submission;
  const day = parseDay(filedOn);
  if (!day) throw new RangeError(`submission ${number} counts from no day`);
  return [
    ["Número", number],
    ["Presentado", longInstant(presentedAt)],
    ["Cuenta como presentado el", longDate(day)],
    ["Cómo llegó", channelNames[channel]],
    ["Qué es", kindName(said)],
    ["Quién lo presenta", presenter],
    ...(identity ? [["Documento de identidad", `${identity.kind} ${identity.number}`] as const] : []),
    ...standingLines(standing),
    ["De qué trata", subject],
    ...(claim ? [["Reclamo", claim.code] as const] : []),
    ...(outage ? [["Caída que cita", outageSaid(outage)] as const] : []),
  ];
}

/**
 * Returns a heading and, under it, a paragraph for each line of the text that is not blank. Empty, without the heading,
 * if there is no such line.
 */
export function saidBlocks(heading: string, text: string): readonly Block[] {
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
  return paragraphs.length === 0 ? [] : [{ heading }, ...paragraphs.map((paragraph) => ({ text: paragraph }))];
}

/**
 * Returns the constancia that a submission was presented: when, by whom, with which words and files. It does not say
 * that the submission is complete, because a clerk checks that later.
 */
export function submissionConstancia(said: SubmissionDocumentFacts): Sheet {
  const { letterhead, submission } = said;
  return {
    letterhead,
    title: "Constancia de presentación de documento",
    code: submission.number,
    madeAt: submission.presentedAt,
    blocks: [
      { lines: submissionLines(said) },
      ...saidBlocks("Lo que dice", submission.text),
      { heading: "Archivos presentados" },
      attachmentsBlock(submission.attachments),
      {
        text: "Esta constancia prueba que lo presentaste, cuándo, con qué palabras y con qué archivos: la huella SHA-256 de cada uno permite comprobar que no cambió. Cuando una persona lo revise y lo reciba, tendrás además el cargo de recepción. Presentarlo es gratis.",
      },
    ],
  };
}
