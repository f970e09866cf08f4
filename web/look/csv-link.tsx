import { useFileAddress } from "./file-address.ts";

interface CsvLinkProps {
  readonly fileName: string;
  /** The first row has the names of the columns. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** The text of the link. */
  readonly children: string;
}

/** Excel of Peru opens a file like this by itself: UTF-8 with its mark, `;`, CRLF. */
const csvOf = (rows: CsvLinkProps["rows"]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(";")).join("\r\n")}\r\n`;

/**
 * Renders a link that downloads `rows` as a CSV file, which the browser makes so that Excel in Peru opens it. Guards
 * nothing from formulas: who gives it what a person wrote, a name among them, guards that first.
 */
export function CsvLink({ fileName, rows, children }: CsvLinkProps) {
  const address = useFileAddress(csvOf(rows));
  return (
    <a href={address} download={fileName}>
      {children}
    </a>
  );
}
