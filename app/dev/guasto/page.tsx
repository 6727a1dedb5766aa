// A page that always fails, to look at what people see when one does.
import { demandEmbedded } from '@/lib/web/demand-embedded';

export const dynamic = 'force-dynamic';

export default function FailingPage() {
  demandEmbedded();
  throw new Error('This page fails on purpose.');
}
