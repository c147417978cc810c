const PARAMETER =
  /^(?:utm_\w+|fbclid|[gd]clid|[gw]braid|gclsrc|msclkid|mc_[ce]id|igshid|igsh|yclid|ysclid|_hs(?:enc|mi)|__hs(?:tc|sc|fp)|hsctatracking|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|ref_src|ref_url|s_cid|cmpid|at_(?:medium|campaign)|wt\.mc_id|spm|twclid|ttclid|li_fat_id|epik|irclickid|rb_clickid|wickedid|srsltid|_openstat)$/i;

/** Takes the parameters out of an address that only say where a reader came from. */
export function removeTracking(url: URL): void {
  for (const name of [...url.searchParams.keys()]) {
    if (PARAMETER.test(name)) url.searchParams.delete(name);
  }
}

/** Gives an address without such parameters; one without any stays as it is written. */
export function withoutTracking(address: string): string {
  if (!address.includes("?") || !URL.canParse(address)) return address;
  const url = new URL(address);
  const { search } = url;
  removeTracking(url);
  return url.search === search ? address : url.href;
}
