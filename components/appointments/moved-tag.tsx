import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";

type Props = { moved: readonly string[]; personId: string };

/** Marks who holds a post of an agency with an account that works elsewhere. */
export function MovedTag({ moved, personId }: Props) {
  const words = useTranslations("appointments.staffing");
  return moved.includes(personId) && <Tag tone="watch">{words("moved")}</Tag>;
}
