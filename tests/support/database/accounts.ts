import { rowsOf } from "@/tests/support/database/viewer";

export const countAll = async (): Promise<string> => {
  const rows = await rowsOf<{ state: string }>(`select concat_ws('/',
    (select count(*) from person), (select md5(string_agg(a::text, '|' order by id)) from account a),
    (select count(*) from session where revoked_at is not null), (select count(*) from journal_entry)) as state`);
  return rows[0]?.state ?? "";
};

/** Locks it and leaves what it holds for later. */
export const locked = (id: string) => ({ id, successor: "later", things: [] });

export const accountId = async (name: string): Promise<string> => {
  const rows = await rowsOf<{ id: string }>("select id from account where name = $1", [name]);
  return rows[0]?.id ?? "";
};

export const lead = (name: string) => ({
  personId: "",
  fullName: "Phạm Thị Thử",
  name,
  role: "leader" as const,
  agencyId: null,
  address: `${name}@tinh.example`,
});

export const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }): string[] =>
  result.ok ? [] : (result.problems ?? []).map((each) => each.code);
