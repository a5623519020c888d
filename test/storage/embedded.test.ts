import { motionContract } from "../contracts/motionContract.ts";
import { peopleContract } from "../contracts/peopleContract.ts";
import { recordContract } from "../contracts/recordContract.ts";
import { storeContract } from "../contracts/storeContract.ts";
import { togetherContract } from "../contracts/togetherContract.ts";

storeContract("embedded");
motionContract("embedded");
recordContract("embedded");
togetherContract("embedded");
peopleContract("embedded");
