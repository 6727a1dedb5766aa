// Where the search server is: its address, its key, and the name of the index this house keeps there.

export type SearchServer = { url: string; key: string; index: string };
