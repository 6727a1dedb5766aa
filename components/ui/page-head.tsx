// Head of a page: where it stands, its title, one line what it is, the one main action.
import { Breadcrumb, type Crumb } from './breadcrumb';
import { Head, type HeadProps } from './head';

type PageHeadProps = HeadProps & { crumbs?: readonly Crumb[] };

/** The way to the page stands above its title. */
export function PageHead({ crumbs, ...head }: PageHeadProps) {
  return (
    <>
      {crumbs ? <Breadcrumb crumbs={crumbs} /> : null}
      <Head {...head} />
    </>
  );
}
