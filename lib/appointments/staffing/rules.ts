import { heads, holdsOn, vacanciesOf } from "@/lib/appointments/rules";
import type { Staffing, StaffingRow, Without } from "@/lib/appointments/staffing/types";
import type { Period, Post, Seat, Vacancy } from "@/lib/appointments/types";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

type Known = Period & { personId: string; seat: Seat };

/** Since when nobody holds this post, where nobody does on that day. */
function withoutPost(posts: readonly Known[], post: Post, on: PlainDate): Without | null {
  const known = posts.map((each) => ({ ...each, cancelled: null }));
  const vacancy = vacanciesOf(known, post).find((each) => holdsOn(each, on));
  if (vacancy) return { from: vacancy.from };
  const held = known.some(
    ({ seat, ...each }) => (post === "head" ? heads({ seat }) : seat === post) && holdsOn(each, on),
  );
  return held ? null : { from: null };
}

/** What follows of an agency's posts for a day. */
export function staffed(row: StaffingRow, on: PlainDate): Staffing {
  const { posts } = row;
  const head = posts.find((each) => heads(each) && holdsOn(each, on));
  const [next] = posts
    .filter((each) => heads(each) && each.from > on)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return {
    ...row,
    head: head
      ? {
          ...{ name: head.name, title: head.title, acting: head.seat === "acting_head", since: head.from },
          lastDay: head.to && addDays(head.to, -1),
        }
      : null,
    next: next ? { name: next.name, from: next.from } : null,
    without: {
      head: withoutPost(posts, "head", on),
      officer: withoutPost(posts, "iso_officer", on),
    },
    vacancies: vacanciesOf(posts.map((each) => ({ ...each, cancelled: null }))),
  };
}

/** The next days on which nobody will head the agency, where somebody does today. */
export const comingGap = ({ vacancies }: Pick<Staffing, "vacancies">, on: PlainDate): Vacancy | null =>
  vacancies.find(({ from }) => from > on) ?? null;

/** Does any account work for the agency: write there, or decide? */
export const isServed = ({ writers, deciders }: Pick<StaffingRow, "writers" | "deciders">): boolean =>
  writers + deciders > 0;

const waits = ({ findings, submitted }: Staffing): number => findings + submitted;

/** Where nobody works, the most urgent first: those that everybody has left, then by what waits there. */
export const unserved = (agencies: readonly Staffing[]): Staffing[] =>
  agencies
    .filter((each) => !isServed(each))
    .toSorted((a, b) => Number(b.ever) - Number(a.ever) || waits(b) - waits(a));

/** Since when somebody holds no post of an agency, where they hold none on that day. */
export function personWithout(
  posts: readonly Known[],
  personId: string | null,
  on: PlainDate,
): Without | null {
  const own = posts.filter((each) => each.personId === personId);
  if (own.some((each) => holdsOn(each, on))) return null;
  const left = own.flatMap(({ to }) => (to !== null && to <= on ? [to] : []));
  return { from: left.toSorted().at(-1) ?? null };
}
