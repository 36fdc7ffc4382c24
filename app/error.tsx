"use client";

/** Written here, because the catalogue may be what broke. */
const words = {
  vi: {
    title: "Hệ thống gặp trục trặc",
    text: "Trang này chưa mở được. Thử lại sau ít phút. Nếu vừa gửi một biểu mẫu, hãy xem nội dung đã được ghi chưa trước khi gửi lại. Nếu vẫn không được, báo quản trị viên kèm mã",
    again: "Thử lại",
  },
  en: {
    title: "Something broke",
    text: "This page could not be opened. Try again in a few minutes. If you have just sent a form, see first whether it was recorded before you send it again. If it still does not work, tell the administrator this code:",
    again: "Try again",
  },
};

const languages = ["vi", "en"] as const;

/** That of the page, if it got so far as to say one; else both. */
function languagesShown(): readonly (keyof typeof words)[] {
  const said = typeof document === "undefined" ? "" : document.documentElement.lang;
  const known = languages.filter((each) => each === said);
  return known.length > 0 ? known : languages;
}

/** Shown when something broke. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="door">
      {languagesShown().map((language) => (
        <div className="stack" lang={language} key={language}>
          <h1>{words[language].title}</h1>
          <p>
            {words[language].text} {error.digest ?? "–"}.
          </p>
          <button className="button" onClick={reset}>
            {words[language].again}
          </button>
        </div>
      ))}
    </main>
  );
}
