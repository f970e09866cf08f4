import type { ClockId } from "../../shared/domain/claim-states.ts";
import type { Connections, Density } from "../../shared/domain/indicators.ts";
import type { RegisterColumn, RegisterFields } from "../../shared/domain/register.ts";
import { assumed, standIn } from "../../shared/tenant/tenant-value.ts";

const layout = "6.1: the minimum fields; the official layout was not found (row 24) [design]";

/** What each clock's two columns are called. */
const clockNames: readonly (readonly [ClockId, string])[] = [
  ["T04", "Subsanación"],
  ["T05", "Ampliación"],
  ["T06", "Inspección"],
  ["T07", "Conciliación"],
  ["T08", "Resolución"],
  ["T09", "Notificación"],
  ["T10", "Silencio (primera instancia)"],
  ["T11", "Recurso"],
  ["T12", "Resolver la reconsideración"],
  ["T13", "Notificar la reconsideración"],
  ["T14", "Silencio (reconsideración)"],
  ["T15", "Apelación después de la reconsideración"],
  ["T16", "Elevar al TRASS"],
  ["T17", "Decisión del TRASS"],
  ["T18", "Demanda judicial"],
  ["T19", "Cumplimiento"],
  ["T20", "Queja"],
  ["T21", "Acuse del correo"],
  ["T22", "Lectura de la casilla"],
  ["T23", "Reparación de fuga"],
  ["T25", "Copia del reclamo por teléfono"],
];

const clocks = clockNames.flatMap(([id, name]): readonly RegisterColumn<RegisterFields["claims"]>[] => [
  { field: `${id}-due`, name: `${id} ${name}: vence` },
  { field: `${id}-done`, name: `${id} ${name}: ocurrió` },
]);

