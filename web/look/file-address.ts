import { useEffect, useState } from "preact/hooks";

/**
 * Returns the address of a CSV file with the text `csv`, for a link that downloads it; empty until the browser has made
 * it.
 */
export function useFileAddress(csv: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [csv]);
  return address;
}
