/** The acts that advance a case, in the order of the procedure: the first one offered has the green button. */
export const mainActs = [
  "admision",
  "observacion",
  "aviso-de-observacion",
  "copia",
  "contacto",
  "acumulacion",
  "lugar",
  "envio-de-queja",
  "respuesta-de-queja",
  "audiencia",
  "propuesta",
  "reparacion",
  "aviso-de-contrastacion",
  "resultado-de-contrastacion",
  "resolucion",
  "firma",
  "entrega",
  "notificacion",
  "confirmacion-de-entrega",
  "confirmacion-de-firma",
  "oficio-de-elevacion",
  "elevacion",
  "tribunal",
  "cumplimiento",
  "desistimiento",
] as const;

/** The acts that staff record in a case, by their names in the address. */
export const acts = [
  ...mainActs,
  "pedido-de-contrastacion",
  "contrastacion",
  "fuga",
  "nueva-audiencia",
  "enlace",
  "tipo",
  "dispensa",
  "devolucion",
  "devolucion-de-documento",
  "recurso",
  "pedido-de-prueba",
  "rectificacion",
  "subsanacion",
  "ampliacion",
  "participacion",
  "asistencia",
  "visita",
  "avisos",
  "idioma",
  "nuevo-contacto",
  "clave",
  "respuesta",
  "reconsideracion",
  "prueba-nueva",
  "apelacion",
  "desistir",
  "seguir",
  "queja",
  "prueba",
  "control",
  "titularidad",
] as const;
export type LawAct = (typeof acts)[number];

/** What staff record of their own work: it moves no term, and may be done in any state. */
export const workActs = ["apuntes", "nota", "encargo", "inspector", "repartidor"] as const;
export type WorkAct = (typeof workActs)[number];
export type Act = LawAct | WorkAct;

/** The acts that staff record on behalf of a claimant. */
export type ActOnBehalf = Extract<
  Act,
  | "subsanacion"
  | "ampliacion"
  | "participacion"
  | "respuesta"
  | "reconsideracion"
  | "prueba-nueva"
  | "apelacion"
  | "desistir"
  | "queja"
>;

interface ActWords {
  readonly title: string;
  readonly send: string;
  /** Said once the act is recorded. */
  readonly done: string;
}

