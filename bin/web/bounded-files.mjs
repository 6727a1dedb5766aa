// Compressed files of the build in memory, by their address: the one not asked for longest goes first.

/** What an entry takes beside its bytes. */
const entryBytes = 200;

export class BoundedFiles {
  /** @type {Map<string, Buffer>} */
  #files = new Map();
  #bytes = 0;

  /** @param {number} mostBytes */
  constructor(mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** @param {string} name */
  find(name) {
    const file = this.#files.get(name);
    if (!file) return undefined;
    this.#files.delete(name);
    this.#files.set(name, file);
    return file;
  }

  /** @param {string} name @param {Buffer} file */
  keep(name, file) {
    this.#forget(name);
    this.#files.set(name, file);
    this.#bytes += sizeOf(name, file);
    for (const oldest of this.#files.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#forget(oldest);
    }
  }

  size() {
    return { files: this.#files.size, bytes: this.#bytes };
  }

  /** @param {string} name */
  #forget(name) {
    const file = this.#files.get(name);
    if (!file) return;
    this.#bytes -= sizeOf(name, file);
    this.#files.delete(name);
  }
}

/** @param {string} name @param {Buffer} file */
function sizeOf(name, file) {
  return 2 * name.length + file.length + entryBytes;
}
