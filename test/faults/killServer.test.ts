import { killContract } from "./killContract.ts";

killContract("server");
