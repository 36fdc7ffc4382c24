import type { PlainDate } from "@/lib/kernel/plain-date";

export type OfReport = {
  "report-issued": {
    year: number;
    asOf: PlainDate;
    number: number | null;
    date: PlainDate | null;
    sha256: string;
  };
};
