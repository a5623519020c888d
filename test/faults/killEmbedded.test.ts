import { killContract } from "./killContract.ts";

killContract("embedded");
