import { refuse } from "../actions";
import { turnPage, turnTitle } from "../turn";

export const generateMetadata = turnTitle("refuse");
export default turnPage("refuse", refuse);
