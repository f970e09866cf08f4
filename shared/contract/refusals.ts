import type { Result } from "../domain/case/result.ts";
import type { Anyone, Customer, Staff } from "../domain/work/people.ts";
import { toUsted } from "./counter/to-usted.ts";

/**
 * Every refusal the API can answer, with its status and its sentence in Spanish. A route lists the kinds it may give.
 * It need not list those it implies: `invalid-request`, `out-of-time` and `unexpected`, and those that follow from its
 * body, its audience, its key and its version (`describeApi` adds them). Two are answered before any route is chosen.
 */
export const refusals = {
  "invalid-request": {
    status: 400,
    title: "Hay datos que corregir",
    detail: "Revisa los datos marcados y vuelve a intentarlo.",
  },
  "malformed-json": {
    status: 400,
    title: "No pudimos leer lo que enviaste",
    detail: "El contenido no es un JSON válido.",
  },
  "json-expected": {
    status: 415,
    title: "No pudimos leer lo que enviaste",
    detail: "El contenido debe enviarse como application/json.",
  },
  "malformed-cursor": {
    status: 400,
    title: "La página pedida no existe",
    detail: "Vuelve a la primera página de la lista.",
  },
  "not-through-the-front-door": {
    status: 403,
    title: "Entra por la dirección del sitio",
    detail: "Esta dirección no atiende al público. Usa la del sitio web.",
  },
  "wrong-token": {
    status: 401,
    title: "Ingresa otra vez",
    detail: "Tu sesión no sirve para esta parte. Ingresa otra vez.",
  },
  "not-your-role": {
    status: 403,
    title: "Tu cargo no permite hacer esto",
    detail: "Pide a quien administra los accesos que te dé el cargo que hace falta.",
  },
  "access-over": {
    status: 403,
    title: "Tu acceso no está vigente",
    detail: "Pide a la administración de la empresa que registre desde y hasta cuándo puedes revisar.",
  },
  "supervisor-is-staff": {
    status: 409,
    title: "Esa persona es del personal de la empresa",
    detail: "Un supervisor externo no puede tener además un cargo en la empresa.",
  },
  "access-too-long": {
    status: 409,
    title: "Ese acceso no se puede dar",
    detail: "Revisa las fechas.",
  },
  "figure-not-found": {
    status: 404,
    title: "No encontramos ese indicador",
    detail: "Vuelve a los indicadores del mes.",
  },
  "call-back-not-found": {
    status: 404,
    title: "No encontramos esa llamada",
    detail: "Vuelve a la lista de llamadas por devolver.",
  },
  "observation-not-found": {
    status: 404,
    title: "No encontramos esa observación",
    detail: "Vuelve al libro de observaciones.",
  },
  "already-answered": {
    status: 409,
    title: "Esa observación ya tiene respuesta",
    detail: "Otra persona la respondió antes. Una respuesta no se cambia.",
  },
  "route-not-found": {
    status: 404,
    title: "No encontramos esa dirección",
    detail: "Revisa la dirección o vuelve al inicio.",
  },
  "receipt-not-found": {
    status: 404,
    title: "No encontramos un recibo con esos datos",
    detail:
      "Revisa el código de suministro y, tal como están impresos, el número de recibo y su total a pagar, o su clave; o el documento del titular.",
  },
  "reading-not-found": {
    status: 404,
    title: "No encontramos esa lectura",
    detail: "Búscala en la lista de lecturas atípicas.",
  },
  "problem-not-found": {
    status: 404,
    title: "No encontramos esa solicitud",
    detail: "Revisa la dirección, o búscala en tu lista de solicitudes.",
  },
  "too-many-attempts": {
    status: 429,
    title: "Demasiados intentos con este suministro",
    detail: "Por seguridad, espera a la próxima hora para volver a intentarlo, o ingresa con tu celular o correo.",
  },
  "sign-in-to-continue": {
    status: 403,
    title: "Ingresa para seguir viendo recibos",
    detail:
      "Se probaron muchos datos desde tu conexión, que quizá compartes, o con suministros como este. Ingresa con tu celular o correo para seguir, o usa la clave del recibo o el documento del titular. También puedes llamarnos.",
  },
  "supply-not-linked": {
    status: 404,
    title: "Ese suministro no está entre los tuyos",
    detail: "Vincula el suministro con la clave de un recibo reciente o el documento del titular.",
  },
  "link-ended": {
    status: 409,
    title: "El titular quitó este suministro de tu cuenta",
    detail: "Para vincularlo otra vez, escribe el documento del titular en lugar de la clave de un recibo.",
  },
  "former-holder": {
    status: 409,
    title: "Ese recibo está a otro nombre que el último",
    detail:
      "El suministro cambió de titular. Para vincularlo, escribe la clave de un recibo que ya diga el nuevo nombre, o el documento del nuevo titular.",
  },
  "not-holder": {
    status: 403,
    title: "Solo quien dio el documento del titular ve esto",
    detail: "Vincula el suministro otra vez, ahora con el documento del titular.",
  },
  "too-many-supplies": {
    status: 409,
    title: "Ya tienes muchos suministros vinculados",
    detail: "Puedes vincular hasta 50. Quita uno que ya no uses.",
  },
  "import-not-found": {
    status: 404,
    title: "No encontramos esa importación",
    detail: "Vuelve a la lista de importaciones.",
  },
  "import-not-waiting": {
    status: 409,
    title: "Esa importación no espera una decisión",
    detail: "Todavía se revisa, o no cambia a ningún titular.",
  },
  "import-decided": {
    status: 409,
    title: "Ya se decidió sobre esa importación",
    detail: "Revisa cómo va antes de seguir.",
  },
  "report-not-ready": {
    status: 409,
    title: "El informe todavía no está listo",
    detail: "La importación sigue en curso. Espera a que termine.",
  },
  "month-not-over": {
    status: 404,
    title: "Ese mes aún no termina",
    detail: "Las cifras de un mes se publican cuando termina. Elige un mes anterior.",
  },
  "write-key-needed": {
    status: 400,
    title: "Falta la clave del envío",
    detail: "Cada envío lleva en Idempotency-Key una clave propia de 16 a 64 letras, números o guiones.",
  },
  "write-key-used": {
    status: 409,
    title: "Esa clave ya se usó con otro contenido",
    detail: "Lo enviado antes con esa clave quedó como estaba. Vuelve a empezar el envío.",
  },
  "version-needed": {
    status: 428,
    title: "Falta decir sobre qué versión trabajas",
    detail: "Abre el expediente otra vez y repite el cambio.",
  },
  "version-stale": {
    status: 412,
    title: "El expediente cambió mientras trabajabas",
    detail: "Otra persona hizo un cambio. Ábrelo otra vez, revisa qué hay de nuevo y repite el tuyo si hace falta.",
  },
  busy: {
    status: 503,
    title: "Hay mucho movimiento en este expediente",
    detail: "No se guardó nada. Vuelve a intentarlo en unos segundos.",
  },
  "claim-not-found": {
    status: 404,
    title: "No encontramos ese reclamo",
    detail: "Revisa el código del reclamo, letra por letra.",
  },
  "draft-not-found": {
    status: 404,
    title: "No encontramos ese borrador",
    detail: "Un borrador se guarda 30 días. Empieza el reclamo otra vez.",
  },
  "too-many-drafts": {
    status: 409,
    title: "Tienes muchos borradores",
    detail: "Puedes guardar hasta 20. Borra uno que ya no uses.",
  },
  "upload-not-found": {
    status: 404,
    title: "No encontramos uno de los archivos",
    detail: "Quita el archivo de la lista y vuelve a agregarlo.",
  },
  "too-many-uploads": {
    status: 429,
    title: "Enviaste muchos archivos hoy",
    detail: "Sigue mañana, o tráelos a la oficina.",
  },
  "too-many-submissions": {
    status: 429,
    title: "Presentaste muchos documentos hoy",
    detail: "Sigue mañana, o tráelos a la oficina.",
  },
  "upload-not-taken": {
    status: 400,
    title: "Ese archivo no se puede enviar así",
    detail: "Envía una foto o un PDF más liviano.",
  },
  "outage-not-found": {
    status: 404,
    title: "No encontramos esa caída de la mesa de partes",
    detail: "Elige una de la lista, o presenta tu documento sin indicarla.",
  },
  "upload-settled": {
    status: 409,
    title: "Ese archivo ya llegó",
    detail: "No hace falta enviarlo otra vez.",
  },
  "offer-not-found": {
    status: 404,
    title: "No encontramos esa propuesta",
    detail: "Vuelve al reclamo y mira las propuestas que siguen abiertas.",
  },
  "own-access": {
    status: 409,
    title: "Tu propio acceso lo cambia otra persona",
    detail: "Pide a otra persona de gerencia, o a quien administra los accesos, que lo haga.",
  },
  "not-yours-to-give": {
    status: 403,
    title: "Ese cargo no lo puedes dar ni quitar",
    detail:
      "La administración de accesos la da quien ya la tiene. Quien supervisa de fuera se registra en Supervisión externa.",
  },
  "last-manager": {
    status: 409,
    title: "Tiene que quedar alguien en gerencia",
    detail: "Da primero ese cargo a otra persona.",
  },
  "still-owns-work": {
    status: 409,
    title: "Todavía tiene reclamos a su cargo",
    detail: "Registra primero su ausencia para pasarlos a otros. Después termina su acceso.",
  },
  "person-exists": {
    status: 409,
    title: "Ese correo ya tiene acceso",
    detail: "Busca a la persona en la lista del equipo y cambia ahí sus cargos.",
  },
  "person-not-found": {
    status: 404,
    title: "No encontramos a esa persona",
    detail: "Vuelve a la lista del equipo y elígela ahí.",
  },
  "inspection-not-found": {
    status: 404,
    title: "No encontramos esa visita",
    detail: "Vuelve a tu agenda.",
  },
  "already-reported": {
    status: 409,
    title: "Esa visita ya tiene su acta",
    detail: "Un acta no se cambia. Si falta algo, agrégalo como nota.",
  },
  "document-not-found": {
    status: 404,
    title: "No encontramos ese documento",
    detail: "Vuelve al expediente y elige uno de su lista.",
  },
  "document-not-ready": {
    status: 409,
    title: "El documento todavía no está listo",
    detail: "Lo estamos preparando. Vuelve a intentarlo en un minuto.",
  },
  "document-unknown": {
    status: 404,
    title: "No coincide con ningún documento nuestro",
    detail:
      "Revisa el código, letra por letra. Si revisaste un archivo: fue cambiado, o no salió de esta oficina. Si tienes dudas, llámanos.",
  },
  "submission-not-found": {
    status: 404,
    title: "No encontramos ese documento presentado",
    detail: "Vuelve a la lista de documentos presentados.",
  },
  "already-checked": {
    status: 409,
    title: "Ese documento ya fue revisado",
    detail: "Otra persona lo revisó antes. Mira cómo quedó.",
  },
  "notice-not-found": {
    status: 404,
    title: "No encontramos esa notificación",
    detail: "Abre otra vez el enlace del correo que te enviamos, completo.",
  },
  "news-not-found": {
    status: 404,
    title: "Este enlace no funciona",
    detail: "Ábrelo otra vez desde el mensaje, entero. También puedes quitar los avisos en «Mis datos».",
  },
  "hold-not-found": {
    status: 404,
    title: "No encontramos ese bloqueo de corte",
    detail: "Lee otra vez el código del papel, o llama a la oficina.",
  },
  "supply-not-found": {
    status: 404,
    title: "No encontramos ese suministro",
    detail: "Revisa el código: no tenemos recibos de ese suministro.",
  },
  "not-confirmed": {
    status: 409,
    title: "La persona todavía no lo confirma",
    detail: "El código no es el que le enviamos. Pídele que lo lea otra vez, o envíale uno nuevo.",
  },
  "not-now": {
    status: 409,
    title: "Eso no se puede hacer ahora",
    detail: "El reclamo está en otro paso. Ábrelo otra vez y mira qué se puede hacer.",
  },
  "cannot-price": {
    status: 409,
    title: "No podemos calcular ese recibo",
    detail:
      "Escribe menos m³ de los que se facturaron: un recibo no se sube. Si es menos, no tenemos su lista de tarifas: avisa a facturación.",
  },
  "no-consent": {
    status: 409,
    title: "La persona no aceptó avisos por correo",
    detail: "Notifica en su domicilio.",
  },
  "no-draft": {
    status: 409,
    title: "Todavía no hay un proyecto de resolución",
    detail: "Redacta y guarda el proyecto antes de enviarlo a firma.",
  },
  "evidence-missing": {
    status: 409,
    title: "Faltan pruebas obligatorias",
    detail: "Complétalas, o pide que otra persona las dispense por escrito.",
  },
  "draft-faulty": {
    status: 409,
    title: "El proyecto tiene observaciones",
    detail: "Corrígelas, o pide que otra persona las dispense por escrito.",
  },
  "fresh-sign-in-needed": {
    status: 403,
    title: "Confirma que eres tú",
    detail: "Para firmar, ingresa otra vez con tu código de verificación.",
  },
  "signature-refused": {
    status: 409,
    title: "La firma no se acepta",
    detail: "Revisa el archivo y envíalo otra vez.",
  },
  "document-changed": {
    status: 409,
    title: "El documento no es el que revisaste",
    detail: "Ábrelo otra vez, revísalo y firma.",
  },
  "day-not-changed": {
    status: 409,
    title: "Ese cambio del calendario no se puede hacer",
    detail: "Revisa los días marcados.",
  },
  "out-of-time": {
    status: 503,
    title: "El sistema está muy lento",
    detail: "Quizá llegó tu pedido. Vuelve a intentarlo en unos segundos: no se hace dos veces.",
  },
  unexpected: {
    status: 500,
    title: "Algo falló de nuestro lado",
    detail: "No se guardó nada a medias. Vuelve a intentarlo en un momento; si sigue, llámanos.",
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type RefusalKind = keyof typeof refusals;

/** What is wrong with a field, in Spanish; `field` is a path such as `body.supplyCode`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface Refusal<Kind extends RefusalKind = RefusalKind> {
  readonly ok: false;
  readonly error: Kind;
  /** Replaces the kind's own sentence, if there is a more helpful one. */
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

export type Answer<Value, Kind extends RefusalKind> = Result<Value, Refusal<Kind>>;

/**
 * Returns a refusal of the kind `error`. `more` may add a sentence that replaces the kind's own (`detail`), the fields
 * at fault (`fields`), and the seconds to wait before another attempt (`retryAfterSeconds`).
 */
export function refused<const Kind extends RefusalKind>(
  error: Kind,
  more: Omit<Refusal, "ok" | "error"> = {},
): Refusal<Kind> {
  return { ok: false, error, ...more };
}

/** The body of every refusal: RFC 9457, `application/problem+json`. */
export interface Problem {
  readonly type: `urn:caudal:${RefusalKind}`;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
}

/**
 * Returns the body of the HTTP answer to a refusal: its own sentence or else its kind's, and its `fields` as `errors`,
 * if it has them; not `retryAfterSeconds`. To staff, who read it or say it to a caller, every sentence says «usted».
 */
export function problemOf(refusal: Refusal, to?: (Anyone | Customer | Staff)["kind"]): Problem {
  const { status, title, detail } = refusals[refusal.error];
  const said = (text: string): string => (to === "staff" ? toUsted(text) : text);
  return {
    type: `urn:caudal:${refusal.error}`,
    title: said(title),
    status,
    detail: said(refusal.detail ?? detail),
    ...(refusal.fields && { errors: refusal.fields.map(({ field, message }) => ({ field, message: said(message) })) }),
  };
}
