import { useTranslations } from "next-intl";

import { isServed } from "@/lib/appointments/staffing/rules";
import type { Staffing } from "@/lib/appointments/staffing/types";
import { formatDate } from "@/lib/kernel/format";

/** Says that an agency has no ISO officer, and that no account works for it. */
export function StaffingNotices({ staffing }: { staffing: Staffing | null }) {
  const words = useTranslations("appointments.staffing");
  if (!staffing) return null;
  const { officer } = staffing.without;
  return (
    <>
      {officer && (
        <p className="notice watch">
          {officer.from ? words("noOfficer", { date: formatDate(officer.from) }) : words("neverOfficer")}{" "}
          {staffing.writers > 0 && words("stillWriting", { count: staffing.writers })}
        </p>
      )}
      {!isServed(staffing) && staffing.ever && <p className="notice watch">{words("unserved")}</p>}
    </>
  );
}
