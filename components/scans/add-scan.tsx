import { useTranslations } from "next-intl";

import { scanAddress, type Unscanned } from "@/lib/files/scans/types";

/** The way to give a record the paper it lacks. */
export function AddScan({ code, name, ...record }: { code: string } & Pick<Unscanned, "of" | "id" | "name">) {
  const words = useTranslations("files");
  return (
    <a className="small no-print" href={scanAddress(code, record)}>
      {words("addScan")}
      <span className="visually-hidden">: {name}</span>
    </a>
  );
}
