import { takeImport } from "@/lib/fieldwork/sealed-files/commands";
import { largestFile } from "@/lib/fieldwork/sealed-files/rules";
import { upload } from "@/lib/gate/api";

/** A file that a device wrote where it could not send. */
export const POST = upload(
  "imports.take",
  "/imports",
  largestFile,
  takeImport,
  ({ importId }) => `/imports/${importId}`,
);
