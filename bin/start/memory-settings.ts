// How the web process takes its memory, said in its environment before it begins.

/**
 * The C library keeps a heap for each thread that compresses and gives little of them back: two are enough, and fifty
 * megabytes less.
 */
export const memorySettings = { MALLOC_ARENA_MAX: '2' };
