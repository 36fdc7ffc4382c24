import type { Names } from "./places";

const recordOf = (page: string, names: Names): string => {
  if (page === "/audits/[id]/receipt" || page === "/audits/[id]/amend") return names.finalVisit;
  if (page === "/laws/[id]/release") return names.noted;
  if (page === "/laws/[id]/match-all") return names.listed;
  const kind = page.split("/")[1] ?? "";
  const records: Record<string, string> = {
    accounts: names.account,
    audits: names.visit,
    documents: names.document,
    findings: names.finding,
    history: names.entityId,
    imports: names.import,
    laws: names.law,
  };
  const record = records[kind];
  if (record === undefined) throw new Error(`${page} names a record of a kind that is not created`);
  return record;
};

/** The address of a page for the records of one scope. */
export function addressOf(page: string, names: Names): { address: string; parts: string[] } {
  if (page.endsWith("/policy/remove")) {
    const { code, posting } = names;
    return { address: `/agencies/${code}/policy/remove?posting=${posting}`, parts: [posting, code] };
  }
  if (["/people/end", "/people/cancel", "/people/reopen"].some((each) => page.endsWith(each))) {
    const { code, appointment } = names;
    const address = `${page.replace("[code]", code)}?id=${appointment}`;
    return { address, parts: [appointment, code] };
  }
  if (page === "/laws/[id]/drop") {
    const { noted, relation } = names;
    return { address: `/laws/${noted}/drop?relation=${relation}`, parts: [relation, noted] };
  }
  if (page === "/laws/[id]/match" || page === "/laws/[id]/drop-rows") {
    const { listed, row } = names;
    return { address: `${page.replace("[id]", listed)}?row=${row}`, parts: [row, listed] };
  }
  if (page === "/laws/[id]/undo") {
    const { law, change } = names;
    return { address: `/laws/${law}/undo?change=${change}`, parts: [change, law] };
  }
  if (page === "/documents/[id]/unaffected") {
    const { touched, change } = names;
    return { address: `/documents/${touched}/unaffected?change=${change}`, parts: [change, touched] };
  }
  if (page.endsWith("/publish")) {
    const { code, declaration } = names;
    const address = `/agencies/${code}/declarations/publish?declaration=${declaration}`;
    return { address, parts: [declaration, code] };
  }
  if (page.endsWith("/scan") || page.endsWith("/cancel")) {
    const { code, posting } = names;
    const address = `/agencies/${code}/${page.split("/").at(-1)}?of=posting&id=${posting}`;
    return { address, parts: [posting, code] };
  }
  if (page === "/agencies/[code]/submit" || page === "/agencies/[code]/return") {
    const { code, document } = names;
    const address = `/agencies/${code}/${page.split("/").at(-1)}?of=document&id=${document}`;
    return { address, parts: [document, code] };
  }
  if (page.endsWith("/compare")) {
    const { document, revision } = names;
    const address = `/documents/${document}/compare?from=${revision}&to=${revision}`;
    return { address, parts: [...new Set([document, revision])] };
  }
  // A year is nobody's record: what it shows of whom is for the page to say.
  if (!/\[(?!year)/.test(page)) return { address: page.replace("[year]", "2016"), parts: [] };
  const parts = page.includes("[code]") ? [names.code] : [recordOf(page, names)];
  const address = page
    .replace("[code]", names.code)
    .replace("[entity]", names.entity)
    .replace("[group]", "D")
    .replace("[question]", "D.1")
    .replace("[year]", "2016")
    .replace("[id]", parts[0] ?? "");
  return { address, parts: [...parts, `/${names.entity}/`, `"${names.entity}"`, `\\"${names.entity}\\"`] };
}
