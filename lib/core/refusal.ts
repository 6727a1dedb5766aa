// The one way the trade says no: a closed list of codes, mapped to words or statuses only at the four doors.

/** Why a deed did not happen. `invalid`: the input is wrong; `gone`: it was there and is no longer. */
export const refusalCodes = [
  'invalid',
  'not-found',
  'not-allowed',
  'conflict',
  'gone',
  'too-many',
  'unavailable',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export type RefusalValues = Readonly<Record<string, string | number>>;

/**
 * Thrown by deeds and queries; anything else that is thrown is a bug.
 * `reason` is a short stable key (English, kebab-case) that doors translate through `messages/<language>/refusals.json`;
 * `field` names the form field at fault, where there is one; `values` are the numbers and names its words leave room for.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
    readonly field?: string,
    readonly values: RefusalValues = {},
  ) {
    super(`${code}: ${reason}`);
    this.name = 'Refusal';
  }
}
