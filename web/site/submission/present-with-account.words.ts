/** How much one account may present in a day. */
export const perDay = (documents: number, files: number) =>
  `En un día puedes presentar hasta ${documents} documentos y enviar hasta ${files} archivos. Lo demás, tráelo a la oficina.`;
