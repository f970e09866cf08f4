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
      "Tiene una letra, números y un guion, por ejemplo S001-\u206000045001. Cada mes cambia.",
      "Si no lo encuentras, puedes usar la clave del recibo o el documento del titular del suministro.",
    ],
  },
  {
    title: "Qué es la clave del recibo",
    paragraphs: [
      "Son letras y números que tu recibo lleva impresos como «Clave», por ejemplo K7M4-\u206092QP. Cada mes cambia.",
      "Con ella o con el documento del titular vinculas el suministro. No se la des a nadie: abre tus recibos.",
      "¿Tu recibo todavía no la trae? Usa el documento del titular.",
    ],
  },
  {
    title: "Cómo ingresar",
    paragraphs: [
      "No hace falta para ver un recibo ni para reclamar. Sirve para seguir tus reclamos y tu consumo en un solo lugar.",
      "Escribes tu correo o tu celular y te enviamos un código. No hay contraseña que recordar.",
      "Después vinculas cada suministro una sola vez, con la clave de un recibo o el documento del titular.",
    ],
  },
  {
    title: "Cómo reclamar",
    paragraphs: [
      "Por este sitio, a toda hora: mira tu recibo y elige «Reclamar este recibo». No necesitas ingresar.",
      "Lo que escribes se guarda en tu teléfono por 30 días. Puedes cerrarlo y seguir después.",
      "También por teléfono, si eres el titular, o en la oficina, con tu número de recibo a la mano.",
      "El último día para reclamarlo está debajo del botón.",
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
