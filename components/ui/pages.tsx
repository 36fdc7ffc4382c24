import { useTranslations } from "next-intl";

/** "Trang 2/9, 41 mục" with the way back and on; nothing where one page holds all. */
export function Pages({
  page,
  pages,
  total,
  href,
}: {
  page: number;
  pages: number;
  total: number;
  href: (page: number) => string;
}) {
  const words = useTranslations("common");
  if (pages <= 1) return null;
  return (
    <nav className="row no-print" aria-label={words("page", { page, pages, total })}>
      {page > 1 && <a href={href(page - 1)}>{words("previous")}</a>}{" "}
      <span className="soft">{words("page", { page, pages, total })}</span>{" "}
      {page < pages && <a href={href(page + 1)}>{words("next")}</a>}
    </nav>
  );
}
