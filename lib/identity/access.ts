import { scopeOf, type Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";

const nobody = "00000000-0000-0000-0000-00000000dead";

/** Permission as part of the `where`: the agencies whose records this viewer may do that to. */
export function agencyWhere(viewer: Viewer, action: Action): { agencyId?: string } {
  const scope = scopeOf(viewer, action);
  if (scope === "province") return {};
  if (scope === "own") return { agencyId: viewer.agencyId ?? nobody };
  return scope === "team" ? {} : { agencyId: nobody };
}

/** The same for raw SQL: null means every agency. */
export const agencyParameter = (viewer: Viewer, action: Action): string | null =>
  agencyWhere(viewer, action).agencyId ?? null;
