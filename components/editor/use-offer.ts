'use client';
// Whom one may name just now: what the suggestion hands over, for the list that shows it.
import { useRef, useState } from 'react';
import type { Offer, OfferDesk } from './suggest-persons';

/** The desk stays the same as long as the editor lives. */
export function useOffer(): { offer: Offer | null; desk: OfferDesk } {
  const [offer, setOffer] = useState<Offer | null>(null);
  const latest = useRef<Offer | null>(null);
  const desk = useRef<OfferDesk>({
    now: () => latest.current,
    show: (next) => {
      latest.current = next;
      setOffer(next);
    },
  });
  return { offer, desk: desk.current };
}
