// Waits until a web process answers: it may still be starting, or waiting for its database.

const withinMs = 60_000;
const pauseMs = 100;

/** @param origin where the web process listens, e.g. `http://127.0.0.1:3000` @throws after a minute without an answer */
export async function untilHealthy(origin: string): Promise<void> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error(`The web server does not answer at ${origin}.`);
}
