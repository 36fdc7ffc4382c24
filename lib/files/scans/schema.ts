import { z } from "zod";

import { scanSubjects } from "@/lib/files/scans/types";
import { agencyCode, choice, id, requiredFile } from "@/lib/gate/fields";

export const scanForm = z.object({
  agencyId: id,
  agencyCode,
  of: choice(scanSubjects),
  id,
  scan: requiredFile,
});
