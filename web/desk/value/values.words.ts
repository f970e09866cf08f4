import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { counted, date } from "../../words/format.ts";
import { entryNames } from "../case/entries.words.ts";

type View = AnswerOf<Routes["listValues"]>;
type Notice = View["notices"][number];

const marks: readonly (readonly [RegExp, string])[] = [
  [/\[seen-2 ([^\]]+)\]/g, "(visto en $1, segunda lectura)"],
  [/\[seen ([^\]]+)\]/g, "(visto en $1)"],
  [/\[seen\]/g, "(visto)"],
  [/\[known\]/g, "(se conoce; falta leer el texto)"],
  [/\[design\]/g, "(decisión del proyecto)"],
  [/\[unknown\]/g, "(no se encontró)"],
];

const names: Readonly<Record<Notice["of"], Readonly<Record<string, string>>>> = {
  case: entryNames,
  submission: {
    presented: "Documento presentado",
    observed: "Documento observado",
    received: "Documento recibido",
    returned: "Documento devuelto",
    lapsed: "Documento que no se corrigió",
    answered: "Documento respondido",
    taken: "Documento registrado en la oficina",
    "not-recourse": "Documento que no se tomó como recurso",
    "attachment-missing": "Archivo de un documento que no llegó",
    "copy-asked": "Copia pedida de un archivo de un documento",
  },
  account: {
    "link-ended": "Suministro desvinculado",
    "receipt-arrived": "Recibo nuevo",
    "claim-acted": "Algo cambió en su reclamo",
  },
  frame: { link: "Enlace enviado durante una llamada", frame: "Saludo y despedida de cada correo" },
};

/** Returns the name of a mail or text message; undefined for one that has none. */
export function noticeName({ of, kind }: Pick<Notice, "of" | "kind">): string | undefined {
  return names[of][kind];
}

/** Returns a source as staff read it: the marks of how sure it is, in words. */
export function sourceWords(source: string): string {
  return marks.reduce((said, [mark, words]) => said.replace(mark, words), source);
}

export const valueWords = {
  lede: "Lo que fijan la ley y la empresa, con su fuente, y si alguien del área legal ya lo confirmó.",
  readOnly: "Aquí solo se lee: un valor cambia con una entrega nueva del sistema.",
  places: "T08, «3.4» y «pregunta 12» son lugares del resumen de la norma que viene con el sistema.",
  law: (version: string) => `Edición de la norma: ${version}.`,
  summary: (confirmed: number, all: number) => `Confirmados: ${confirmed} de ${all}.`,
  search: "Buscar un valor o una plantilla",
  searchHint: "Por su nombre, su valor o su fuente: «queja», «35», «LPAG».",
  only: "Mostrar",
  statuses: {
    confirmed: "Los confirmados",
    assumed: "Los que esperan al área legal",
    "stand-in": "Los prestados o inventados",
  } as const satisfies Record<Notice["status"], string>,
  found: (count: number) => (count === 0 ? "No hay nada con eso." : counted(count, "resultado", "resultados")),
  documents: "Plantillas de documentos",
  notices: "Plantillas de correos y mensajes de texto",
  open: (open: number, all: number) => {
    if (open === 0) return counted(all, "confirmado", "confirmados");
    return open === all ? `${open} por confirmar` : `${open} de ${all} por confirmar`;
  },
  source: (source: string) => `Fuente: ${source}.`,
  status: (stated: Pick<Notice, "status" | "confirmedBy" | "confirmedAt">, openSince: string): string => {
    if (stated.status === "assumed") return `Por confirmar por el área legal desde el ${date(openSince)}`;
    if (stated.status === "stand-in") return `Prestado o inventado: por reemplazar desde el ${date(openSince)}`;
    const { confirmedBy, confirmedAt } = stated;
    return `Confirmado${confirmedBy ? ` por ${confirmedBy}` : ""}${confirmedAt ? ` el ${date(confirmedAt)}` : ""}`;
  },
} as const;
