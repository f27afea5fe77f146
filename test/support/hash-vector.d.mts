export function hashVector(text: string): Float32Array;
