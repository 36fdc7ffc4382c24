/** Where every act on a finding leads: back to the finding. */
export const pageOf = ({ findingId }: { findingId: string }): string => `/findings/${findingId}`;
