import type { PersonData } from "../../../shared/documents/letters.ts";
import type { Block, Line, Sheet } from "../../../shared/documents/sheet.ts";
import { claimantName, languageWords } from "../../../shared/documents/spanish-names.ts";
import { groupedTelephone } from "../../../shared/domain/counter/telephone.ts";
import type { Claimant, PersonDocument } from "../../../shared/domain/filing/claim-form.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";

/**
 * Returns the document with the data that the office keeps about a person who asked for them (digest 8), as found by
 * their account: supplies, claims, requests for attention and submissions. It also says what is not in it.
 */
export function personData(facts: PersonData): Sheet {
  const { letterhead, submission, gatheredAt, supplies, claims, problems, submissions } = facts;
  return {
    letterhead,
    title: "Datos personales que se guardan",
    code: submission.number,
    madeAt: gatheredAt,
    blocks: [
      {
        lines: [
          ["Pedido", submission.number],
          ["Quién lo pide", submission.presenter],
          ["Documento de identidad", documentOf(submission.identity)],
          ["Reunidos", longInstant(gatheredAt)],
        ],
      },
      { heading: "Suministros vinculados a la cuenta" },
      linesOf(
        supplies.map(({ supplyCode, linkedAt }) => [`Suministro ${supplyCode}`, `desde el ${longInstant(linkedAt)}`]),
      ),
      { heading: "Reclamos" },
      ...partsOf(claims, ({ code, filedAt, state, person, notices }) => [
        ["Reclamo", code],
        ["Presentado", longInstant(filedAt)],
        ["Estado", state],
        ...personLines(person),
        ...notices.map(
          ({ at, channel, to, subject }): Line => [
            "Aviso enviado",
            `${longInstant(at)}, ${channel === "email" ? "por correo" : "por mensaje de texto"} a ${to}: ${subject}`,
          ],
        ),
      ]),
      { heading: "Solicitudes de atención" },
      ...partsOf(problems, ({ code, filedAt, person }) => [
        ["Solicitud", code],
        ["Presentada", longInstant(filedAt)],
        ...personLines(person),
      ]),
      { heading: "Documentos presentados" },
      ...partsOf(submissions, ({ number, presentedAt, subject, presenter, identity, email, telephone }) => [
        ["Documento", number],
        ["Presentado", longInstant(presentedAt)],
        ["De qué trata", subject],
        ["Quién lo presenta", presenter],
        ...(identity ? [["Documento de identidad", documentOf(identity)] as const] : []),
        ...given([
          ["Correo", email],
          ["Teléfono", telephone && groupedTelephone(telephone)],
        ]),
      ]),
      { heading: "Lo que no está aquí" },
      {
        text: "Las atenciones por teléfono o en la oficina se anotan sin datos de la persona. Lo que se presentó sin la cuenta no se encuentra por ella. Los archivos y el expediente completo de cada reclamo se piden en su página.",
      },
    ],
  };
}

const documentOf = ({ kind, number }: PersonDocument): string => `${kind} ${number}`;

/** The person's contact data; of a claim or request of somebody else it only says that they are not given here. */
function personLines(person: Claimant | undefined): readonly Line[] {
  if (!person) return [["Datos de contacto", "son de otra persona, y no se dan aquí"]];
  return given([
    ["Nombre", claimantName(person)],
    ["Documento de identidad", person.document && documentOf(person.document)],
    ["Dirección", person.address],
    ["Teléfono", person.telephone && groupedTelephone(person.telephone)],
    ["Correo", person.email],
    ["Idioma", person.languageChoice && languageWords(person.languageChoice)],
  ]);
}

function given(lines: readonly (readonly [string, string | undefined])[]): readonly Line[] {
  return lines.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

const nothing = { text: "Ninguno." };

function linesOf(lines: readonly Line[]): Block {
  return lines.length === 0 ? nothing : { lines };
}

function partsOf<One>(all: readonly One[], partOf: (one: One) => readonly Line[]): readonly Block[] {
  return all.length === 0 ? [nothing] : all.map((one) => ({ lines: partOf(one) }));
}
