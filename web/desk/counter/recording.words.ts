export const recordingWords = {
  label: "Grabación de la confirmación",
  hint: "Solo esa parte de la llamada: MP3, M4A, OGG o WAV.",
  sending: "Enviando la grabación…",
  sent: (name: string) => `Grabación enviada: ${name}`,
  lost: "La grabación no llegó. Elíjala otra vez.",
  otherType: "Elija un archivo MP3, M4A, OGG o WAV.",
  missing: "Agregue la grabación de la confirmación.",
  aloud:
    "«Desde ahora se graba solo lo que confirma. Le leo lo que escribí. Diga su nombre, su documento y si lo confirma.»",
} as const;

export const paperWords = {
  refuses: "Si no quiere que se grabe, imprima este papel. Lo firma, y cuenta desde el día en que lo presenta.",
  recourse: "Para que su recurso cuente desde esta llamada, preséntelo como documento; la firma se le pide después.",
  present: "Presentar como documento",
  print: "Imprimir el papel para firmar",
  title: "Papel para firmar",
  claim: (code: string) => `Reclamo ${code}`,
  acts: {
    withdrawal: "Pido desistir",
    reconsideration: "Presento un recurso de reconsideración",
    appeal: "Presento un recurso de apelación",
    agreement: "Confirmo el acuerdo",
  },
  of: { procedure: "De este procedimiento", claim: "Del reclamo: no podré reclamar otra vez por lo mismo" },
  lines: ["Nombre y apellidos", "Documento de identidad", "Lugar y fecha", "Firma o huella"],
  ruego: "Si quien reclama no puede firmar, firma a su ruego otra persona, con su nombre y documento.",
  bring: "Se presenta en la oficina, o escaneado por la mesa de partes de la web. Es gratis.",
} as const;
