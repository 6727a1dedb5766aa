// Whom a text will reach: shown before it is sent.

/** Persons who follow one of the areas and may read it, and the organisations they do so for. */
export type Receivers = { people: number; organizations: number };

/** Somebody who may be named in a text. */
export type Reader = { id: string; name: string; organization: { slug: string; name: string } };
