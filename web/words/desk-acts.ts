/** What takes a case on, in the order of the procedure: the first of these is what there is to do. */
export const mainActs = [
  "admision",
  "observacion",
  "aviso-de-observacion",
  "copia",
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
  "notificacion",
  "entrega",
  "confirmacion-de-entrega",
  "confirmacion-de-firma",
  "oficio-de-elevacion",
  "elevacion",
  "tribunal",
  "cumplimiento",
  "desistimiento",
] as const;

/** What staff record in a case, by its name in the address: what takes it on, and what else there may be to do. */
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
  "respuesta",
  "reconsideracion",
  "prueba-nueva",
  "apelacion",
  "desistir",
  "queja",
  "prueba",
  "control",
  "titularidad",
] as const;
export type Act = (typeof acts)[number];

/** What staff write down for a claimant who telephones or comes. */
export type TakenAct = Extract<
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
  /** What the claimant gets, or that they get nothing. */
  readonly consequence: string;
  readonly send: string;
  /** Once it is recorded. */
  readonly done: string;
}

export const actWords: Readonly<Record<Act, ActWords>> = {
  admision: {
    title: "Admitir el reclamo",
    consequence:
      "Si lo admites, el cliente ve en su reclamo que empezó la investigación. Si propones declararlo improcedente, el expediente pasa a resolver: el cliente recibirá igual una resolución con sus motivos, dentro del plazo.",
    send: "Registrar la admisión",
    done: "La admisión quedó registrada.",
  },
  observacion: {
    title: "Observar el reclamo",
    consequence:
      "Si aceptó notificaciones por correo, el cliente recibe la observación y debe confirmar que la recibió. Si no, hay que decírsela por teléfono o en persona. Su plazo corre desde entonces. Solo se observa una vez.",
    send: "Enviar la observación",
    done: "La observación quedó registrada y el cliente recibe el aviso.",
  },
  "aviso-de-observacion": {
    title: "Registrar que se avisó la observación",
    consequence:
      "Desde este aviso corren los días del cliente para corregir, y los plazos de la empresa se detienen. Hazlo si no acusó el correo o no aceptó notificaciones por correo.",
    send: "Registrar el aviso",
    done: "El aviso de la observación quedó registrado.",
  },
  copia: {
    title: "Registrar copia enviada",
    consequence: "Queda registrado que el cliente recibió la copia de su reclamo. No le llega otro aviso.",
    send: "Registrar la copia",
    done: "La copia quedó registrada.",
  },
  lugar: {
    title: "Dar lugar",
    consequence:
      "El reclamo toma una visita y una audiencia dentro de su plazo, y el cliente recibe un aviso con las fechas. Si el suministro ya tiene una visita por hacer que sirve, es la misma. Los plazos no cambian.",
    send: "Dar lugar",
    done: "La visita y la audiencia ya tienen fecha, y el cliente recibe el aviso.",
  },
  acumulacion: {
    title: "Acumular con otro reclamo",
    consequence:
      "Los dos reclamos comparten la visita y la audiencia que faltan. Cada uno conserva sus plazos y tendrá su propia respuesta. Queda anotado en los dos expedientes y los dos clientes reciben un aviso. La acumulación no se impugna.",
    send: "Acumular",
    done: "Los reclamos quedaron acumulados, y los clientes reciben el aviso.",
  },
  tipo: {
    title: "Corregir el tipo de reclamo",
    consequence:
      "El cliente recibirá un aviso con el tipo que corresponde. Las pruebas y la visita pasan a ser las de ese tipo; los plazos no cambian. Si es un problema del servicio, se abre su solicitud con la fecha del reclamo, y el reclamo pasa a una resolución que no decide el recibo.",
    send: "Corregir el tipo",
    done: "El tipo quedó corregido y el cliente recibe el aviso.",
  },
  propuesta: {
    title: "Proponer un acuerdo",
    consequence:
      "El cliente recibirá la propuesta con el monto de antes y el de después. El sistema calcula el monto con la lista de tarifas de su recibo.",
    send: "Enviar la propuesta",
    done: "La propuesta quedó registrada y el cliente la recibe.",
  },
  fuga: {
    title: "Exigir la reparación de una fuga",
    consequence:
      "El cliente recibirá un aviso con lo que debe reparar y su último día. El plazo cuenta desde que se le avisó.",
    send: "Registrar la exigencia",
    done: "La exigencia quedó registrada y el cliente recibe el aviso.",
  },
  reparacion: {
    title: "Verificar la reparación",
    consequence: "El cliente recibirá un aviso de si la fuga está reparada. De eso depende cómo se factura su consumo.",
    send: "Registrar la verificación",
    done: "La verificación quedó registrada.",
  },
  "pedido-de-contrastacion": {
    title: "Registrar el pedido de contrastación",
    consequence: "Queda registrado que el cliente pide probar su medidor y sabe quién paga.",
    send: "Registrar el pedido",
    done: "El pedido de contrastación quedó registrado.",
  },
  contrastacion: {
    title: "Ordenar la contrastación",
    consequence: "El cliente recibirá un aviso con el día, la hora y el lugar de la prueba de su medidor.",
    send: "Ordenar la contrastación",
    done: "La contrastación quedó ordenada y el cliente recibe el aviso.",
  },
  "aviso-de-contrastacion": {
    title: "Registrar el aviso de la contrastación",
    consequence: "Queda registrado desde cuándo el cliente sabe cuándo se prueba su medidor.",
    send: "Registrar el aviso",
    done: "El aviso quedó registrado.",
  },
  "resultado-de-contrastacion": {
    title: "Registrar el resultado de la contrastación",
    consequence: "El cliente recibirá el resultado y quién paga la prueba.",
    send: "Registrar el resultado",
    done: "El resultado quedó registrado y el cliente lo recibe.",
  },
  prueba: {
    title: "Agregar una prueba de la empresa",
    consequence:
      "La prueba deja de faltar y la resolución la nombra. El cliente ve que se agregó, no el documento: puede tener datos de otras personas.",
    send: "Agregar la prueba",
    done: "La prueba quedó agregada.",
  },
  control: {
    title: "Registrar el control antes de facturar",
    consequence:
      "Cuenta como si lo hubiera entregado el sistema comercial y cambia lo que la regla de consumo da. El expediente dice que lo registraste tú.",
    send: "Registrar el control",
    done: "El control quedó registrado.",
  },
  titularidad: {
    title: "Registrar qué mostró quien reclama",
    consequence:
      "Queda probado que es titular o que usa el servicio: el cliente ya puede desistir o acordar. El expediente dice que lo viste tú.",
    send: "Registrar la prueba",
    done: "La prueba quedó registrada.",
  },
  "nueva-audiencia": {
    title: "Mover la audiencia",
    consequence: "El cliente recibirá la nueva fecha. La audiencia se mueve una sola vez.",
    send: "Mover la audiencia",
    done: "La audiencia tiene nueva fecha y el cliente la recibe.",
  },
  audiencia: {
    title: "Registrar la audiencia",
    consequence:
      "El cliente verá el resultado en su reclamo. Con acuerdo total el reclamo pasa a cumplirse; con cualquier otro resultado pasa a resolverse.",
    send: "Registrar el acta",
    done: "El acta de la audiencia quedó registrada.",
  },
  enlace: {
    title: "Poner el enlace de la audiencia",
    consequence: "El cliente recibe un aviso y una citación nueva con el enlace.",
    send: "Registrar el enlace",
    done: "El enlace quedó registrado y el cliente lo recibe.",
  },
  participacion: {
    title: "Anotar cómo quiere la audiencia",
    consequence: "El cliente recibe un aviso y una citación nueva.",
    send: "Registrar la respuesta",
    done: "La respuesta quedó registrada.",
  },
  resolucion: {
    title: "Redactar la resolución",
    consequence:
      "Al enviarla a firma se fijan el texto, el número y la fecha. El cliente no recibe nada hasta que se firme y se notifique.",
    send: "Enviar a firma",
    done: "La resolución quedó enviada a firma.",
  },
  dispensa: {
    title: "Dispensar pruebas que faltan",
    consequence:
      "La resolución podrá enviarse a firma sin las pruebas que marques, y dirá por qué. Solo vale si otra persona redacta y envía el proyecto. El cliente lee el motivo cuando se le notifica.",
    send: "Dispensar",
    done: "Las pruebas quedaron dispensadas.",
  },
  firma: {
    title: "Revisar y firmar",
    consequence:
      "Con tu firma la resolución queda emitida y pasa a notificarse. El cliente la recibirá con su notificación.",
    send: "Firmar la resolución",
    done: "La resolución quedó firmada.",
  },
  devolucion: {
    title: "Devolver sin firmar",
    consequence:
      "El número de la resolución se anula con tu motivo y el proyecto vuelve a quien resuelve. El cliente no recibe nada.",
    send: "Devolver la resolución",
    done: "La resolución quedó devuelta.",
  },
  "devolucion-de-documento": {
    title: "Devolver un documento sin firmar",
    consequence: "Deja de esperar su firma y su número se anula con tu motivo. El cliente no recibe nada.",
    send: "Devolver el documento",
    done: "El documento quedó devuelto.",
  },
  rectificacion: {
    title: "Rectificar un error material",
    consequence:
      "Solo corrige un error de escritura o de transcripción: el sentido de la decisión y sus montos no cambian, ni los plazos del cliente. Rige cuando la firme otra persona; entonces el cliente recibirá un aviso.",
    send: "Enviar a firma",
    done: "La rectificación quedó enviada a firma. La firma otra persona.",
  },
  notificacion: {
    title: "Notificar la resolución",
    consequence:
      "Por correo, el cliente recibirá un enlace y debe confirmar que lo recibió. En el domicilio, la resolución se le entrega en persona y después registras la entrega.",
    send: "Despachar la notificación",
    done: "La notificación quedó despachada.",
  },
  entrega: {
    title: "Registrar la entrega",
    consequence:
      "Una entrega que vale notifica al cliente y empieza su plazo para pedir que revisen la decisión. Si no había nadie, queda el aviso con la nueva fecha.",
    send: "Registrar la entrega",
    done: "La entrega quedó registrada.",
  },
  "confirmacion-de-entrega": {
    title: "Confirmar una entrega",
    consequence:
      "La entrega se registró tarde: con tu confirmación notifica al cliente desde el día en que se hizo. El cliente verá tu nombre.",
    send: "Estuve ahí: confirmar la entrega",
    done: "La entrega quedó confirmada.",
  },
  recurso: {
    title: "Corregir el tipo de recurso",
    consequence:
      "El recurso se tramita por lo que es, no por su nombre. El cliente recibirá un aviso con tu motivo y los plazos pasan a ser los de ese recurso.",
    send: "Corregir el recurso",
    done: "El recurso quedó encauzado y el cliente recibe el aviso.",
  },
  "oficio-de-elevacion": {
    title: "Preparar el oficio de elevación",
    consequence:
      "El oficio con que el expediente va al tribunal se envía a firma. El plazo para elevar sigue corriendo. El cliente no recibe nada todavía.",
    send: "Enviar el oficio a firma",
    done: "El oficio quedó enviado a firma. Cuando esté firmado, envía el expediente y registra la elevación.",
  },
  "confirmacion-de-firma": {
    title: "Confirmar una firma a mano",
    consequence:
      "Con tu confirmación el documento queda firmado, desde el día que lleva el papel. Si el papel no lo muestra, vuelve a esperar una firma. El cliente verá que otra persona lo miró.",
    send: "Registrar lo que vi",
    done: "Lo que viste quedó registrado.",
  },
  elevacion: {
    title: "Registrar la elevación",
    consequence: "El cliente verá que su expediente llegó al tribunal de SUNASS y desde cuándo.",
    send: "Registrar la elevación",
    done: "La elevación quedó registrada.",
  },
  tribunal: {
    title: "Registrar la decisión del tribunal",
    consequence: "El cliente verá en su reclamo lo que decidió el tribunal y lo que sigue.",
    send: "Registrar la decisión",
    done: "La decisión del tribunal quedó registrada.",
  },
  cumplimiento: {
    title: "Registrar el cumplimiento",
    consequence: "El cliente recibirá un aviso de que se cumplió lo decidido y su reclamo queda cerrado.",
    send: "Registrar el cumplimiento",
    done: "El cumplimiento quedó registrado.",
  },
  desistimiento: {
    title: "Aceptar el desistimiento",
    consequence:
      "La resolución que lo acepta se envía a firma. Rige cuando la firme otra persona: lo que estaba en curso termina y el cliente recibirá un aviso. Mientras tanto los plazos siguen corriendo.",
    send: "Enviar a firma",
    done: "La resolución quedó enviada a firma. La firma otra persona.",
  },
  "envio-de-queja": {
    title: "Enviar la queja a quien la decide",
    consequence:
      "Se envía con una copia del expediente y tu informe. El cliente recibirá un aviso con el número y el plazo. La queja no detiene el reclamo.",
    send: "Registrar el envío",
    done: "El envío de la queja quedó registrado.",
  },
  "respuesta-de-queja": {
    title: "Registrar la respuesta a la queja",
    consequence:
      "El cliente recibirá la respuesta. Si declara el silencio positivo, el reclamo queda aceptado como se pidió y ya no se puede decidir.",
    send: "Registrar la respuesta",
    done: "La respuesta a la queja quedó registrada.",
  },
  "pedido-de-prueba": {
    title: "Pedir una prueba nueva",
    consequence:
      "Se pide una sola vez. Los días del cliente para traerla corren desde que se le avisó, y hasta que terminen no se resuelve. Los plazos de la empresa no se detienen. Si no la trae, se decide sin ella, o se encauza como apelación si su contenido lo permite.",
    send: "Registrar el pedido",
    done: "El pedido quedó registrado y el cliente recibe el aviso.",
  },
  subsanacion: {
    title: "Anotar la subsanación",
    consequence: "El cliente verá que corrigió lo que faltaba. Los plazos de la empresa vuelven a correr.",
    send: "Registrar la subsanación",
    done: "La subsanación quedó registrada.",
  },
  ampliacion: {
    title: "Anotar una ampliación",
    consequence: "El cliente verá en su reclamo lo que agregó. Los plazos no cambian.",
    send: "Registrar la ampliación",
    done: "La ampliación quedó registrada.",
  },
  respuesta: {
    title: "Anotar la respuesta a la propuesta",
    consequence: "El cliente verá su respuesta. Lo que cambia queda en el acta de la audiencia.",
    send: "Registrar la respuesta",
    done: "La respuesta quedó registrada.",
  },
  reconsideracion: {
    title: "Presentar una reconsideración",
    consequence:
      "Se presenta por mesa de partes cuando la persona la confirma. El cliente recibirá su número y su cargo, y la empresa revisa su decisión.",
    send: "Presentar la reconsideración",
    done: "La reconsideración quedó presentada.",
  },
  "prueba-nueva": {
    title: "Anotar la prueba nueva",
    consequence: "El cliente verá en su reclamo lo que agregó. La empresa decide la reconsideración con eso.",
    send: "Registrar la prueba nueva",
    done: "La prueba nueva quedó registrada.",
  },
  apelacion: {
    title: "Presentar una apelación",
    consequence:
      "Se presenta por mesa de partes cuando la persona la confirma. El cliente recibirá su número y su cargo, y el expediente va al tribunal de SUNASS.",
    send: "Presentar la apelación",
    done: "La apelación quedó presentada.",
  },
  desistir: {
    title: "Presentar un desistimiento",
    consequence: "Se presenta cuando la persona lo confirma. El cliente verá que lo pidió; falta que se acepte.",
    send: "Presentar el desistimiento",
    done: "El desistimiento quedó presentado.",
  },
  queja: {
    title: "Presentar una queja",
    consequence:
      "Se presenta por mesa de partes. El cliente recibirá su número y su cargo; se envía a quien la decide y no detiene ningún plazo.",
    send: "Presentar la queja",
    done: "La queja quedó presentada.",
  },
};

export const actPageWords = {
  back: "Volver al expediente",
  whatHappens: "Qué pasa después",
  notNow: "Esto no se puede hacer ahora",
  notNowText: "El reclamo está en otro paso, o tu cargo no lo permite. Mira en el expediente qué puedes hacer.",
  staleTitle: "El expediente cambió mientras trabajabas",
  staleNews: "Esto es lo nuevo:",
  staleNoNews: "No hay entradas nuevas: alguien guardó un proyecto.",
  staleKept: "Lo que escribiste sigue aquí. Revísalo y vuelve a enviarlo.",
} as const;

export const outcomeNames = {
  upheld: "Fundado",
  "partly-upheld": "Fundado en parte",
  rejected: "Infundado",
  dismissed: "Improcedente",
  concluded: "Concluido sin decidir el fondo",
} as const;
