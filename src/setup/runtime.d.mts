export declare const nodeFlags: readonly string[];
export declare const nodeEnvironment: (root: string) => Readonly<Record<string, string>>;
