import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { SignIn } from "@/components/identity/sign-in";
import { oneOf } from "@/lib/gate/query";
import { localPath, signInProblem } from "@/lib/gate/sign-in";
import { endings } from "@/lib/gate/types";
import { csrfCookie } from "@/lib/identity/cookies";
import { world } from "@/lib/platform/clock";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = (await getTranslations("identity"))("title");
  const faulty = signInProblem((await searchParams)["error"]) !== null;
  return { title: faulty ? `${(await getTranslations("common"))("errorPrefix")}${title}` : title };
}

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const next = localPath(query["next"] ?? query["callbackUrl"]);
  const csrfToken = (await cookies()).get(csrfCookie())?.value.split("|")[0];
  const asked = query["callbackUrl"] !== undefined;
  // next-auth plants its token on the way through its own address and sends the browser back here.
  if (!csrfToken && !asked)
    redirect(
      `/api/auth/signin?callbackUrl=${encodeURIComponent(`/sign-in?next=${encodeURIComponent(next)}`)}`,
    );
  return (
    <SignIn
      next={next}
      csrfToken={csrfToken ?? null}
      problem={signInProblem(query["error"])}
      ended={oneOf(endings, [query["ended"]].flat()[0]) ?? null}
      illustrative={(await world()).illustrative}
    />
  );
}
