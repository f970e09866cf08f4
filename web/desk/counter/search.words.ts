import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { instant } from "../../words/format.ts";

type Row = AnswerOf<Routes["search"]>["found"][number];

export const searchReasonNames = {
  "caller-has-no-number": "Quien llama o viene no tiene ningún número",
  "document-names-them": "Un documento solo dice su nombre",
  "case-work": "Para trabajar en un expediente",
  other: "Otra razón",
} as const;

export const searchBoxWords = {
  label: "Buscar por número, DNI, teléfono o nombre",
  missing: "Escriba qué busca.",
  action: "Buscar",
  results: "lo que se buscó",
  reason: "¿Para qué lo busca por nombre? Queda anotado.",
  reasons: searchReasonNames,
  none: "No encontramos nada con eso. Pruebe con otro dato: el suministro, el recibo, el DNI o el teléfono.",
  count: (shown: number, more: boolean): string => {
    if (more) return `Se muestran los primeros ${shown}. Escriba un dato más para ver menos.`;
    return shown === 1 ? "Encontramos 1 resultado." : `Encontramos ${shown} resultados.`;
  },
  kinds: {
    supply: "Suministro",
    claim: "Reclamo",
    problem: "Solicitud",
    submission: "Documento",
    observation: "Observación",
    "call-back": "Llamada prometida",
  },
  /** «: C. P. U., Samegua. Recibo S001-00082001», «: C. P. U. Con su teléfono anterior» */
  about: ({ initials, locality, receiptNumber, former, at, over }: Row): string => {
    const who = [initials, locality, at && instant(at)].filter(Boolean).join(", ");
    const more = [
      receiptNumber && `Recibo ${receiptNumber}`,
      former && "Con su teléfono anterior",
      at && (over ? "Ya se atendió" : "Por devolver"),
    ];
    return more.reduce<string>(
      (said, each) => (each ? `${said}${said.endsWith(".") ? "" : "."} ${each}` : said),
      who && `: ${who}`,
    );
  },
} as const;

export const searchLogWords = {
  lede: "Cada búsqueda y cada suministro que se abre quedan anotados: quién, cuándo, para qué y qué se le mostró. Lo que escribió no se guarda.",
  link: "Ver quién buscó en la mesa",
  title: "Búsquedas",
  none: "Nadie buscó nada en este mes.",
  columns: { at: "Cuándo", who: "Quién", how: "Cómo", reason: "Para qué", shown: "Qué se le mostró" },
  how: {
    name: "Por nombre",
    number: "Por número",
    masked: "Abrió el suministro, sin montos",
    full: "Abrió el suministro con un dato de quien llamó",
    "of-claim": "Abrió el suministro desde un reclamo",
  },
  nobody: "Ya no está en el registro",
  noReason: "No se pide",
  nothing: "Nada",
} as const;
