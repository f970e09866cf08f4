export const helpSections = [
  {
    title: "Dónde está el código de suministro",
    paragraphs: [
      "Está arriba a la derecha de tu recibo, con el nombre «Suministro» o «Inscripción».",
      "Puedes escribirlo con o sin los ceros de adelante.",
    ],
  },
  {
    title: "Dónde está el número de recibo",
    paragraphs: [
      "Tiene una letra, números y un guion, por ejemplo S001‑00045001. Cada mes cambia.",
      "Si no lo encuentras, puedes usar el documento del titular del suministro.",
    ],
  },
  {
    title: "Cómo ingresar",
    paragraphs: [
      "Escribes tu correo o tu celular y te enviamos un código. No hay contraseña que recordar.",
      "Después vinculas cada suministro una sola vez, con un número de recibo.",
    ],
  },
  {
    title: "Cómo reclamar",
    paragraphs: [
      "Por este sitio, a toda hora: abre tu recibo y elige «Reclamar este recibo». Puedes guardar y seguir después.",
      "También por teléfono, si eres el titular, o en la oficina, con tu número de recibo a la mano.",
      "En tu recibo, en «¿No estás de acuerdo?», está el último día para reclamarlo.",
    ],
  },
  {
    title: "Cómo comprobar un documento",
    paragraphs: [
      "Cada documento nuestro lleva un código y un QR. Léelo con la cámara de tu celular, o escribe el código en «Comprobar un documento», al pie de esta página.",
      "Si tienes el archivo PDF, compruébalo ahí mismo: no se envía a ningún lado.",
    ],
  },
] as const;
