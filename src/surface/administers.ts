/**
 * Asks the platform whether whoever acts administers the server or the workspace, at this moment: what somebody may do is never kept.
 * "unknown" where the platform does not say, as in a direct message on Discord.
 */
export type Administers = () => Promise<"yes" | "no" | "unknown">;
