import { parseDay } from "../domain/calendar-day.ts";
import type { Paper } from "../domain/claim-form.ts";
import type { FilingKind } from "../domain/filing.ts";
import { longDate, longInstant } from "../domain/spanish-dates.ts";
import { papersBlock } from "./papers-block.ts";
import type { Letterhead, Line, Sheet } from "./sheet.ts";

/** What the cargo of a document filed at the document desk is made of. */
export interface FilingCargo {
  readonly letterhead: Letterhead;
  /** What it is, as the law names it: `recurso de apelación (Formato 9)`. */
  readonly kindName: string;
  readonly filing: {
    readonly number: string;
    readonly subject: string;
    readonly presenter: string;
    readonly presentedAt: string;
    readonly filedOn: string;
    readonly claim?: { readonly code: string } | undefined;
    readonly papers: readonly Pick<Paper, "fileName" | "sha256">[];
  };
}

/** The forms recourses are filed by, as the law names them. */
export interface RecourseForms {
  readonly reconsideration: string;
  readonly appeal: string;
}

/** What a filing is, in the words of its cargo. */
export function filingKindName(kind: FilingKind, forms: RecourseForms): string {
  if (kind === "document") return "documento";
  if (kind === "observation") return "observación (libro de observaciones)";
  if (kind === "queja") return "queja por defecto de trámite";
  return kind === "appeal"
    ? `recurso de apelación (${forms.appeal})`
    : `recurso de reconsideración (${forms.reconsideration})`;
}

/** The cargo of a filing: it was presented, when, by whom and with what. Whether it is complete, a clerk says later. */
export function filingCargo({ letterhead, kindName, filing }: FilingCargo): Sheet {
  const { number, subject, presenter, presentedAt, filedOn, claim, papers } = filing;
  const day = parseDay(filedOn);
  if (!day) throw new RangeError(`filing ${number} counts from no day`);
  const lines: readonly Line[] = [
    ["Número", number],
    ["Presentado", longInstant(presentedAt)],
    ["Cuenta como presentado el", longDate(day)],
    ["Qué es", kindName],
    ["Quién lo presenta", presenter],
    ["De qué trata", subject],
    ...(claim ? [["Reclamo", claim.code] as const] : []),
  ];
  return {
    letterhead,
    title: "Cargo de presentación de documento",
    code: number,
    madeAt: presentedAt,
    blocks: [
      { lines },
      { heading: "Archivos presentados" },
      papersBlock(papers),
      {
        text: "Este cargo prueba que lo presentaste, cuándo y con qué archivos: la huella SHA-256 de cada uno permite comprobar que no cambió. Presentarlo es gratis.",
      },
    ],
  };
}
