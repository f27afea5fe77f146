/** Writes the few kinds of protocol buffer fields that a small ONNX file is made of. */

/** One field, ready to be joined with others to a message. */
export type Field = Uint8Array;

export function int(number: number, value: number): Field {
  return Uint8Array.from([...varint(number << 3), ...varint(value)]);
}

export function bytes(number: number, value: Uint8Array): Field {
  return Uint8Array.from([...varint((number << 3) | 2), ...varint(value.length), ...value]);
}

export function text(number: number, value: string): Field {
  return bytes(number, new TextEncoder().encode(value));
}

export function message(number: number, ...fields: readonly Field[]): Field {
  return bytes(number, join(fields));
}

export function join(fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(fields.flatMap((field) => [...field]));
}

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}
