import { storeContract } from "../contracts/storeContract.ts";

storeContract("memory");
