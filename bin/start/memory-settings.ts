// How the web process takes its memory, said in its environment before it begins.

/**
 * The C library keeps a heap for each thread that compresses and gives little of them back: two are enough, and fifty
 * megabytes less. Node itself would let its heap grow far before it looks for what is no longer needed: with this bound
 * the process stays below 450 MB, and a page costs about a sixth more.
 */
export const memorySettings = {
  MALLOC_ARENA_MAX: '2',
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-old-space-size=432'].filter(Boolean).join(' '),
};
