// Any address that leads nowhere, in the frame.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { closedPage } from './closed-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.notFound'))('title') };
}

/** With the number of the request, so that it can be found in the log. */
export default function NotFound() {
  return closedPage('frame.notFound');
}