export const actWords: Readonly<Record<Act, ActWords>> = {
  apuntes: {
    title: "Apuntes de conciliación",
    send: "Guardar los apuntes",
    done: "Los apuntes quedaron guardados.",
  },
  nota: {
    title: "Dejar una nota",
    send: "Guardar la nota",
    done: "La nota quedó guardada.",
  },
  encargo: {
    title: "Pasar a otra persona",
    send: "Pasar el reclamo",
    done: "El reclamo pasó a su lista, marcado como nuevo.",
  },
  inspector: {
    title: "Cambiar de inspector",
    send: "Cambiar de inspector",
    done: "La visita pasó a su agenda y el cliente recibe el aviso.",
  },
  repartidor: {
    title: "Cambiar quién la entrega",
    send: "Cambiar quién la entrega",
    done: "La entrega pasó a la lista de esa persona.",
  },
  admision: {
    title: "Admitir el reclamo",
    send: "Registrar la admisión",
    done: "La admisión quedó registrada.",
  },
  observacion: {
    title: "Observar el reclamo",
    send: "Enviar la observación",
    done: "La observación quedó registrada y el cliente recibe el aviso.",
  },
  "aviso-de-observacion": {
    title: "Registrar que se avisó la observación",
    send: "Registrar el aviso",
    done: "El aviso de la observación quedó registrado.",
  },
  copia: {
    title: "Registrar copia enviada",
    send: "Registrar la copia",
    done: "La copia quedó registrada.",
  },
  lugar: {
    title: "Dar lugar",
    send: "Dar lugar",
    done: "La visita y la audiencia ya tienen fecha, y el cliente recibe el aviso.",
  },
  contacto: {
    title: "Contacto visto",
    send: "Registrar el contacto",
    done: "El contacto quedó registrado.",
  },
  acumulacion: {
    title: "Acumular con otro reclamo",
    send: "Acumular",
    done: "Los reclamos quedaron acumulados, y los clientes reciben el aviso.",
  },
  tipo: {
    title: "Corregir el tipo de reclamo",
    send: "Corregir el tipo",
    done: "El tipo quedó corregido y el cliente recibe el aviso.",
  },
  propuesta: {
    title: "Proponer un acuerdo",
    send: "Enviar la propuesta",
    done: "La propuesta quedó registrada y el cliente la recibe.",
  },
  fuga: {
    title: "Exigir la reparación de una fuga",
    send: "Registrar la exigencia",
    done: "La exigencia quedó registrada y el cliente recibe el aviso.",
  },
  reparacion: {
    title: "Verificar la reparación",
    send: "Registrar la verificación",
    done: "La verificación quedó registrada.",
  },
  "pedido-de-contrastacion": {
    title: "Registrar el pedido de contrastación",
    send: "Registrar el pedido",
    done: "El pedido de contrastación quedó registrado.",
  },
  contrastacion: {
    title: "Ordenar la contrastación",
    send: "Ordenar la contrastación",
    done: "La contrastación quedó ordenada y el cliente recibe el aviso.",
  },
  "aviso-de-contrastacion": {
    title: "Registrar el aviso de la contrastación",
    send: "Registrar el aviso",
    done: "El aviso quedó registrado.",
  },
  "resultado-de-contrastacion": {
    title: "Registrar el resultado de la contrastación",
    send: "Registrar el resultado",
    done: "El resultado quedó registrado y el cliente lo recibe.",
  },
  prueba: {
    title: "Agregar una prueba de la empresa",
    send: "Agregar la prueba",
    done: "La prueba quedó agregada.",
  },
  control: {
    title: "Registrar el control antes de facturar",
    send: "Registrar el control",
    done: "El control quedó registrado.",
  },
  titularidad: {
    title: "Registrar qué mostró quien reclama",
    send: "Registrar la prueba",
    done: "La prueba quedó registrada.",
  },
  "nueva-audiencia": {
    title: "Mover la audiencia",
    send: "Mover la audiencia",
    done: "La audiencia tiene nueva fecha y el cliente la recibe.",
  },
  audiencia: {
    title: "Registrar la audiencia",
    send: "Registrar el acta",
    done: "El acta de la audiencia quedó registrada.",
  },
  enlace: {
    title: "Poner el enlace de la audiencia",
    send: "Registrar el enlace",
    done: "El enlace quedó registrado y el cliente lo recibe.",
  },
  asistencia: {
    title: "Anotar que irá a la audiencia",
    send: "Registrar que irá",
    done: "Quedó registrado que irá.",
  },
  visita: {
    title: "Anotar qué quiere de la visita",
    send: "Registrar la visita",
    done: "La visita quedó registrada.",
  },
  avisos: {
    title: "Anotar cómo acepta que le notifiquen",
    send: "Registrar lo que acepta",
    done: "Quedó registrado cómo se le notifica.",
  },
  idioma: {
    title: "Anotar su idioma, o que pide intérprete",
    send: "Registrar el idioma",
    done: "El idioma quedó registrado.",
  },
  "nuevo-contacto": {
    title: "Anotar su nuevo contacto",
    send: "Registrar el contacto",
    done: "El contacto quedó registrado.",
  },
  clave: {
    title: "Cambiar la clave del reclamo",
    send: "Cambiar la clave",
    done: "La clave de antes ya no sirve.",
  },
  participacion: {
    title: "Anotar cómo quiere la audiencia",
    send: "Registrar la respuesta",
    done: "La respuesta quedó registrada.",
  },
  resolucion: {
    title: "Redactar la resolución",
    send: "Enviar a firma",
    done: "La resolución quedó enviada a firma.",
  },
  dispensa: {
    title: "Dispensar lo que falta",
    send: "Dispensar",
    done: "Lo que marcó quedó dispensado.",
  },
  firma: {
    title: "Revisar y firmar",
    send: "Firmar la resolución",
    done: "La resolución quedó firmada.",
  },
  devolucion: {
    title: "Devolver sin firmar",
    send: "Devolver la resolución",
    done: "La resolución quedó devuelta.",
  },
  "devolucion-de-documento": {
    title: "Devolver un documento sin firmar",
    send: "Devolver el documento",
    done: "El documento quedó devuelto.",
  },
  rectificacion: {
    title: "Rectificar un error material",
    send: "Enviar a firma",
    done: "La rectificación quedó enviada a firma. La firma otra persona.",
  },
  notificacion: {
    title: "Notificar la resolución",
    send: "Despachar la notificación",
    done: "La notificación quedó despachada.",
  },
  entrega: {
    title: "Registrar la entrega",
    send: "Registrar la entrega",
    done: "La entrega quedó registrada.",
  },
  "confirmacion-de-entrega": {
    title: "Confirmar una entrega",
    send: "Estuve ahí: confirmar la entrega",
    done: "La entrega quedó confirmada.",
  },
  recurso: {
    title: "Corregir el tipo de recurso",
    send: "Corregir el recurso",
    done: "El recurso quedó encauzado y el cliente recibe el aviso.",
  },
  "oficio-de-elevacion": {
    title: "Preparar el oficio de elevación",
    send: "Enviar el oficio a firma",
    done: "El oficio quedó enviado a firma. Cuando esté firmado, envíe el expediente y registre la elevación.",
  },
  "confirmacion-de-firma": {
    title: "Confirmar una firma a mano",
    send: "Registrar lo que vi",
    done: "Lo que vio quedó registrado.",
  },
  elevacion: {
    title: "Registrar la elevación",
    send: "Registrar la elevación",
    done: "La elevación quedó registrada.",
  },
  tribunal: {
    title: "Registrar la decisión del tribunal",
    send: "Registrar la decisión",
    done: "La decisión del tribunal quedó registrada.",
  },
  cumplimiento: {
    title: "Registrar el cumplimiento",
    send: "Registrar el cumplimiento",
    done: "El cumplimiento quedó registrado.",
  },
  desistimiento: {
    title: "Aceptar el desistimiento",
    send: "Enviar a firma",
    done: "La resolución quedó enviada a firma. La firma otra persona.",
  },
  "envio-de-queja": {
    title: "Enviar la queja a quien la decide",
    send: "Registrar el envío",
    done: "El envío de la queja quedó registrado.",
  },
  "respuesta-de-queja": {
    title: "Registrar la respuesta a la queja",
    send: "Registrar la respuesta",
    done: "La respuesta a la queja quedó registrada.",
  },
  "pedido-de-prueba": {
    title: "Pedir una prueba nueva",
    send: "Registrar el pedido",
    done: "El pedido quedó registrado y el cliente recibe el aviso.",
  },
  subsanacion: {
    title: "Anotar la subsanación",
    send: "Registrar la subsanación",
    done: "La subsanación quedó registrada.",
  },
  ampliacion: {
    title: "Anotar una ampliación",
    send: "Registrar la ampliación",
    done: "La ampliación quedó registrada.",
  },
  respuesta: {
    title: "Anotar la respuesta a la propuesta",
    send: "Registrar la respuesta",
    done: "La respuesta quedó registrada.",
  },
  reconsideracion: {
    title: "Presentar una reconsideración",
    send: "Presentar la reconsideración",
    done: "La reconsideración quedó presentada. Su constancia, para entregarla, está en «Documentos».",
  },
  "prueba-nueva": {
    title: "Anotar la prueba nueva",
    send: "Registrar la prueba nueva",
    done: "La prueba nueva quedó registrada.",
  },
  apelacion: {
    title: "Presentar una apelación",
    send: "Presentar la apelación",
    done: "La apelación quedó presentada. Su constancia, para entregarla, está en «Documentos».",
  },
  seguir: {
    title: "Deshacer el desistimiento",
    send: "Deshacer el desistimiento",
    done: "El desistimiento quedó deshecho: el reclamo sigue.",
  },
  desistir: {
    title: "Presentar un desistimiento",
    send: "Presentar el desistimiento",
    done: "El desistimiento quedó presentado. Su constancia, para entregarla, está en «Documentos».",
  },
  queja: {
    title: "Presentar una queja",
    send: "Presentar la queja",
    done: "La queja quedó presentada. Su constancia, para entregarla, está en «Documentos».",
  },
};

export const actPageWords = {
  back: "Volver al expediente",
  whatHappens: "Qué pasa después",
  notNow: "Esto no se puede hacer ahora",
  undoRuns: (day: string) =>
    `El desistimiento se pidió por teléfono. Quien reclama puede deshacerlo hasta el ${day}; después se acepta.`,
  notNowText: "El reclamo está en otro paso, o su cargo no lo permite. Mire en el expediente qué puede hacer.",
  staleTitle: "El expediente cambió mientras trabajaba",
  staleNews: "Esto es lo nuevo:",
  staleNoNews: "No hay entradas nuevas: alguien guardó otro texto aquí.",
  staleKept: "Lo que escribió sigue aquí. Revíselo y vuelva a enviarlo.",
} as const;

export const outcomeNames = {
  upheld: "Fundado",
  "partly-upheld": "Fundado en parte",
  rejected: "Infundado",
  dismissed: "Improcedente",
  concluded: "Concluido sin decidir el fondo",
} as const;
