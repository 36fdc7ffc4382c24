export type SigningAuthority = "own" | "acting" | "collective" | "in_place" | "by_order" | "by_authorisation";

/** Somebody who may sign what the lead agency issues, and by what right. */
export type Signatory = {
  id: string;
  authority: SigningAuthority;
  /** Whose authority it is; empty where it is one's own. */
  principal: string;
  title: string;
  name: string;
};
