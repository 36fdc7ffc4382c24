import { claim } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("claim");
export default turnPage("claim", claim);
