// How the web process takes its memory, said in its environment before it begins.

/**
 * The C library keeps a heap for each thread that compresses and gives little of them back: two are enough, and fifty
 * megabytes less. With 64 MB for each half of the young objects, what a page needs is mostly gone before it is looked
 * at: a tenth of what a page costs, for eighty megabytes. The bound of the old ones is never reached by pages; it
 * stands where a process that holds more has a fault.
 */
export const memorySettings = {
  MALLOC_ARENA_MAX: '2',
  NODE_OPTIONS: [process.env.NODE_OPTIONS, '--max-semi-space-size=64', '--max-old-space-size=432']
    .filter(Boolean)
    .join(' '),
};
