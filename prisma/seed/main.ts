import { seed } from "@/prisma/seed/seed";
import { disconnect } from "@/lib/platform/database";

// Rows of every agency are written: this runs as the owner of the schema, never as the site's role.
process.env.DATABASE_URL = process.env.DATABASE_OWNER_URL;

const scenario = process.env.SCENARIO ?? "quang-ngai-2017";
const created = await seed(scenario);
process.stdout.write(created ? `seeded ${scenario}\n` : "already seeded\n");
await disconnect();
