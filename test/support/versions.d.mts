export function filesOfVersion(version: number): [file: string, paragraphs: string[]][];
export function writeVersion(folder: string, version: number): Promise<void>;
