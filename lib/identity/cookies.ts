/** Over HTTPS the names carry the __Host- prefix: no other host or path can plant them. */
export const secureCookies = (): boolean => process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;

export const prefix = (): string => (secureCookies() ? "__Host-" : "");
export const sessionCookie = (): string => `${prefix()}nenep.session`;
export const csrfCookie = (): string => `${prefix()}nenep.csrf`;
export const callbackCookie = (): string => `${prefix()}nenep.callback`;

/** By which a browser is known again, whoever signs in there; it opens nothing. */
export const deviceCookie = (): string => `${prefix()}nenep.device`;

export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies() }) as const;
