// A page of another audience: it exists, and says that this seat may not read it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { closedPage } from './closed-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.forbidden'))('title') };
}

/** Who holds several seats may be acting for the wrong one: the advice says where to change it. */
export default function Forbidden() {
  return closedPage('frame.forbidden');
}
