import { writeFileSync } from "node:fs";

import { rightsPage } from "@/scripts/rights";

writeFileSync("docs/rights.md", rightsPage());
