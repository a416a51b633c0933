import fs from "node:fs";
export const read: unknown = fs;
