import { z } from "zod";

import { id, text } from "@/lib/gate/fields";

/** Why a change asks nothing of a document. */
export const judgementForm = z.object({ documentId: id, changeId: id, reason: text(1000) });
