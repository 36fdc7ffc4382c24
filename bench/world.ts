import { disconnect } from "@/lib/platform/database";
import { multiplyWorld } from "@/prisma/seed/bulk";

// The province of the demonstration, as many times as the first argument says.
await multiplyWorld(process.env.DATABASE_OWNER_URL ?? "", Number(process.argv[2] ?? "1"));
await disconnect();
