import { replaceExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { systemViewer } from "@/lib/identity/viewer";
import { disconnect } from "@/lib/platform/database";

const id = await replaceExportKey(systemViewer("export-keys"));
process.stdout.write(
  `Key ${id} made. Devices take it along when they next update what they carry; files sealed for older keys still open.\n`,
);
await disconnect();
