export const agencyKinds = ["department", "sub_department", "district", "commune"] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export type Obligation = "mandatory_by_prime_minister" | "mandatory_by_province" | "encouraged" | "exempt";

/** An agency by the name it has on a day. */
export type AgencyIdentity = {
  id: string;
  code: string;
  name: string;
  abbreviation: string;
  kind: AgencyKind;
};
