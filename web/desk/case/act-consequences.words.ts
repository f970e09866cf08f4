import type { Act } from "./acts.words.ts";

/** What an act means for the claimant, shown on the act's page before it is recorded. */
export const consequences: Readonly<Record<Act, string>> = {
  apuntes:
    "Nadie recibe nada. Los lee quien concilia, y no quien decide ni quien firma. No son parte del expediente: lo que propone al cliente se envía como propuesta.",
  nota: "El cliente no recibe nada. La nota queda en el historial, con su nombre y la hora.",
  encargo: "El reclamo pasa a «Míos» de esa persona, marcado como nuevo. El cliente ve quién responde por su reclamo.",
  inspector:
    "La visita pasa a la agenda de esa persona, con las de otros reclamos que sirve. El cliente recibe un aviso.",
  repartidor: "El cliente no recibe ningún aviso. La resolución pasa a las entregas de esa persona.",
  admision: "Si lo admite, el cliente ve en su reclamo que empezó la investigación.",
  observacion:
    "Si aceptó notificaciones por correo, el cliente recibe la observación y debe confirmar que la recibió. Si no, hay que decírsela por teléfono o en persona. Su plazo corre desde entonces. Solo se observa una vez.",
  "aviso-de-observacion":
    "Desde este aviso corren los días del cliente para corregir, y los plazos de la empresa se detienen. Hágalo si no acusó el correo o no aceptó notificaciones por correo.",
  copia: "Queda registrado que el cliente recibió la copia de su reclamo. No le llega otro aviso.",
  lugar:
    "El reclamo toma una visita y una audiencia dentro de su plazo, y el cliente recibe un aviso con las fechas. Si el suministro ya tiene una visita por hacer que sirve, es la misma. Los plazos no cambian.",
  contacto:
    "El reclamo toma su visita y su audiencia, salvo que se parezca a otro. A quien dejó solo una dirección, llévele ahí las fechas.",
  acumulacion:
    "Los dos reclamos comparten la visita y la audiencia que faltan. Cada uno conserva sus plazos y tendrá su propia respuesta. Queda anotado en los dos expedientes y los dos clientes reciben un aviso. La acumulación no se impugna.",
  tipo: "El cliente recibirá un aviso con el tipo que corresponde. Las pruebas y la visita pasan a ser las de ese tipo; los plazos no cambian. Si es un problema del servicio, se abre su solicitud con la fecha del reclamo, y el reclamo pasa a una resolución que no decide el recibo.",
  propuesta:
    "El cliente recibirá la propuesta con el monto de antes y el de después. El sistema calcula el monto con la lista de tarifas de su recibo.",
  fuga: "El cliente recibirá un aviso con lo que debe reparar y su último día. El plazo cuenta desde que se le avisó.",
  reparacion: "El cliente recibirá un aviso de si la fuga está reparada. De eso depende cómo se factura su consumo.",
  "pedido-de-contrastacion": "Queda registrado que el cliente pide probar su medidor y sabe quién paga.",
  contrastacion: "El cliente recibirá un aviso con el día, la hora y el lugar de la prueba de su medidor.",
  "aviso-de-contrastacion": "Queda registrado desde cuándo el cliente sabe cuándo se prueba su medidor.",
  "resultado-de-contrastacion": "El cliente recibirá el resultado y quién paga la prueba.",
  prueba:
    "La prueba deja de faltar y la resolución la nombra. El cliente ve que se agregó, no el documento: puede tener datos de otras personas.",
  control:
    "Cuenta como si lo hubiera entregado el sistema comercial y cambia lo que la regla de consumo da. El expediente dice que lo registró usted.",
  titularidad:
    "Queda probado que es titular o que usa el servicio: el cliente ya puede desistir o acordar. El expediente dice que lo vio usted.",
  "nueva-audiencia": "El cliente recibirá la nueva fecha. La audiencia se mueve una sola vez.",
  audiencia:
    "El cliente verá el resultado en su reclamo. Con acuerdo total el reclamo pasa a cumplirse; con cualquier otro resultado pasa a resolverse.",
  enlace: "El cliente recibe un aviso y una citación nueva con el enlace.",
  participacion: "El cliente recibe un aviso y una citación nueva.",
  asistencia: "El cliente verá en su reclamo que confirmó. La audiencia no cambia.",
  visita:
    "Si elige otro horario, el cliente recibe un aviso con la nueva fecha y se asigna un inspector de nuevo. Si confirma, no cambia nada.",
  avisos:
    "El cliente recibe una copia y puede cambiarlo cuando quiera. Si pidió el correo por teléfono, vale pasados los días para deshacerlo; hasta entonces se le notifica en papel.",
  "nuevo-contacto":
    "El contacto de antes recibe ahora un aviso. Si vino a la oficina, el nuevo vale desde ahora; si llamó, pasados los días para deshacerlo. Que se le notifique por correo no cambia: es otro registro.",
  clave:
    "La clave de antes deja de servir y quien entró con ella ya no ve el reclamo. La nueva va al contacto que le leyó, y también se avisa a la cuenta que presentó el reclamo. Usted no ve la clave.",
  idioma: "Lo ven quien hace la visita y quien lleva la audiencia. El cliente lo verá en su reclamo y puede cambiarlo.",
  resolucion:
    "Al enviarla a firma se fijan el texto, el número y la fecha. El cliente no recibe nada hasta que se firme y se notifique.",
  dispensa:
    "La resolución podrá enviarse a firma sin las pruebas y con las observaciones que marque. Solo vale si otra persona redacta y envía el proyecto. Su motivo queda en el expediente y, si falta una prueba, también en la resolución.",
  firma: "Con su firma la resolución queda emitida y pasa a notificarse. El cliente la recibirá con su notificación.",
  devolucion:
    "El número de la resolución se anula con su motivo y el proyecto vuelve a quien resuelve. El cliente no recibe nada.",
  "devolucion-de-documento": "Deja de esperar su firma y su número se anula con su motivo. El cliente no recibe nada.",
  rectificacion:
    "Solo corrige un error de escritura o de transcripción: el sentido de la decisión y sus montos no cambian, ni los plazos del cliente. Rige cuando la firme otra persona; entonces el cliente recibirá un aviso.",
  notificacion:
    "Por correo, el cliente recibirá un enlace y debe confirmar que lo recibió. En el domicilio, la resolución se le entrega en persona y después se registra la entrega.",
  entrega:
    "Una entrega que vale notifica al cliente y empieza su plazo para pedir que revisen la decisión. Si no había nadie, queda el aviso con la nueva fecha.",
  "confirmacion-de-entrega":
    "La entrega se registró tarde: con su confirmación notifica al cliente desde el día en que se hizo. El cliente verá su nombre.",
  recurso:
    "El recurso se tramita por lo que es, no por su nombre. El cliente recibirá un aviso con su motivo y los plazos pasan a ser los de ese recurso.",
  "oficio-de-elevacion":
    "El oficio con que el expediente va al tribunal se envía a firma. El plazo para elevar sigue corriendo. El cliente no recibe nada todavía.",
  "confirmacion-de-firma":
    "Con su confirmación el documento queda firmado, desde el día que lleva el papel. Si el papel no lo muestra, vuelve a esperar una firma. El cliente verá que otra persona lo miró.",
  elevacion: "El cliente verá que su expediente llegó al tribunal de SUNASS y desde cuándo.",
  tribunal: "El cliente verá en su reclamo lo que decidió el tribunal y lo que sigue.",
  cumplimiento: "El cliente recibirá un aviso de que se cumplió lo decidido y su reclamo queda cerrado.",
  desistimiento:
    "La resolución que lo acepta se envía a firma. Rige cuando la firme otra persona: lo que estaba en curso termina y el cliente recibirá un aviso. Mientras tanto los plazos siguen corriendo.",
  "envio-de-queja":
    "Se envía con una copia del expediente y su informe. El cliente recibirá un aviso con el número y el plazo. La queja no detiene el reclamo.",
  "respuesta-de-queja":
    "El cliente recibirá la respuesta. Si declara el silencio positivo, el reclamo queda aceptado como se pidió y ya no se puede decidir.",
  "pedido-de-prueba":
    "Se pide una sola vez. Los días del cliente para traerla corren desde que se le avisó, y hasta que terminen no se resuelve. Los plazos de la empresa no se detienen. Si no la trae, se decide sin ella, o se encauza como apelación si su contenido lo permite.",
  subsanacion: "El cliente verá que corrigió lo que faltaba. Los plazos de la empresa vuelven a correr.",
  ampliacion: "El cliente verá en su reclamo lo que agregó. Los plazos no cambian.",
  respuesta:
    "El cliente recibe una copia de su respuesta. Si la dio por teléfono, tiene días para cambiarla. Lo que cambia queda en el acta de la audiencia.",
  reconsideracion:
    "Se presenta por mesa de partes: la confirma la persona, o su documento si llegó en papel. El cliente recibirá su número y su cargo, y la empresa revisa su decisión.",
  "prueba-nueva": "El cliente verá en su reclamo lo que agregó. La empresa decide la reconsideración con eso.",
  apelacion:
    "Se presenta por mesa de partes: la confirma la persona, o su documento si llegó en papel. El cliente recibirá su número y su cargo, y el expediente va al tribunal de SUNASS.",
  desistir:
    "Se presenta cuando la persona lo confirma. El cliente recibe una copia; falta que se acepte. Si lo pidió por teléfono, antes tiene días para deshacerlo.",
  seguir: "El reclamo sigue como antes y sus plazos no cambian. El cliente recibe una copia.",
  queja:
    "Se presenta por mesa de partes. El cliente recibirá su número y su cargo; se envía a quien la decide y no detiene ningún plazo.",
};
