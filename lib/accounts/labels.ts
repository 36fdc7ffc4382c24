import { roles } from "@/lib/identity/types";
import type { AccountFilter } from "@/lib/accounts/types";

/** The filter an address asks for; anything else means all. */
export const accountFilter = (query: Readonly<Record<string, string>>): AccountFilter => ({
  text: (query["q"] ?? "").slice(0, 100),
  role: roles.find((role) => role === query["role"]) ?? null,
  state: (["enabled", "disabled"] as const).find((state) => state === query["state"]) ?? null,
});

export function accountsAddress({ text, role, state }: AccountFilter, page: number): string {
  const query = new URLSearchParams();
  if (text) query.set("q", text);
  if (role) query.set("role", role);
  if (state) query.set("state", state);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/accounts?${query.toString()}` : "/accounts";
}