/** The registers as this company lays them out: which columns, in which order, by which name. */
export const registers = {
  claims: assumed<readonly RegisterColumn<RegisterFields["claims"]>[]>(
    [
      { field: "code", name: "Código de reclamo" },
      { field: "problem-code", name: "Código de solicitud" },
      { field: "office", name: "Oficina" },
      { field: "channel", name: "Canal" },
      { field: "filed-at", name: "Presentado (instante, UTC)" },
      { field: "filed-on", name: "Fecha de presentación" },
      { field: "registered-by", name: "Registrado por" },
      { field: "claimant-name", name: "Reclamante" },
      { field: "claimant-document", name: "Documento del reclamante" },
      { field: "capacity", name: "Calidad" },
      { field: "power", name: "Poder del representante" },
      { field: "address", name: "Domicilio procesal" },
      { field: "telephone", name: "Teléfono" },
      { field: "email", name: "Correo" },
      { field: "email-consent", name: "Acepta notificación por correo" },
      { field: "supply-code", name: "Código de suministro" },
      { field: "holder", name: "Titular del suministro" },
      { field: "locality", name: "Localidad" },
      { field: "district", name: "Distrito (ubigeo)" },
      { field: "tariff-class", name: "Categoría tarifaria" },
      { field: "use-units", name: "Unidades de uso" },
      { field: "meter-number", name: "Número de medidor" },
      { field: "family", name: "Familia" },
      { field: "type", name: "Tipo" },
      { field: "type-name", name: "Nombre del tipo" },
      { field: "type-letter", name: "Letra del tipo" },
      { field: "months", name: "Meses reclamados" },
      { field: "claimed-m3", name: "Volumen reclamado (m³)" },
      { field: "claimed-amount", name: "Importe de los meses reclamados (S/)" },
      { field: "not-claimed-amount", name: "Importe no reclamado (S/)" },
      { field: "test-asked", name: "Pidió contrastación" },
      { field: "admitted-on", name: "Admitido" },
      { field: "defects", name: "Defectos observados" },
      { field: "defects-notified-on", name: "Observación notificada" },
      { field: "remedied-on", name: "Subsanado" },
      { field: "visits-planned", name: "Inspecciones programadas" },
      { field: "visits-done", name: "Inspecciones realizadas" },
      { field: "visit-outcomes", name: "Resultado de las inspecciones" },
      { field: "meter-test", name: "Contrastación" },
      { field: "hearing-on", name: "Conciliación" },
      { field: "hearing-outcome", name: "Resultado de la conciliación" },
      { field: "resolution-numbers", name: "Resolución" },
      { field: "resolution-dates", name: "Fecha de la resolución" },
      { field: "resolution-senses", name: "Sentido de la resolución" },
      { field: "notice-means", name: "Medio de notificación" },
      { field: "notice-attempts", name: "Intentos de notificación" },
      { field: "notified-on", name: "Notificada con efecto" },
      { field: "recourses", name: "Recursos" },
      { field: "elevated-on", name: "Elevado al TRASS" },
      { field: "tribunal-number", name: "Resolución del TRASS" },
      { field: "tribunal-on", name: "Decisión del TRASS recibida" },
      { field: "tribunal-outcome", name: "Decisión del TRASS" },
      { field: "executed-on", name: "Cumplido" },
      { field: "execution-reference", name: "Referencia del cumplimiento" },
      { field: "quejas", name: "Quejas" },
      { field: "state", name: "Estado" },
      { field: "sense", name: "Sentido" },
      { field: "rebilled-m3", name: "Volumen refacturado (m³)" },
      { field: "rebilled-amount", name: "Importe refacturado (S/)" },
      { field: "credit-note", name: "Nota de crédito (S/)" },
      { field: "refund", name: "Devolución (S/)" },
      { field: "silence", name: "Silencio positivo" },
      { field: "pauses", name: "Suspensiones del plazo" },
      ...clocks,
      { field: "entries", name: "Anotaciones del expediente" },
      { field: "chain-head", name: "Última huella de la cadena" },
      { field: "history", name: "Historial" },
      { field: "documents", name: "Documentos y su huella (SHA-256)" },
    ],
    layout,
  ),
  problems: assumed<readonly RegisterColumn<RegisterFields["problems"]>[]>(
    [
      { field: "code", name: "Código de solicitud" },
      { field: "office", name: "Oficina" },
      { field: "channel", name: "Canal" },
      { field: "filed-at", name: "Presentada (instante, UTC)" },
      { field: "filed-on", name: "Fecha de presentación" },
      { field: "applicant-name", name: "Solicitante" },
      { field: "applicant-document", name: "Documento del solicitante" },
      { field: "supply-code", name: "Código de suministro" },
      { field: "type", name: "Tipo" },
      { field: "type-name", name: "Nombre del tipo" },
      { field: "description", name: "Descripción" },
      { field: "solve-by", name: "Plazo para solucionar (instante, UTC)" },
      { field: "state", name: "Estado" },
      { field: "attentions", name: "Atenciones" },
      { field: "claimed-on", name: "Pasó a reclamo" },
    ],
    layout,
  ),
  observations: assumed<readonly RegisterColumn<RegisterFields["observations"]>[]>(
    [
      { field: "number", name: "Número" },
      { field: "office", name: "Oficina" },
      { field: "channel", name: "Canal" },
      { field: "entered-at", name: "Registrada (instante, UTC)" },
      { field: "entered-on", name: "Fecha" },
      { field: "person-name", name: "Persona" },
      { field: "person-document", name: "Documento" },
      { field: "text", name: "Observación" },
      { field: "answer-by", name: "Último día para responder" },
      { field: "answered-on", name: "Respondida" },
      { field: "answer", name: "Respuesta" },
      { field: "state", name: "Estado" },
    ],
    layout,
  ),
};

/**
 * The rates that the regulator's bulletin and its indicator system rank companies by: claims or appeals per `factor`
 * connections.
 */
export const densities = assumed<readonly Density[]>(
  [
    {
      id: "claims-per-10000",
      name: "Reclamos por 10 000 conexiones activas",
      counts: "claims",
      per: "active",
      factor: 10_000,
    },
    {
      id: "claims-per-1000",
      name: "Densidad de reclamos, por 1000 conexiones",
      counts: "claims",
      per: "total",
      factor: 1_000,
    },
    {
      id: "commercial-per-1000",
      name: "Densidad de reclamos comerciales, por 1000 conexiones",
      counts: "commercial-claims",
      per: "total",
      factor: 1_000,
    },
    {
      id: "operational-per-1000",
      name: "Densidad de reclamos operacionales, por 1000 conexiones",
      counts: "operational-claims",
      per: "total",
      factor: 1_000,
    },
    {
      id: "appeals-per-10000",
      name: "Apelaciones por 10 000 conexiones activas",
      counts: "appeals",
      per: "active",
      factor: 10_000,
    },
  ],
  "6.2 [seen S42], formula [known]: numerator, denominator and factor are to be confirmed",
);

/**
 * How many connections there are, from each month on. These figures are invented: the company's own are to be loaded.
 */
export const connections = standIn<readonly Connections[]>(
  [{ from: "2023-01", active: 20_000, total: 24_000 }],
  "invented; the company reports its connections to SUNASS each month",
);
