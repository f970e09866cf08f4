/** The key under which sessionStorage keeps what opened the last receipt that was looked up. */
export type LookUpKey = "caudal.receipt";
