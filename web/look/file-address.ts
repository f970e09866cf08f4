import { useEffect, useState } from "preact/hooks";

/** The address of a CSV file that the browser makes of `csv`, for a link that downloads it; empty until it is made. */
export function useFileAddress(csv: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [csv]);
  return address;
}
