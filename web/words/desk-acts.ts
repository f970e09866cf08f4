/** What staff record in a case, by its name in the address. */
export const acts = [
  "admision",
  "observacion",
  "copia",
  "propuesta",
  "audiencia",
  "resolucion",
  "firma",
  "devolucion",
  "notificacion",
  "entrega",
  "elevacion",
  "tribunal",
  "cumplimiento",
  "desistimiento",
] as const;
export type Act = (typeof acts)[number];

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
      "El cliente recibirá un aviso con lo que falta y tendrá el plazo de la ley para corregirlo. Mientras tanto los plazos se detienen. Solo se observa una vez.",
    send: "Enviar la observación",
    done: "La observación quedó registrada y el cliente recibe el aviso.",
  },
  copia: {
    title: "Registrar copia enviada",
    consequence: "Queda registrado que el cliente recibió la copia de su reclamo. No le llega otro aviso.",
    send: "Registrar la copia",
    done: "La copia quedó registrada.",
  },
  propuesta: {
    title: "Proponer un acuerdo",
    consequence:
      "El cliente recibirá la propuesta con el monto de antes y el de después. El sistema calcula el monto con la lista de tarifas de su recibo.",
    send: "Enviar la propuesta",
    done: "La propuesta quedó registrada y el cliente la recibe.",
  },
  audiencia: {
    title: "Registrar la audiencia",
    consequence:
      "El cliente verá el resultado en su reclamo. Con acuerdo total el reclamo pasa a cumplirse; con cualquier otro resultado pasa a resolverse.",
    send: "Registrar el acta",
    done: "El acta de la audiencia quedó registrada.",
  },
  resolucion: {
    title: "Redactar la resolución",
    consequence:
      "Al enviarla a firma se fijan el texto, el número y la fecha. El cliente no recibe nada hasta que se firme y se notifique.",
    send: "Enviar a firma",
    done: "La resolución quedó enviada a firma.",
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
    consequence: "El cliente recibirá un aviso de que su desistimiento fue aceptado. Lo que estaba en curso termina.",
    send: "Aceptar el desistimiento",
    done: "El desistimiento quedó aceptado.",
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
