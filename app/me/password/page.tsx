import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { changeOwnPassword } from "@/app/me/actions";
import { officePage } from "@/app/office";
import { OwnPassword } from "@/components/accounts/own-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("passwordTitle") };
}

export default officePage("account.self", (viewer) =>
  Promise.resolve(<OwnPassword first={viewer.mustChangePassword} action={changeOwnPassword} />),
);
