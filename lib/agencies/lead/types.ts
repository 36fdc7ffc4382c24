/** The body that sees to the system in the province, as it and those it answers to were called on a day. */
export type LeadAgency = {
  name: string;
  /** As the numbers of its papers carry it. */
  abbreviation: string;
  /** The upper line of its letterhead. */
  parentName: string;
  /** Whom its reports go to, in full. */
  committee: string;
  province: string;
  place: string;
  headTitle: string;
  /** The unit that keeps the drafts. */
  drafter: string;
  /** Who else is sent what it issues. */
  copiesTo: readonly string[];
};
