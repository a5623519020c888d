import { storeContract } from "../contracts/storeContract.ts";
import { togetherContract } from "../contracts/togetherContract.ts";

storeContract("memory");
togetherContract("memory");
