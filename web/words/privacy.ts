export const privacySections = [
  {
    title: "Qué datos usamos",
    paragraphs: [
      "Para ver un recibo: el código de suministro y el número de recibo o de documento que escribes. No los guardamos en tu celular ni los ponemos en la dirección de la página.",
      "Para ingresar: tu correo o celular, solo para enviarte el código y reconocerte.",
      "De tu cuenta: los suministros que vinculas, hasta que los quites.",
      "De tu reclamo: lo que pide el formulario oficial y los archivos que agregas. Un borrador se borra solo a los 30 días.",
    ],
  },
  {
    title: "Qué queda en tu navegador",
    paragraphs: [
      "Mientras la pestaña está abierta, una llave para que no tengas que ingresar en cada página. Se borra al salir o al cerrar la pestaña.",
      "Lo que escribes en un formulario y todavía no se envió, para que no lo pierdas. Se borra al enviarlo o al cerrar la pestaña.",
      "No usamos cookies, publicidad ni programas de otras empresas. La página donde escribes tu código usa una cookie propia para reconocerte.",
    ],
  },
  {
    title: "Qué no mostramos",
    paragraphs: ["La consulta sin ingresar nunca muestra el nombre del titular, su documento ni su dirección."],
  },
  {
    title: "A quién preguntar",
    paragraphs: ["Para ver, corregir o borrar tus datos, llámanos o ven a la oficina."],
  },
] as const;
