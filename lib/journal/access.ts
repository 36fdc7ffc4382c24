import { provinceChain } from "@/lib/kernel/ids";
import type { Viewer } from "@/lib/identity/types";

/** Where a viewer's acts on their own account are written: with their agency, or with the province. */
export const ownChain = (viewer: Viewer): string => viewer.agencyId ?? provinceChain;
