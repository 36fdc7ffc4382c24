"use server";

import { addScan } from "@/lib/files/scans/commands";
import type { ScanSubject } from "@/lib/files/scans/types";
import { form } from "@/lib/gate/form";

const pageOf: Record<ScanSubject, string> = {
  review: "/reviews",
  milestone: "",
  declaration: "",
  posting: "/policy",
};

export const save = form(addScan, ({ agencyCode, of }) => `/agencies/${agencyCode}${pageOf[of]}`);
