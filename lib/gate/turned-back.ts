import { isForeign } from "@/lib/gate/origin";
import { locales } from "@/lib/kernel/format";
import en from "@/messages/en/common.json";
import vi from "@/messages/vi/common.json";

type Asked = { method: string; path: string; headers: Pick<Headers, "get"> };

const sentences = { vi: vi.turnedBack, en: en.turnedBack };

/** What is asked of this site; whatever else there is, nobody here answers. */
const spoken: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT"]);

const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** Forms of pages; doors of devices and programs look for themselves, and some of them are open to whoever holds a secret. */
const isForm = ({ method, path }: Asked): boolean => method === "POST" && !path.startsWith("/api/");

/** Why a request is turned back before the framework reads it, which would break on it; null where it may go on. */
export function turnedBack(asked: Asked): 400 | 403 | 405 | null {
  if (!spoken.has(asked.method)) return 405;
  if (!isReadable(asked.path)) return 400;
  return isForm(asked) && isForeign(asked.headers) ? 403 : null;
}

/** The sentence for it, in the language of the browser. */
export function sentenceFor(status: 400 | 403 | 405, locale: string | undefined): string {
  return sentences[locales.find((each) => each === locale) ?? "vi"][status];
}
